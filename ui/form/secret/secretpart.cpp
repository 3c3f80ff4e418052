// SPDX-License-Identifier: Apache-2.0
#include "ui/form/secret/secretpart.h"

#include "ui/widgets/widgetkeys.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QString clipboardText(QClipboard::Mode mode)
{
    return QGuiApplication::clipboard()->text(mode);
}

// With its arrow the part looks like a combo box, so it has the keys of one.
bool asksForList(const QKeyEvent *event)
{
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    return isPressed(event, WidgetKey::ReferencesInUse) ||
           (isPlain && (event->key() == Qt::Key_Down || event->key() == Qt::Key_F4));
}

} // namespace

SecretPart::SecretPart(QWidget *parent)
    : QLineEdit(parent)
{
    connect(this, &QLineEdit::textEdited, this, &SecretPart::judge);
}

void SecretPart::showText(const QString &text)
{
    if (text != m_entered)
        m_confirmed = SecretGuard::judge(text).isDoubtful() ? text : QString();
    m_entered = text;
    if (this->text() == text)
        return;
    forgetRefusal();
    setText(text);
    setCursorPosition(0);
}

void SecretPart::forgetRefusal()
{
    m_isRefusing = false;
    m_doubted.clear();
    m_doubtedWhole.reset();
}

// The text is a known name, or one that was there before and is being changed.
bool SecretPart::isAskedAbout(const QString &text) const
{
    if (m_isKnown && m_isKnown(text))
        return true;
    return !m_confirmed.isEmpty() &&
           (text.contains(m_confirmed) || qAbs(text.size() - m_confirmed.size()) == 1);
}

void SecretPart::judge(const QString &text)
{
    if (m_isRefusing) {
        addToRefused(text);
        return;
    }
    const SecretVerdict verdict = SecretGuard::judge(text);
    if (verdict.isSure() || (verdict.isDoubtful() && !isAskedAbout(text))) {
        refuse(text, verdict);
        return;
    }
    forgetRefusal();
    m_entered = text;
    if (!m_confirmed.isEmpty())
        m_confirmed = text;
    Q_EMIT refusalChanged({}, false);
    Q_EMIT entered(text);
}

// The rest of a refused text, key by key.
void SecretPart::addToRefused(const QString &text)
{
    setText({});
    if (m_doubted.isEmpty())
        return;
    m_doubted += text;
    if (const SecretVerdict verdict = SecretGuard::judge(m_doubted); verdict.isSure()) {
        m_doubted.clear();
        m_why = SecretGuard::refusal(verdict, m_provider);
        Q_EMIT refusalChanged(m_why, false);
    }
}

void SecretPart::refuse(const QString &text, const SecretVerdict &verdict)
{
    // The text was typed or pasted in pieces: what was there is the beginning of the secret. A
    // secret that is pasted whole does not come here.
    const auto grown = text.size() - m_entered.size();
    const bool isBeginning = grown <= 1 || text.contains(m_entered);
    if (isBeginning)
        m_entered.clear();
    setText(m_entered); // forgets what Undo would bring back, too
    forgetRefusal();
    m_isRefusing = grown == 1;
    m_why = SecretGuard::refusal(verdict, m_provider);
    if (verdict.isDoubtful())
        m_doubted = text;
    Q_EMIT refusalChanged(
        m_isRefusing ? tr("%1 To go on here, press Backspace or click first.").arg(m_why) : m_why,
        verdict.isDoubtful());
    if (isBeginning)
        Q_EMIT entered({});
}

void SecretPart::endRefusal(const QString &words)
{
    m_isRefusing = false;
    if (words.isEmpty())
        forgetRefusal();
    Q_EMIT refusalChanged(words, !m_doubted.isEmpty());
}

void SecretPart::acceptDoubted()
{
    const QString text = m_doubted;
    const std::optional<SecretText> whole = m_doubtedWhole;
    forgetRefusal();
    Q_EMIT refusalChanged({}, false);
    if (whole) {
        Q_EMIT referencePasted(*whole);
    } else if (!text.isEmpty()) {
        m_entered = text;
        m_confirmed = text;
        setText(text);
        Q_EMIT entered(text);
    }
    setFocus(Qt::OtherFocusReason);
}

void SecretPart::paste(const QString &pasted)
{
    if (!pasteWhole(pasted))
        insert(pasted.trimmed());
}

// The worst verdict on its parts. An address comes from a secrets manager, so its parts are names.
SecretVerdict SecretPart::verdictOf(const SecretText &whole) const
{
    SecretVerdict worst;
    for (const QString &part :
         {whole.reference.location, whole.reference.name, whole.reference.key}) {
        const SecretVerdict verdict = SecretGuard::judge(part);
        const bool isName = whole.isAddress || (m_isKnown && m_isKnown(part));
        if (verdict.sureness > worst.sureness && (verdict.isSure() || !isName))
            worst = verdict;
    }
    return worst;
}

QString SecretPart::withPasted(const QString &pasted) const
{
    const auto place = hasSelectedText() ? selectionStart() : cursorPosition();
    return text().replace(place, selectedText().size(), pasted);
}

bool SecretPart::pasteWhole(const QString &pasted)
{
    const std::optional<SecretText> whole = readSecretText(pasted);
    const QString plain = pasted.trimmed();
    SecretVerdict verdict = whole ? verdictOf(*whole) : SecretGuard::judge(pasted);
    if (!whole && verdict.isDoubtful() && m_isKnown && m_isKnown(plain))
        verdict = {};
    if (verdict.isFine()) {
        if (whole)
            Q_EMIT referencePasted(*whole);
        return whole.has_value();
    }
    forgetRefusal();
    if (verdict.isDoubtful() && whole)
        m_doubtedWhole = whole;
    else if (verdict.isDoubtful())
        m_doubted = withPasted(plain);
    m_why = SecretGuard::refusal(verdict, m_provider);
    Q_EMIT refusalChanged(m_why, verdict.isDoubtful());
    return true;
}

void SecretPart::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        const bool isSelection = event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
        paste(clipboardText(isSelection ? QClipboard::Selection : QClipboard::Clipboard));
        return;
    }
    if (asksForList(event)) {
        Q_EMIT listRequested();
        return;
    }
    if (m_isRefusing && (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete))
        endRefusal({});
    QLineEdit::keyPressEvent(event);
}

// Clipboard tools and virtual keyboards may insert a whole text at once.
void SecretPart::inputMethodEvent(QInputMethodEvent *event)
{
    if (event->commitString().size() > 1) {
        QInputMethodEvent rest(event->preeditString(), event->attributes());
        rest.setCommitString({}, event->replacementStart(), event->replacementLength());
        const QString text = event->commitString();
        QLineEdit::inputMethodEvent(&rest);
        paste(text);
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

// Not QLineEdit's own menu: its Paste would insert the text unchecked.
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
        paste(clipboardText(QClipboard::Clipboard));
    })->setObjectName(u"partPaste"_s);
    add(tr("&Delete"), QKeySequence::Delete, hasSelection, &QLineEdit::del);
    menu->addSeparator();
    add(tr("Select &all"), QKeySequence::SelectAll, selectedText() != text(),
        &QLineEdit::selectAll);
    return menu;
}

// A click into it begins anew.
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
        paste(clipboardText(QClipboard::Selection));
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
    paste(event->mimeData()->text());
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
