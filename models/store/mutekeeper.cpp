// SPDX-License-Identifier: Apache-2.0
#include "models/store/mutekeeper.h"

#include "models/alerts/alertwatch.h"
#include "models/store/alerts/mutestore.h"

namespace Sluice {

MuteKeeper::MuteKeeper(AlertWatch *alerts, MuteStore *store, QObject *parent)
    : QObject(parent)
    , m_alerts(alerts)
    , m_store(store)
{
    connect(alerts, &AlertWatch::mutesChanged, this, &MuteKeeper::write);
    store->all(this, [this](const StoreResult<QList<Mute>> &kept) {
        m_isRead = true;
        if (!kept)
            return; // the window tells of a store that does not work
        QList<Mute> mutes = *kept;
        const bool isMore = !m_alerts->mutes().all().isEmpty();
        mutes += m_alerts->mutes().all(); // made before the store answered
        m_alerts->setMutes(mutes);
        if (isMore)
            write();
    });
}

void MuteKeeper::write()
{
    if (m_isRead)
        m_store->put(m_alerts->mutes().all());
}

} // namespace Sluice
