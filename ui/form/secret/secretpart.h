// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/secret/secretguard.h"
#include "models/definition/secret/secrettext.h"

#include <QLineEdit>

#include <functional>

class QMenu;

namespace Sluice {

// A line for one part of a reference to a secret. A text that looks like a secret itself does not
// stay, and neither do the letters typed before that could be seen. When that is only a guess, the
// line keeps the text aside until the user says that it is a name; then it accepts the text and
// never asks about it again.
class SecretPart final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SecretPart(QWidget *parent = nullptr);

    // Shows this text. The cursor stays when nothing changes.
    void showText(const QString &text);

    // The provider whose secrets manager a refusal explains.
    void setProvider(const QString &provider) { m_provider = provider; }

    // Tells which texts are known names, whatever they look like.
    void setKnown(std::function<bool(const QString &)> isKnown) { m_isKnown = std::move(isKnown); }

    // Accepts the text that was kept aside.
    void acceptDoubted();

    // Does what a paste does: inserts the text at the cursor, unless it names a whole reference or
    // looks like a secret.
    void paste(const QString &pasted);
    // Pastes only a text that does one of these. False: it is a text like any other, and nothing is
    // done.
    bool pasteWhole(const QString &pasted);

    // From now on typed letters are no rest of a secret. Says nothing about it.
    void forgetRefusal();

Q_SIGNALS:
    // The user changed the text to this.
    void entered(const QString &text);
    // Why a text was refused, and what to do; empty: that is over. isDoubt: the user may overrule
    // it, see acceptDoubted().
    void refusalChanged(const QString &words, bool isDoubt);
    // A whole reference was pasted. The line stays as it was.
    void referencePasted(const Sluice::SecretText &pasted);
    // The user wants to choose from the known references.
    void listRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void judge(const QString &text);
    void addToRefused(const QString &text);
    void refuse(const QString &text, const SecretVerdict &verdict);
    void endRefusal(const QString &words);
    bool isAskedAbout(const QString &text) const;
    SecretVerdict verdictOf(const SecretText &whole) const;
    QString withPasted(const QString &pasted) const;
    QMenu *makeMenu();

    QString m_provider;
    QString m_entered;
    QString m_confirmed; // of m_entered, when it is a name for sure though it looks like a secret
    // A secret is being typed, key by key: all letters until the line is left or cleared are its
    // rest. This is said when the line is left.
    bool m_isRefusing = false;
    QString m_why;
    // What would be accepted if the user says so: a text for the line, or a whole reference.
    QString m_doubted;
    std::optional<SecretText> m_doubtedWhole;
    std::function<bool(const QString &)> m_isKnown;
};

} // namespace Sluice
