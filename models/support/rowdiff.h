// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>

#include <algorithm>

namespace Sluice {

// A run of rows without a gap.
struct RowRun {
    int first = 0;
    int last = 0;

    int count() const { return last - first + 1; }

    bool operator==(const RowRun &) const = default;
};

// The runs of rows for which isOne is true, from the last to the first. In this order, removing a
// run does not shift the runs that are still to be removed.
template <typename Test>
QList<RowRun> rowRuns(int rows, Test isOne)
{
    QList<RowRun> runs;
    for (int last = rows - 1; last >= 0; --last) {
        if (!isOne(last))
            continue;
        int first = last;
        while (first > 0 && isOne(first - 1))
            --first;
        runs.append({first, last});
        last = first;
    }
    return runs;
}

// The runs of these rows, from the last to the first. rows: in any order, without repeats.
QList<RowRun> rowRuns(QList<int> rows);

// One step from one list to another. A model does it between its begin...() and end...(), with the
// rows that are given here.
struct RowStep {
    enum class Kind {
        Remove, // removes the run
        Move,   // moves the run before the row `to`, as beginMoveRows() counts it
        Insert, // inserts the rows of the wanted list that have these numbers
    };

    Kind kind = Kind::Remove;
    RowRun run;
    int to = 0;

    bool operator==(const RowStep &) const = default;
};

// The steps from a list with that many rows to another one: first removes, then moves, then
// inserts. former: for each wanted row, the row it comes from (each at most once), or -1 for a new
// row. Takes O(n) while the rows that stay keep their order. Else as few rows as possible move, and
// each move takes O(n), as it does in the list.
QList<RowStep> rowSteps(int rows, const QList<int> &former);

// The same for two lists whose rows have ids. A row that repeats an id above it counts as another
// row. Calls idOf(present, row) and idOf(wanted, row) once for each row.
template <typename Present, typename Wanted, typename IdOf>
QList<RowStep> rowDiff(const Present &present, const Wanted &wanted, IdOf idOf)
{
    using Id = std::decay_t<decltype(idOf(present, 0))>;
    QHash<Id, int> rows;
    rows.reserve(qsizetype(present.size()));
    for (int row = int(present.size()) - 1; row >= 0; --row) // the first of equal ids counts
        rows.insert(idOf(present, row), row);
    QList<int> former;
    former.reserve(qsizetype(wanted.size()));
    for (int row = 0; row < int(wanted.size()); ++row) {
        const auto found = rows.constFind(idOf(wanted, row));
        former.append(found == rows.constEnd() ? -1 : *found);
        if (found != rows.constEnd())
            rows.erase(found);
    }
    return rowSteps(int(present.size()), former);
}

// Carries out a move in any list.
template <typename List>
void moveRows(List &list, const RowStep &move)
{
    const auto first = list.begin() + move.run.first;
    const auto end = list.begin() + move.run.last + 1;
    const auto to = list.begin() + move.to;
    if (to < first)
        std::rotate(to, first, end);
    else
        std::rotate(first, end, to);
}

} // namespace Sluice
