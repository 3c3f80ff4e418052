// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/apierror.h"
#include "models/definition/pipelinekey.h"

#include <QDateTime>
#include <QSet>

#include <chrono>
#include <optional>

namespace Sluice {

// When to say that the API does not answer as it should, and that it does again: once for each kind
// of failure and once at the end, however many calls fail. A trouble of the whole account ends with
// the first good answer; one of some pipelines when none of them has failed for a while, so that a
// pipeline that fails now and then is not told again and again. Time is handed in.
class ApiTroubles
{
public:
    // calm: how long nothing may have failed.
    explicit ApiTroubles(std::chrono::milliseconds calm)
        : m_calm(calm)
    {}

    // A check failed. isOfAll: nobody of the account is answered. True: it is to be told.
    bool onFailure(const PipelineKey &key, ApiError::Kind kind, bool isOfAll, const QDateTime &now);
    // A check succeeded. The answer: the trouble is over, and began then.
    std::optional<QDateTime> onAnswer(const PipelineKey &key, const QDateTime &now);

    // The pipeline is not watched any more.
    void forget(const PipelineKey &key) { m_failing.remove(key); }

    bool isOn() const { return m_since.isValid(); }

    // The kinds of failures since it began; empty: all is well.
    const QSet<ApiError::Kind> &kinds() const { return m_kinds; }

private:
    std::chrono::milliseconds m_calm;
    QDateTime m_since; // invalid: all is well
    QDateTime m_lastFailure;
    bool m_isOfAll = false;
    QSet<PipelineKey> m_failing;
    QSet<ApiError::Kind> m_kinds;
};

} // namespace Sluice
