// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>
#include <QString>

#include <array>

namespace Sluice {

struct PipelineRow;

// What pipelines are chosen by, beside text, states and place.
enum class Facet { SourceType, TargetType, Project, Runner };

inline constexpr std::array allFacets{Facet::SourceType, Facet::TargetType, Facet::Project,
                                      Facet::Runner};

// The chosen values of each facet, in the order of Facet; none: all.
using FacetChoice = std::array<QSet<QString>, allFacets.size()>;

// One value of a facet and how many pipelines have it.
struct FacetCount {
    QString value; // see facetValue()
    QString text;  // for people: "PostgreSQL"
    int count = 0;
    bool operator==(const FacetCount &) const = default;
};

// The row's value, which names a type, a project of an account or a runner of an account.
QString facetValue(const PipelineRow &row, Facet facet);

// The value that all pipelines with this runner have.
QString runnerValue(const QString &account, const QString &agentId);

// The row's value for people.
QString facetText(const PipelineRow &row, Facet facet);

} // namespace Sluice
