// SPDX-License-Identifier: Apache-2.0
#include "models/store/draftkeeper.h"

#include "models/store/localstore.h"

#include <QUuid>

#include <utility>

namespace Sluice {

DraftKeeper::DraftKeeper(Draft::Kind kind, QObject *parent)
    : QObject(parent)
{
    m_draft.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_draft.kind = kind;
}

void DraftKeeper::setStore(LocalStore *store)
{
    if (m_store)
        m_store->drafts()->disconnect(this);
    m_store = store;
    if (!store)
        return;
    connect(store->drafts(), &DraftStore::saved, this, [this](const QString &id) {
        if (id != m_draft.id || !m_isKept)
            return;
        m_saved = QDateTime::currentDateTime();
        Q_EMIT savedChanged();
    });
}

void DraftKeeper::take(const Draft &draft)
{
    if (m_isKept && m_store && m_draft.id != draft.id)
        m_store->drafts()->remove(m_draft.id);
    m_draft = draft;
    m_saved = draft.saved;
    m_isKept = true;
}

bool DraftKeeper::canKeep() const
{
    return m_store && !m_store->database()->problem() &&
           m_store->database()->state() != StoreDatabase::State::Closed;
}

bool DraftKeeper::keep()
{
    if (!canKeep())
        return false;
    update();
    flush();
    return true;
}

void DraftKeeper::update()
{
    if (!m_store)
        return;
    if (!isNeeded()) {
        discard();
        return;
    }
    fill(m_draft);
    m_isKept = true;
    m_store->drafts()->save(m_draft);
}

void DraftKeeper::discard()
{
    if (!m_isKept || !m_store)
        return;
    m_isKept = false;
    m_store->drafts()->remove(m_draft.id);
    m_saved = {};
    m_draft.jsonText.clear();
    Q_EMIT savedChanged();
}

void DraftKeeper::flush()
{
    if (m_store)
        m_store->drafts()->flush();
}

void DraftKeeper::flush(std::function<void()> done)
{
    if (m_store)
        m_store->drafts()->flush(this, std::move(done));
    else
        done();
}

std::optional<Draft> DraftKeeper::kept() const
{
    return m_isKept ? std::optional(m_draft) : std::nullopt;
}

} // namespace Sluice
