// SPDX-License-Identifier: Apache-2.0
#include "ui/form/secretpart.h"

#include "models/form/secretguard.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

bool holdsSecret(const SecretReference &reference)
{
    return looksLikeSecret(reference.location) || looksLikeSecret(reference.name) ||
           looksLikeSecret(reference.key);
}

QString clipboardText(QClipboard::Mode mode)
{
    return QGuiApplication::clipboard()->text(mode);
}

} // namespace

SecretPart::SecretPart(QWidget *parent)
    : QLineEdit(parent)
{
    connect(this, &QLineEdit::textEdited, this, &SecretPart::judge);
}

void SecretPart::showText(const QString &text)
{
    m_taken = text;
    if (this->text() == text)
        return;
    m_isRefusing = false;
    setText(text);
    setCursorPosition(0);
}

void SecretPart::judge(const QString &text)
{
    if (m_isRefusing) {
        setText({});
        return;
    }
    const QString why = SecretGuard::refusal(text, m_provider);
    if (!why.isEmpty()) {
        refuse(text, why);
        return;
    }
    m_taken = text;
    Q_EMIT refusalChanged({});
    Q_EMIT taken(text);
}

void SecretPart::refuse(const QString &text, const QString &why)
{
    // Typed or pasted in pieces, what was there is the secret's beginning. A secret that is pasted
    // whole does not come here.
    const auto grown = text.size() - m_taken.size();
    const bool isBeginning = grown <= 1 || text.contains(m_taken);
    if (isBeginning)
        m_taken.clear();
    setText(m_taken); // forgets what Undo would bring back, too
    m_isRefusing = grown == 1;
    m_why = why;
    Q_EMIT refusalChanged(
        m_isRefusing ? tr("%1 To go on here, press Backspace or click first.").arg(why) : why);
    if (isBeginning)
        Q_EMIT taken({});
}

void SecretPart::endRefusal(const QString &words)
{
    m_isRefusing = false;
    Q_EMIT refusalChanged(words);
}

void SecretPart::take(const QString &pasted)
{
    if (!takeWhole(pasted))
        insert(pasted.trimmed());
}

bool SecretPart::takeWhole(const QString &pasted)
{
    const std::optional<SecretText> whole = readSecretText(pasted);
    const bool isSecret = whole ? holdsSecret(whole->reference) : looksLikeSecret(pasted);
    if (isSecret)
        Q_EMIT refusalChanged(SecretGuard::refusalWords(m_provider));
    else if (whole)
        Q_EMIT referencePasted(*whole);
    return isSecret || whole;
}

void SecretPart::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        const bool isSelection = event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
        take(clipboardText(isSelection ? QClipboard::Selection : QClipboard::Clipboard));
        return;
    }
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::AltModifier) {
        Q_EMIT listRequested();
        return;
    }
    if (m_isRefusing && (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete))
        endRefusal({});
    QLineEdit::keyPressEvent(event);
}

// Clipboard tools and virtual keyboards may bring a whole text at once.
void SecretPart::inputMethodEvent(QInputMethodEvent *event)
{
    if (event->commitString().size() > 1) {
        QInputMethodEvent rest(event->preeditString(), event->attributes());
        rest.setCommitString({}, event->replacementStart(), event->replacementLength());
        const QString text = event->commitString();
        QLineEdit::inputMethodEvent(&rest);
        take(text);
        event->accept();
        return;
    }
    QLineEdit::inputMethodEvent(event);
}

void SecretPart::contextMenuEvent(QContextMenuEvent *event)
{
    makeMenu()->popup(event->globalPos());
    event->accept();
}

// Not QLineEdit's own, of which Paste would put the text into the line as it is.
QMenu *SecretPart::makeMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"partMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString &text, QKeySequence::StandardKey keys,
                                  bool isEnabled, const auto &slot) {
        const QKeySequence shortcut(keys);
        QAction *action =
            menu->addAction(text + u'\t' + shortcut.toString(QKeySequence::NativeText), this, slot);
        action->setEnabled(isEnabled);
        return action;
    };
    const bool hasSelection = hasSelectedText();
    add(tr("&Undo"), QKeySequence::Undo, isUndoAvailable(), &QLineEdit::undo);
    add(tr("&Redo"), QKeySequence::Redo, isRedoAvailable(), &QLineEdit::redo);
    menu->addSeparator();
    add(tr("Cu&t"), QKeySequence::Cut, hasSelection, &QLineEdit::cut);
    add(tr("&Copy"), QKeySequence::Copy, hasSelection, &QLineEdit::copy);
    add(tr("&Paste"), QKeySequence::Paste, !clipboardText(QClipboard::Clipboard).isEmpty(), [this] {
        take(clipboardText(QClipboard::Clipboard));
    })->setObjectName(u"partPaste"_s);
    add(tr("&Delete"), QKeySequence::Delete, hasSelection, &QLineEdit::del);
    menu->addSeparator();
    add(tr("Select &all"), QKeySequence::SelectAll, selectedText() != text(),
        &QLineEdit::selectAll);
    return menu;
}

// Who clicks into it begins anew.
void SecretPart::mousePressEvent(QMouseEvent *event)
{
    if (m_isRefusing)
        endRefusal({});
    QLineEdit::mousePressEvent(event);
}

void SecretPart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton && QGuiApplication::clipboard()->supportsSelection()) {
        deselect();
        take(clipboardText(QClipboard::Selection));
        return;
    }
    QLineEdit::mouseReleaseEvent(event);
}

void SecretPart::dropEvent(QDropEvent *event)
{
    if (event->source() == this) { // moved within the line
        QLineEdit::dropEvent(event);
        return;
    }
    setCursorPosition(cursorPositionAt(event->position().toPoint()));
    take(event->mimeData()->text());
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void SecretPart::focusOutEvent(QFocusEvent *event)
{
    const Qt::FocusReason reason = event->reason();
    if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason) {
        if (m_isRefusing)
            endRefusal(m_why);
        setCursorPosition(0); // names differ where they begin
    }
    QLineEdit::focusOutEvent(event);
}

} // namespace Sluice
