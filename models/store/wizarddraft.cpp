// SPDX-License-Identifier: Apache-2.0
#include "models/store/wizarddraft.h"

#include "models/form/formmodel.h"

#include <algorithm>
#include <utility>

namespace Sluice {

WizardDraft::WizardDraft(FormModel *form, QObject *parent)
    : DraftKeeper(Draft::Kind::Wizard, parent)
    , m_form(form)
{
    connect(form, &FormModel::definitionChanged, this, &WizardDraft::update);
    connect(form, &FormModel::problemsChanged, this, &WizardDraft::update);
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
    DraftKeeper::take(draft);
    m_formerSent = draft.sent;
    m_isTried = !draft.sent.isNone();
}

void WizardDraft::setUntouched()
{
    m_untouched = m_form->definition();
    update();
}

void WizardDraft::noteSent(const QString &name, std::function<void()> done)
{
    m_isTried = true;
    m_formerSent = draft().sent;
    changedDraft().sent = {m_place.account, m_place.project, name};
    update();
    flush(std::move(done));
}

void WizardDraft::forgetSent()
{
    changedDraft().sent = m_formerSent;
    update();
}

bool WizardDraft::isNeeded() const
{
    return m_isTried || !isAsBegun() || !m_form->draftLabel().isEmpty();
}

bool WizardDraft::isAsBegun() const
{
    return m_form->definition() == m_untouched;
}

void WizardDraft::fill(Draft &draft) const
{
    draft.key = {m_place.account, m_place.project, {}};
    draft.environment = m_place.environment;
    draft.page = QString::number(m_page);
    draft.saved = {};
    draft.edited = m_form->definition();
    draft.typed = m_form->drafts();
}

ProjectPlace WizardDraft::placeOf(const Draft &draft)
{
    return {draft.key.account, draft.key.project, draft.environment};
}

int WizardDraft::pageOf(const Draft &draft)
{
    return std::max(0, draft.page.toInt());
}

} // namespace Sluice
