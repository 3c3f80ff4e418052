// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/findbar.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/widgetkeys.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Sluice {

FindBar::FindBar(QPlainTextEdit *text, QWidget *area)
    : SearchBar(area)
    , m_text(text)
    , m_words(new QLineEdit(this))
    , m_note(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
{
    setObjectName(u"findBar"_s);
    m_words->setObjectName(u"findWords"_s);
    m_words->setPlaceholderText(tr("Find in the JSON"));
    m_words->setAccessibleName(tr("Find in the JSON"));
    m_words->setMaximumWidth(Size::FormField);
    m_words->installEventFilter(this);
    m_note->setObjectName(u"findNote"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Size::PageMargin, Size::Gap / 2, Size::PageMargin, Size::Gap / 2);
    layout->setSpacing(Size::Gap);
    layout->addWidget(m_words, 1);
    const auto addButton = [this, layout](const char *iconName, const QString &tip) {
        auto *button = new QToolButton(this);
        button->setIcon(icon(iconName));
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setAutoRaise(true);
        layout->addWidget(button);
        return button;
    };
    QToolButton *previous = addButton("chevron-up", tr("Previous match (Shift+Enter)"));
    QToolButton *next = addButton("chevron-down", tr("Next match (Enter)"));
    layout->addWidget(m_note);
    layout->addStretch(1);
    QToolButton *closing = addButton("x", tr("Close (Esc)"));
    connect(previous, &QToolButton::clicked, this, [this] { findNext(true); });
    connect(next, &QToolButton::clicked, this, [this] { findNext(false); });
    connect(closing, &QToolButton::clicked, this, &FindBar::close);
    connect(m_words, &QLineEdit::textEdited, this, [this] { search(false, true); });
}

void FindBar::open()
{
    const QString selected = m_text->textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_words->setText(selected);
    m_note->clear();
    show();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void FindBar::close()
{
    hide();
    m_text->setFocus();
}

void FindBar::findNext(bool backwards)
{
    search(backwards, false);
}

void FindBar::search(bool backwards, bool fromHere)
{
    m_note->clear();
    if (m_words->text().isEmpty())
        return;
    const auto flags = backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (fromHere) { // the longer word may still stand where the shorter one was found
        QTextCursor cursor = m_text->textCursor();
        cursor.setPosition(cursor.selectionStart());
        m_text->setTextCursor(cursor);
    }
    if (m_text->find(m_words->text(), flags))
        return;
    const QTextCursor before = m_text->textCursor();
    m_text->moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
    if (m_text->find(m_words->text(), flags)) {
        m_note->setText(backwards ? tr("Went on from the end") : tr("Went on from the start"));
        return;
    }
    m_text->setTextCursor(before);
    m_note->setText(tr("Not found"));
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_words || event->type() != QEvent::KeyPress)
        return SearchBar::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isBack = isPressed(key, WidgetKey::PreviousHit);
    if (!isBack && !isPressed(key, WidgetKey::NextHit))
        return SearchBar::eventFilter(watched, event);
    findNext(isBack);
    return true;
}

} // namespace Sluice
