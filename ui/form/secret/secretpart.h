// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/secret/secretguard.h"
#include "models/definition/secret/secrettext.h"

#include <QLineEdit>

#include <functional>

class QMenu;

namespace Sluice {

// A line for one part of a reference to a secret. Text that looks like a secret itself does not
// stay, and neither does what was typed of it before that could be seen. Where that is no more than
// a guess, the text is kept aside until the user says that it is a name: then it is taken, and not
// asked about again.
class SecretPart final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SecretPart(QWidget *parent = nullptr);

    // Shows what is there already. The cursor stays when nothing changes.
    void showText(const QString &text);

    // Whose secrets manager a refusal explains.
    void setProvider(const QString &provider) { m_provider = provider; }

    // Which texts are known as names, whatever they look like.
    void setKnown(std::function<bool(const QString &)> isKnown) { m_isKnown = std::move(isKnown); }

    // Takes what was kept aside.
    void acceptDoubted();

    // What a paste does: puts the text where the cursor is, unless it names a whole reference or
    // looks like a secret.
    void paste(const QString &pasted);
    // Only when it does one of these; false: it is a text like any other, and nothing is done.
    bool pasteWhole(const QString &pasted);

    // What is typed from now on is no rest of a secret; nothing is said of it.
    void forgetRefusal();

Q_SIGNALS:
    // What is there now, through the user.
    void entered(const QString &text);
    // Why something was not taken, and what to do; empty: that is over. isDoubt: the user may
    // overrule it, see acceptDoubted().
    void refusalChanged(const QString &words, bool isDoubt);
    // A whole reference came; the line is as it was.
    void referencePasted(const Sluice::SecretText &pasted);
    // The user wants to choose from what is known.
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
    // A secret is being typed, key by key: what comes until the line is left or cleared is its
    // rest. This is said of it once it was left.
    bool m_isRefusing = false;
    QString m_why;
    // What would be taken if the user says so: a text for the line, or a whole reference.
    QString m_doubted;
    std::optional<SecretText> m_doubtedWhole;
    std::function<bool(const QString &)> m_isKnown;
};

} // namespace Sluice
