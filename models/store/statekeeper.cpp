// SPDX-License-Identifier: Apache-2.0
#include "models/store/statekeeper.h"

#include "models/fleet/fleet.h"

#include <utility>

namespace Sluice {

StateKeeper::StateKeeper(Fleet *fleet, LastStates *store, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_store(store)
{
    PipelineModel *model = fleet->pipelines();
    connect(model, &PipelineModel::statusChanged, this, &StateKeeper::note);
    connect(model, &PipelineModel::pipelinesAdded, this, &StateKeeper::recall);
    connect(fleet, &Fleet::commandAccepted, this, &StateKeeper::note);
    connect(fleet, &Fleet::accountAboutToBeRemoved, this,
            [this](const Account *account) { writeAccount(account->id()); });
    m_writeTimer.setSingleShot(true);
    m_writeTimer.setInterval(writeDelay);
    connect(&m_writeTimer, &QTimer::timeout, this, &StateKeeper::write);
    m_seenTimer.setInterval(seenInterval);
    connect(&m_seenTimer, &QTimer::timeout, this, &StateKeeper::writeAll);
    m_seenTimer.start();
    store->all(this, [this](const StoreResult<LastStates::States> &states) {
        if (states) // the window tells of a store that does not work
            take(*states);
    });
}

StateKeeper::~StateKeeper()
{
    writeAll();
}

void StateKeeper::take(const LastStates::States &states)
{
    for (auto [key, state] : states.asKeyValueRange()) {
        if (!m_forgotten.contains(key.account))
            m_recalled.insert(key, state);
    }
    recall(m_recalled.keys());
}

void StateKeeper::forget(const QString &account)
{
    m_forgotten.insert(account);
    m_recalled.removeIf([&account](const auto &it) { return it.key().account == account; });
    m_store->removeAccount(account);
}

void StateKeeper::recall(const QList<PipelineKey> &arrived)
{
    PipelineModel *model = m_fleet->pipelines();
    for (const PipelineKey &key : arrived) {
        if (m_recalled.contains(key) && model->find(key))
            model->recallState(key, m_recalled.take(key));
    }
}

void StateKeeper::note(const PipelineKey &key)
{
    m_changed.insert(key);
    if (!m_writeTimer.isActive())
        m_writeTimer.start();
}

void StateKeeper::write()
{
    LastStates::States states;
    const QSet<PipelineKey> changed = std::exchange(m_changed, {});
    for (const PipelineKey &key : changed) {
        const PipelineRow *row = m_fleet->pipelines()->find(key);
        if (row && row->checked.isValid())
            states.insert(key, row->seenState());
    }
    m_store->put(states);
}

void StateKeeper::writeAll()
{
    const QList<Account *> accounts = m_fleet->accounts();
    for (const Account *account : accounts)
        writeAccount(account->id());
}

void StateKeeper::writeAccount(const QString &account)
{
    LastStates::States states;
    const QList<PipelineKey> keys = m_fleet->pipelines()->keys(account);
    for (const PipelineKey &key : keys) {
        const bool isChanged = m_changed.remove(key);
        const PipelineRow *row = m_fleet->pipelines()->find(key);
        // A recalled state is on disk. Another window may have written a newer one.
        if (row->checked.isValid() && (isChanged || !row->recalled))
            states.insert(key, row->seenState());
    }
    m_store->put(states);
}

} // namespace Sluice
