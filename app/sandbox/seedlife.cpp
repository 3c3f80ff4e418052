// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/seedlife.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace Sluice::Sandbox {

Life lifeIn(const QString &state, const Pace &pace, qint64 since, qint64 now, double speed)
{
    const auto ago = [&](qint64 time) { return now - qint64(double(time) / speed); };
    if (state == "NEVER_STARTED"_L1)
        return {};
    if (state == "NOT_RUNNING"_L1)
        return {false, ago(pace.stopping + since), true};
    if (state == "STOPPING"_L1)
        return {false, ago(since), true};
    if (state == "STARTING"_L1)
        return {true, ago(since), false};
    if (state == "SNAPSHOTTING"_L1)
        return {true, ago(pace.starting + since), false};
    return {true, ago(pace.starting + since), true};
}

} // namespace Sluice::Sandbox
