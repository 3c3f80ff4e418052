// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"
#include "models/fleet/table/facetmodel.h"

class QSettings;

namespace Sluice {

// The filters of the former session. The text is a search of the moment and begins empty.
FacetModel::Chosen keptFacet(const QSettings &settings, Facet facet);
void keepFacet(QSettings &settings, Facet facet, const FacetModel::Chosen &chosen);

QSet<Badge> keptBadges(const QSettings &settings);
void keepBadges(QSettings &settings, const QSet<Badge> &badges);

} // namespace Sluice
