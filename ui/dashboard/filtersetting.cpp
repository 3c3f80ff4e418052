// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/filtersetting.h"

#include <QSettings>
#include <QStringList>
#include <QVariantMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto badgesKey = "dashboard/filter/states"_L1;

struct BadgeId {
    Badge badge;
    QLatin1StringView id;
};

constexpr std::array badgeIds{
    BadgeId{Badge::StoppedUnexpectedly, "stopped-unexpectedly"_L1},
    BadgeId{Badge::Unknown, "unknown"_L1},
    BadgeId{Badge::NewValue, "new-value"_L1},
    BadgeId{Badge::StartRequested, "start-requested"_L1},
    BadgeId{Badge::StopRequested, "stop-requested"_L1},
    BadgeId{Badge::Starting, "starting"_L1},
    BadgeId{Badge::Stopping, "stopping"_L1},
    BadgeId{Badge::Snapshotting, "snapshotting"_L1},
    BadgeId{Badge::Streaming, "streaming"_L1},
    BadgeId{Badge::Stopped, "stopped"_L1},
    BadgeId{Badge::NotChecked, "not-checked"_L1},
};

QString keyOf(Facet facet)
{
    switch (facet) {
    case Facet::SourceType: return u"dashboard/filter/source"_s;
    case Facet::TargetType: return u"dashboard/filter/target"_s;
    case Facet::Project: return u"dashboard/filter/project"_s;
    case Facet::Runner: return u"dashboard/filter/runner"_s;
    }
    return {};
}

} // namespace

FacetModel::Chosen keptFacet(const QSettings &settings, Facet facet)
{
    FacetModel::Chosen chosen;
    const QVariantMap kept = settings.value(keyOf(facet)).toMap();
    for (auto it = kept.cbegin(); it != kept.cend(); ++it)
        chosen.insert(it.key(), it.value().toString());
    return chosen;
}

void keepFacet(QSettings &settings, Facet facet, const FacetModel::Chosen &chosen)
{
    if (chosen.isEmpty()) {
        settings.remove(keyOf(facet));
        return;
    }
    QVariantMap kept;
    for (auto it = chosen.cbegin(); it != chosen.cend(); ++it)
        kept.insert(it.key(), it.value());
    settings.setValue(keyOf(facet), kept);
}

QSet<Badge> keptBadges(const QSettings &settings)
{
    const QStringList ids = settings.value(badgesKey).toStringList();
    QSet<Badge> badges;
    for (const BadgeId &row : badgeIds) {
        if (ids.contains(row.id))
            badges.insert(row.badge);
    }
    return badges;
}

void keepBadges(QSettings &settings, const QSet<Badge> &badges)
{
    QStringList ids;
    for (const BadgeId &row : badgeIds) {
        if (badges.contains(row.badge))
            ids += row.id;
    }
    if (ids.isEmpty())
        settings.remove(badgesKey);
    else
        settings.setValue(badgesKey, ids);
}

} // namespace Sluice
