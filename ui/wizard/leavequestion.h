// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QWidget;

namespace Sluice {

class QuestionBox;
class WizardDraft;

// Asks what becomes of what was typed in the wizard when the user leaves it.
class LeaveQuestion final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it. Questions appear over the window.
    LeaveQuestion(WizardDraft *draft, QWidget *window);

    // Asks when something was typed; left() says how it ended. sent: what became of the request so
    // far, as a sentence.
    void ask(const QString &sent);

    // stay: the words of the button that goes back to the wizard.
    static void open(QuestionBox *box, const QString &stay);

Q_SIGNALS:
    // The user wants to go, and to have the draft kept or not.
    void left(bool isKept);

private:
    void askToKeep(const QString &sent);
    void askToDiscard(const QString &sent);
    void giveUp();

    WizardDraft *m_draft;
    QWidget *m_window;
};

} // namespace Sluice
