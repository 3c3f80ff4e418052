// SPDX-License-Identifier: Apache-2.0
#include "models/definition/badgegroups.h"

#include <QCoreApplication>

#include <algorithm>

namespace Sluice {

namespace {

struct GroupWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::StateStrip)
};

BadgeGroup alone(Badge badge)
{
    return {badgeWord(badge), badge, {badge}};
}

} // namespace

QList<BadgeGroup> badgeGroups()
{
    return {
        alone(Badge::StoppedUnexpectedly),
        {GroupWords::tr("Unknown"), Badge::Unknown, {Badge::Unknown, Badge::NewValue}},
        {GroupWords::tr("Changing"),
         Badge::Starting,
         {Badge::StartRequested, Badge::StopRequested, Badge::Starting, Badge::Stopping}},
        alone(Badge::Snapshotting),
        alone(Badge::Streaming),
        alone(Badge::Stopped),
        alone(Badge::NotChecked),
    };
}

QList<BadgeGroup> groupsOf(const QSet<Badge> &badges)
{
    QList<BadgeGroup> groups;
    for (const BadgeGroup &group : badgeGroups()) {
        if (badges.contains(group.badges)) {
            groups.append(group);
            continue;
        }
        QList<Badge> single(group.badges.cbegin(), group.badges.cend());
        std::sort(single.begin(), single.end());
        for (const Badge badge : std::as_const(single)) {
            if (badges.contains(badge))
                groups.append(alone(badge));
        }
    }
    return groups;
}

} // namespace Sluice
