// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablesmodel.h"

#include <QRegularExpression>

#include <optional>

namespace Sluice {

// What to look for among the names of a TablesModel.
struct TableQuery {
    QString text;
    std::optional<TablesModel::Column> column; // none: both
    bool matchesCase = false;
    bool isPattern = false; // text is a Perl-compatible regular expression
};

// Finds names and works out their replacements. Changes nothing itself.
class TableSearch final
{
public:
    explicit TableSearch(const TableQuery &query);

    // Why the pattern cannot be used, translated by Qt; empty: it can.
    QString fault() const;

    // The cells that match, by row and column. None for an empty text or a faulty pattern.
    QModelIndexList matches(const TablesModel &tables) const;
    // What the cell would hold with every occurrence replaced; by may name groups of a pattern
    // ("\\1").
    TablesModel::CellText replaced(const QModelIndex &cell, const QString &by) const;

private:
    bool isIn(const QString &name) const;

    TableQuery m_query;
    QRegularExpression m_pattern;
};

} // namespace Sluice
