// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/fieldcondition.h"

#include <QList>
#include <QStringList>

namespace Sluice {

struct PipelineRow;

// What somebody typed to find pipelines, parted at blanks: conditions on fields (path=value and
// path~text), and words that must occur. Double quotes keep blanks together, and a word that begins
// with one is never a condition.
struct FilterText {
    QStringList words; // in lower case
    QList<FieldCondition> conditions;

    static FilterText fromText(const QString &text);

    bool isEmpty() const { return words.isEmpty() && conditions.isEmpty(); }

    bool fits(const PipelineRow &row) const;

    // Whatever fits this text fits the other one, too. False when that is not known.
    bool isWithin(const FilterText &other) const;

    bool operator==(const FilterText &) const = default;
};

} // namespace Sluice
