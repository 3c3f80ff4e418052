// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/projectplace.h"
#include "models/store/drafts/draftstore.h"

#include <QJsonObject>
#include <QObject>

#include <functional>

class QWidget;

namespace Sluice {

class FormModel;
class LocalStore;
class QuestionBox;

// What is typed in the wizard, kept in the local store as it is typed. It ends with the wizard;
// what is kept then stays and is offered again. Asks what is to become of it when the user leaves.
class WizardDraft final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it. Questions appear over the window.
    WizardDraft(FormModel *form, QWidget *window);

    // store may be null: nothing is kept.
    void setStore(LocalStore *store);
    void setPlace(const ProjectPlace &place);
    void setPage(int page);

    // Goes on with a draft of before instead of making a new one.
    void take(const Draft &draft);

    // What it began without (Draft::leftOut).
    void setLeftOut(const QList<DefinitionPath> &places) { m_draft.leftOut = places; }

    // The definition as it is now was not typed by the user.
    void setUntouched();
    bool isAsBegun() const;
    // It is about to be sent under this name: whoever does that means to keep it. done comes once
    // the draft on disk says so, or could not be written; at once without a store.
    void noteSent(const QString &name, std::function<void()> done);
    // Nothing came of what was noted last.
    void forgetSent();
    // There is something to lose.
    bool isTyped() const;

    // On disk as soon as can be. False when the store does not work.
    bool keep();
    // It was created, or given up.
    void discard();
    // Asks when something was typed; left() says how it ended. sent: what became of the request so
    // far, as a sentence.
    void askToLeave(const QString &sent);

    const Draft &draft() const { return m_draft; }

    static ProjectPlace placeOf(const Draft &draft);
    // The wizard's page; the first one when the draft names none.
    static int pageOf(const Draft &draft);
    // stay: the words of the button that goes back to the wizard.
    static void openQuestion(QuestionBox *box, const QString &stay);

Q_SIGNALS:
    // The user wants to go, and to have it kept or not.
    void left(bool isKept);

private:
    void update();
    bool canKeep() const;
    void askToKeep(const QString &sent);
    void askToDiscard(const QString &sent);
    void giveUp();

    FormModel *m_form;
    QWidget *m_window;
    LocalStore *m_store = nullptr;
    Draft m_draft;
    QJsonObject m_untouched;
    ProjectPlace m_place;
    int m_page = 0;
    SentCreate m_formerSent; // before the last one
    bool m_isTried = false;
    bool m_isKept = false;
};

} // namespace Sluice
