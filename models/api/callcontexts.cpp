// SPDX-License-Identifier: Apache-2.0
#include "models/api/callcontexts.h"

namespace Sluice {

void CallContexts::add(QObject *context)
{
    Watched &watched = m_watched[context];
    if (watched.calls++ > 0)
        return;
    watched.connection = connect(context, &QObject::destroyed, this, [this](QObject *dead) {
        m_watched.remove(dead);
        Q_EMIT died(dead);
    });
}

void CallContexts::release(const QObject *context)
{
    const auto it = m_watched.find(context);
    if (it == m_watched.end() || --it->calls > 0)
        return;
    disconnect(it->connection);
    m_watched.erase(it);
}

} // namespace Sluice
