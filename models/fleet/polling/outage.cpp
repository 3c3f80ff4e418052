// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/polling/outage.h"

#include "models/fleet/polling/pause.h"

#include <algorithm>

namespace Sluice {

namespace {

// One pipeline may be slow; so many time-outs without an answer between them are everybody's.
constexpr int silenceOfAll = 3;

// The same for everybody on this account: no use in asking the others as well.
bool concernsAccount(ApiError::Kind kind)
{
    return kind == ApiError::Kind::Network || kind == ApiError::Kind::Tls ||
           kind == ApiError::Kind::Unauthorized || kind == ApiError::Kind::RateLimited;
}

} // namespace

Outage::Outage(std::chrono::milliseconds probe, std::chrono::milliseconds longest)
    : m_probe(probe)
    , m_longest(longest)
{}

void Outage::onAnswer()
{
    m_probes = 0;
    m_silence = 0;
    m_lastFailure.reset();
}

Outage::Concerns Outage::onFailure(const ApiError &error, TimePoint sentAt, TimePoint now,
                                   double spread)
{
    if (!m_lastFailure || m_lastFailure->kind != error.kind)
        m_lastFailure = error;
    m_silence = error.kind == ApiError::Kind::Timeout ? m_silence + 1 : 0;
    const bool isSilent = m_silence >= silenceOfAll || (m_silence > 0 && isOn());
    if (!concernsAccount(error.kind) && !isSilent) {
        m_probes = 0; // refused or slow, but somebody is there
        return Concerns::One;
    }
    if (isOn() && sentAt < m_since)
        return Concerns::Nothing;
    if (!isOn())
        m_since = now;
    const auto pause = scaled(doubled(m_probe, m_probes, m_longest), spread);
    m_probeAt = now + std::max(pause, error.retryAfter);
    ++m_probes;
    return Concerns::All;
}

} // namespace Sluice
