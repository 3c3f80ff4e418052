// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/wizarddraft.h"

#include "models/form/formmodel.h"
#include "models/store/localstore.h"
#include "ui/widgets/questionbox.h"
#include "ui/wizard/wizardpages.h"

#include <QPushButton>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

WizardDraft::WizardDraft(FormModel *form, QWidget *window)
    : m_form(form)
    , m_window(window)
{
    m_draft.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_draft.kind = Draft::Kind::Wizard;
    connect(form, &FormModel::definitionChanged, this, &WizardDraft::update);
    connect(form, &FormModel::problemsChanged, this, &WizardDraft::update);
}

void WizardDraft::setStore(LocalStore *store)
{
    m_store = store;
}

void WizardDraft::setPlace(const ProjectPlace &place)
{
    m_place = place;
    update();
}

void WizardDraft::setPage(int page)
{
    m_page = page;
    update();
}

void WizardDraft::take(const Draft &draft)
{
    m_draft = draft;
    m_formerSent = draft.sent;
    m_isTried = !draft.sent.isNone();
    m_isKept = true;
}

void WizardDraft::setUntouched()
{
    m_untouched = m_form->definition();
    update();
}

void WizardDraft::noteSent(const QString &name, std::function<void()> done)
{
    m_isTried = true;
    m_formerSent = m_draft.sent;
    m_draft.sent = {m_place.account, m_place.project, name};
    update();
    if (m_store)
        m_store->drafts()->flush(this, std::move(done));
    else
        done();
}

void WizardDraft::forgetSent()
{
    m_draft.sent = m_formerSent;
    update();
}

bool WizardDraft::isTyped() const
{
    return m_isTried || !isAsBegun() || !m_form->draftLabel().isEmpty();
}

bool WizardDraft::isAsBegun() const
{
    return m_form->definition() == m_untouched;
}

bool WizardDraft::canKeep() const
{
    return m_store && !m_store->database()->problem();
}

void WizardDraft::update()
{
    if (!m_store)
        return;
    if (!isTyped()) {
        discard();
        return;
    }
    m_draft.key = {m_place.account, m_place.project, {}};
    m_draft.environment = m_place.environment;
    m_draft.page = QString::number(m_page);
    m_draft.saved = {};
    m_draft.edited = m_form->definition();
    m_draft.typed = m_form->drafts();
    m_isKept = true;
    m_store->drafts()->save(m_draft);
}

bool WizardDraft::keep()
{
    if (!canKeep())
        return false;
    m_store->drafts()->flush();
    return true;
}

void WizardDraft::discard()
{
    if (!m_isKept || !m_store)
        return;
    m_isKept = false;
    m_store->drafts()->remove(m_draft.id);
}

void WizardDraft::askToLeave(const QString &sent)
{
    if (!isTyped())
        giveUp();
    else if (canKeep())
        askToKeep(sent);
    else
        askToDiscard(sent);
}

void WizardDraft::openQuestion(QuestionBox *box, const QString &stay)
{
    box->setObjectName(u"leaveQuestion"_s);
    box->cancelButton()->setObjectName(u"stay"_s);
    box->cancelButton()->setText(stay);
    box->open();
}

void WizardDraft::askToDiscard(const QString &sent)
{
    auto *box = new QuestionBox(tr("Discard this pipeline?"),
                                tr("What you typed is not kept.") + u' ' + sent, tr("Discard"),
                                QuestionBox::Kind::Danger, m_window);
    box->confirmButton()->setObjectName(u"leave"_s);
    connect(box, &QDialog::accepted, this, &WizardDraft::giveUp);
    openQuestion(box, tr("Keep editing"));
}

void WizardDraft::askToKeep(const QString &sent)
{
    auto *box =
        new QuestionBox(tr("Keep this pipeline as a draft?"),
                        tr("A draft stays on this computer and is offered again.") + u' ' + sent,
                        tr("Keep as draft"), QuestionBox::Kind::Plain, m_window);
    box->confirmButton()->setObjectName(u"keepDraft"_s);
    box->preferVerb();
    QPushButton *leave = box->addOther(tr("Discard"));
    leave->setObjectName(u"leave"_s);
    connect(leave, &QPushButton::clicked, this, &WizardDraft::giveUp);
    connect(box, &QDialog::accepted, this, [this] {
        update();
        m_store->drafts()->flush();
        Q_EMIT left(true);
    });
    openQuestion(box, tr("Keep editing"));
}

void WizardDraft::giveUp()
{
    Q_EMIT left(false);
    discard(); // last: a field that loses the focus as the wizard closes counts as a change
}

ProjectPlace WizardDraft::placeOf(const Draft &draft)
{
    return {draft.key.account, draft.key.project, draft.environment};
}

int WizardDraft::pageOf(const Draft &draft)
{
    return std::clamp(draft.page.toInt(), 0, int(WizardPages::Review));
}

} // namespace Sluice
