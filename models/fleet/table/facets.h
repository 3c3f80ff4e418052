// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QSet>
#include <QString>

#include <array>

namespace Sluice {

struct PipelineRow;

// What pipelines are chosen by, beside text, states and place.
enum class Facet { SourceType, TargetType, Project, Runner, Tag };

inline constexpr std::array allFacets{Facet::SourceType, Facet::TargetType, Facet::Project,
                                      Facet::Runner, Facet::Tag};

// The chosen values of each facet, in the order of Facet; none: all.
using FacetChoice = std::array<QSet<QString>, allFacets.size()>;

// One value of a facet and how many pipelines have it.
struct FacetCount {
    QString value; // see facetValues()
    QString text;  // for people: "PostgreSQL"
    int count = 0;
    bool operator==(const FacetCount &) const = default;
};

// One value of a row, and how it reads.
struct FacetValue {
    QString value; // names a type, a project of an account, a runner of an account, or a tag
    QString text;  // for people
};

// The row's values; only of tags it may have more than one, and the pin counts as one.
QList<FacetValue> facetValues(const PipelineRow &row, Facet facet);
// True when the row has one of them.
bool hasFacetValue(const PipelineRow &row, Facet facet, const QSet<QString> &values);

// The value that all pipelines with this runner have.
QString runnerValue(const QString &account, const QString &agentId);

} // namespace Sluice
