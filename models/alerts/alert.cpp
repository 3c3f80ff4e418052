// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/alert.h"

#include <algorithm>
#include <array>

namespace Sluice {

namespace {

using namespace std::chrono_literals;

constexpr std::array<AlertRuleRow, 7> rules = {{
    {AlertRule::AccountTrouble, "account-trouble", 0s, 30s},
    {AlertRule::UnexpectedStop, "unexpected-stop", 5s, 60s},
    {AlertRule::LogNearlyUsed, "log-nearly-used", 0s, 0s},
    {AlertRule::StartNotConfirmed, "start-not-confirmed", 120s, 0s},
    {AlertRule::UnknownForLong, "unknown-for-long", 5min, 60s},
    {AlertRule::LogHalfUsed, "log-half-used", 0s, 0s},
    {AlertRule::SnapshotForLong, "snapshot-for-long", 0s, 60s},
}};

} // namespace

std::span<const AlertRuleRow> alertRules()
{
    return rules;
}

const AlertRuleRow &rowOf(AlertRule rule)
{
    return rules.at(size_t(rule));
}

bool Alert::isRecovering() const
{
    if (rule == AlertRule::AccountTrouble)
        return overAt.isValid();
    return std::all_of(parts.cbegin(), parts.cend(),
                       [](const AlertPart &part) { return part.overAt.isValid(); });
}

} // namespace Sluice
