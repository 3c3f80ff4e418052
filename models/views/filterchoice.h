// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"
#include "models/fleet/table/facetmodel.h"

#include <QSet>

class QSettings;

namespace Sluice {

// The states and values that pipelines are chosen by, with the texts of the values.
struct FilterChoice {
    QSet<Badge> badges;
    std::array<FacetModel::Chosen, allFacets.size()> facets; // in the order of Facet

    // Both work in the group in which the settings are. What only another version of Sluice knows
    // is left out.
    static FilterChoice read(const QSettings &settings);
    void write(QSettings &settings) const;

    FacetChoice values() const;

    bool operator==(const FilterChoice &) const = default;
};

} // namespace Sluice
