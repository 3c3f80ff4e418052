// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/secrettext.h"

#include <QLineEdit>

class QMenu;

namespace Sluice {

// A line for one part of a reference to a secret. Text that looks like a secret itself does not
// stay, and neither does what was typed of it before that could be seen.
class SecretPart final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SecretPart(QWidget *parent = nullptr);

    // Shows what is there already. The cursor stays when nothing changes.
    void showText(const QString &text);

    // Whose secrets manager a refusal explains.
    void setProvider(const QString &provider) { m_provider = provider; }

    // What a paste does: puts the text where the cursor is, unless it names a whole reference or
    // looks like a secret.
    void take(const QString &pasted);
    // Only when it does one of these; false: it is a text like any other, and nothing is done.
    bool takeWhole(const QString &pasted);

    // What is typed from now on is no rest of a secret; nothing is said of it.
    void forgetRefusal() { m_isRefusing = false; }

Q_SIGNALS:
    // What is there now, through the user.
    void taken(const QString &text);
    // Why something was not taken, and what to do; empty: that is over.
    void refusalChanged(const QString &words);
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
    void refuse(const QString &text, const QString &why);
    void endRefusal(const QString &words);
    QMenu *makeMenu();

    QString m_provider;
    QString m_taken;
    // A secret is being typed, key by key: what comes until the line is left or cleared is its
    // rest. This is said of it once it was left.
    bool m_isRefusing = false;
    QString m_why;
};

} // namespace Sluice
