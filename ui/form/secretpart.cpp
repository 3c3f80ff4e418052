// SPDX-License-Identifier: Apache-2.0
#include "ui/form/secretpart.h"

#include "models/form/secretguard.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>

#include <memory>

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
    // Typed key by key, what was there is the secret's beginning; pasted, it is a name to keep.
    const auto grown = text.size() - m_taken.size();
    const bool isBeginning = grown <= 1 || text.contains(m_taken);
    if (isBeginning)
        m_taken.clear();
    setText(m_taken); // forgets what Undo would bring back, too
    m_isRefusing = grown == 1;
    m_why = why;
    Q_EMIT refusalChanged(m_isRefusing ? tr("%1 To go on here, press Backspace first.").arg(why)
                                       : why);
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
    const std::unique_ptr<QMenu> menu(createStandardContextMenu());
    if (auto *paste = menu->findChild<QAction *>(u"edit-paste"_s)) {
        paste->disconnect(this);
        connect(paste, &QAction::triggered, this,
                [this] { take(clipboardText(QClipboard::Clipboard)); });
    }
    menu->exec(event->globalPos());
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
