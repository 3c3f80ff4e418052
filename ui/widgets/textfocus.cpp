// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/textfocus.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace Sluice {

namespace {

// Calls one of the three. False: the widget is no text.
template <typename Visit>
bool visitText(QWidget *widget, Visit visit)
{
    if (auto *line = qobject_cast<QLineEdit *>(widget))
        visit(line);
    else if (auto *plain = qobject_cast<QPlainTextEdit *>(widget))
        visit(plain);
    else if (auto *rich = qobject_cast<QTextEdit *>(widget))
        visit(rich);
    else
        return false;
    return true;
}

// A combo box has the focus in place of its line.
QWidget *entryOf(QWidget *focus)
{
    const auto *box = qobject_cast<const QComboBox *>(focus);
    return box && box->isEditable() ? box->lineEdit() : focus;
}

} // namespace

TextFocus::TextFocus(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget *, QWidget *now) { follow(now); });
    follow(QApplication::focusWidget());
}

void TextFocus::follow(QWidget *focus)
{
    if (!focus || qobject_cast<QMenuBar *>(focus))
        return;
    QWidget *entry = entryOf(focus);
    const bool isText = focus->window() == m_window && visitText(entry, [](auto *) {});
    QWidget *text = isText ? entry : nullptr;
    if (m_text == text)
        return;
    if (m_text)
        disconnect(m_text, &QObject::destroyed, this, &TextFocus::changed);
    m_text = text;
    if (text)
        connect(text, &QObject::destroyed, this, &TextFocus::changed);
    Q_EMIT changed();
}

bool TextFocus::isInText() const
{
    return !m_text.isNull();
}

bool TextFocus::hasSelection() const
{
    if (const auto *line = qobject_cast<const QLineEdit *>(m_text))
        return line->hasSelectedText() && line->echoMode() == QLineEdit::Normal;
    bool has = false;
    visitText(m_text, [&has](auto *text) {
        if constexpr (requires { text->textCursor(); })
            has = text->textCursor().hasSelection();
    });
    return has;
}

bool TextFocus::isReadOnly() const
{
    bool is = true;
    visitText(m_text, [&is](auto *text) { is = text->isReadOnly(); });
    return is;
}

void TextFocus::cut()
{
    visitText(m_text, [](auto *text) { text->cut(); });
}

void TextFocus::copy()
{
    visitText(m_text, [](auto *text) { text->copy(); });
}

void TextFocus::paste()
{
    visitText(m_text, [](auto *text) { text->paste(); });
}

void TextFocus::selectAll()
{
    visitText(m_text, [](auto *text) { text->selectAll(); });
}

} // namespace Sluice
