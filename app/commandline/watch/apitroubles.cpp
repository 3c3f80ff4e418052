// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/watch/apitroubles.h"

#include <utility>

namespace Sluice {

bool ApiTroubles::onFailure(const PipelineKey &key, ApiError::Kind kind, bool isOfAll,
                            const QDateTime &now)
{
    m_lastFailure = now;
    m_failing.insert(key);
    m_isOfAll = m_isOfAll || isOfAll;
    if (!isOn())
        m_since = now;
    const bool isNew = !m_kinds.contains(kind);
    m_kinds.insert(kind);
    return isNew;
}

std::optional<QDateTime> ApiTroubles::onAnswer(const PipelineKey &key, const QDateTime &now)
{
    m_failing.remove(key);
    if (!isOn())
        return std::nullopt;
    const bool isCalm = m_failing.isEmpty() && m_lastFailure.msecsTo(now) >= m_calm.count();
    if (!m_isOfAll && !isCalm)
        return std::nullopt;
    m_isOfAll = false;
    m_failing.clear();
    m_kinds.clear();
    return std::exchange(m_since, QDateTime());
}

} // namespace Sluice
