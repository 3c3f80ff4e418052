// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/wizarddraft.h"

#include "models/form/formmodel.h"
#include "models/store/localstore.h"
#include "ui/shared/place.h"
#include "ui/wizard/wizardpages.h"

#include <QUuid>

#include <algorithm>

namespace Sluice {

WizardDraft::WizardDraft()
{
    m_draft.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_draft.kind = Draft::Kind::Wizard;
}

bool WizardDraft::canKeep() const
{
    return m_store && !m_store->database()->problem();
}

void WizardDraft::take(const Draft &draft)
{
    m_draft = draft;
    m_isKept = true;
}

void WizardDraft::save(const FormModel &form, const Place &place, int page)
{
    if (!m_store)
        return;
    m_draft.key = {place.account, place.project, {}};
    m_draft.environment = place.environment;
    m_draft.page = QString::number(page);
    m_draft.saved = {};
    m_draft.edited = form.definition();
    m_draft.typed = form.drafts();
    m_isKept = true;
    m_store->drafts()->save(m_draft);
}

void WizardDraft::discard()
{
    if (!m_isKept || !m_store)
        return;
    m_isKept = false;
    m_store->drafts()->remove(m_draft.id);
}

void WizardDraft::flush()
{
    if (m_store)
        m_store->drafts()->flush();
}

Place WizardDraft::placeOf(const Draft &draft)
{
    return {draft.key.account, draft.key.project, draft.environment};
}

int WizardDraft::pageOf(const Draft &draft)
{
    return std::clamp(draft.page.toInt(), 0, int(WizardPages::Review));
}

} // namespace Sluice
