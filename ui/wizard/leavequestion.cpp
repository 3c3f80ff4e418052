// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/leavequestion.h"

#include "models/store/wizarddraft.h"
#include "ui/widgets/questionbox.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Sluice {

LeaveQuestion::LeaveQuestion(WizardDraft *draft, QWidget *window)
    : m_draft(draft)
    , m_window(window)
{}

void LeaveQuestion::ask(const QString &sent)
{
    if (!m_draft->isNeeded())
        giveUp();
    else if (m_draft->canKeep())
        askToKeep(sent);
    else
        askToDiscard(sent);
}

void LeaveQuestion::open(QuestionBox *box, const QString &stay)
{
    box->setObjectName(u"leaveQuestion"_s);
    box->cancelButton()->setObjectName(u"stay"_s);
    box->cancelButton()->setText(stay);
    box->open();
}

void LeaveQuestion::askToDiscard(const QString &sent)
{
    auto *box = new QuestionBox(tr("Discard this pipeline?"),
                                tr("What you typed is not kept.") + u' ' + sent, tr("&Discard"),
                                QuestionBox::Kind::Danger, m_window);
    box->confirmButton()->setObjectName(u"leave"_s);
    connect(box, &QDialog::accepted, this, &LeaveQuestion::giveUp);
    open(box, tr("Keep &editing"));
}

void LeaveQuestion::askToKeep(const QString &sent)
{
    auto *box =
        new QuestionBox(tr("Keep this pipeline as a draft?"),
                        tr("A draft stays on this computer and is offered again.") + u' ' + sent,
                        tr("&Keep as draft"), QuestionBox::Kind::Plain, m_window);
    box->confirmButton()->setObjectName(u"keepDraft"_s);
    box->preferVerb();
    QPushButton *leave = box->addOther(tr("&Discard"));
    leave->setObjectName(u"leave"_s);
    connect(leave, &QPushButton::clicked, this, &LeaveQuestion::giveUp);
    connect(box, &QDialog::accepted, this, [this, sent] {
        if (m_draft->keep())
            Q_EMIT left(true);
        else // the store broke while the question was open
            askToDiscard(sent);
    });
    open(box, tr("Keep &editing"));
}

void LeaveQuestion::giveUp()
{
    Q_EMIT left(false);
    m_draft
        ->discard(); // last: a field that loses the focus as the wizard closes counts as a change
}

} // namespace Sluice
