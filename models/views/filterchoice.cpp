// SPDX-License-Identifier: Apache-2.0
#include "models/views/filterchoice.h"

#include <QSettings>
#include <QStringList>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto badgesKey = "states"_L1;

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
    case Facet::SourceType: return u"source"_s;
    case Facet::TargetType: return u"target"_s;
    case Facet::Project: return u"project"_s;
    case Facet::Runner: return u"runner"_s;
    case Facet::Tag: return u"tag"_s;
    }
    return {};
}

QVariant variantOf(const FacetModel::Chosen &chosen)
{
    QVariantMap map;
    for (auto it = chosen.cbegin(); it != chosen.cend(); ++it)
        map.insert(it.key(), it.value());
    return map;
}

FacetModel::Chosen chosenIn(const QVariant &variant)
{
    FacetModel::Chosen chosen;
    const QVariantMap map = variant.toMap();
    for (auto it = map.cbegin(); it != map.cend(); ++it)
        chosen.insert(it.key(), it.value().toString());
    return chosen;
}

} // namespace

FilterChoice FilterChoice::read(const QSettings &settings)
{
    FilterChoice choice;
    const QStringList ids = settings.value(badgesKey).toStringList();
    for (const BadgeId &row : badgeIds) {
        if (ids.contains(row.id))
            choice.badges.insert(row.badge);
    }
    for (const Facet facet : allFacets)
        choice.facets[size_t(facet)] = chosenIn(settings.value(keyOf(facet)));
    return choice;
}

void FilterChoice::write(QSettings &settings) const
{
    const auto keep = [&settings](const QString &key, bool isEmpty, const QVariant &value) {
        if (isEmpty)
            settings.remove(key);
        else
            settings.setValue(key, value);
    };
    QStringList ids;
    for (const BadgeId &row : badgeIds) {
        if (badges.contains(row.badge))
            ids += row.id;
    }
    keep(badgesKey, ids.isEmpty(), ids);
    for (const Facet facet : allFacets) {
        const FacetModel::Chosen &chosen = facets[size_t(facet)];
        keep(keyOf(facet), chosen.isEmpty(), variantOf(chosen));
    }
}

FacetChoice FilterChoice::values() const
{
    FacetChoice values;
    for (const Facet facet : allFacets) {
        const QStringList chosen = facets[size_t(facet)].keys();
        values[size_t(facet)] = QSet<QString>(chosen.cbegin(), chosen.cend());
    }
    return values;
}

} // namespace Sluice
