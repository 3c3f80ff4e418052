// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>

#include <algorithm>

namespace Sluice {

// Rows without a gap.
struct RowRun {
    int first = 0;
    int last = 0;

    int count() const { return last - first + 1; }

    bool operator==(const RowRun &) const = default;
};

// The runs of the rows of which it is true, from the last to the first: rows that go one run after
// the other must not shift those that are still to go.
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

// The runs of these rows, in any order and without repeats, from the last to the first.
QList<RowRun> rowRuns(QList<int> rows);

// One step on the way from one list to another. A model does it between its begin...() and its
// end...(), with the rows as they are given here.
struct RowStep {
    enum class Kind {
        Remove, // run
        Move,   // run, to before the row `to`, as QAbstractItemModel::beginMoveRows() counts it
        Insert, // run; they are the rows of the wanted list that have the same numbers
    };

    Kind kind = Kind::Remove;
    RowRun run;
    int to = 0;

    bool operator==(const RowStep &) const = default;
};

// The steps from a list of so many rows to another: first removes, then moves, then inserts.
// former: by wanted row, the row it comes from, each once; -1: it is new. O(n) while what stays
// keeps its order. Else as few rows move as can be, and each move takes O(n), as it does in the
// list.
QList<RowStep> rowSteps(int rows, const QList<int> &former);

// The same for lists of anything that is told apart by an id. What repeats an id above it is taken
// for another row. idOf(present, row) and idOf(wanted, row) are asked once for each row.
template <typename Present, typename Wanted, typename IdOf>
QList<RowStep> rowDiff(const Present &present, const Wanted &wanted, IdOf idOf)
{
    using Id = std::decay_t<decltype(idOf(present, 0))>;
    QHash<Id, int> rows;
    rows.reserve(qsizetype(present.size()));
    for (int row = int(present.size()) - 1; row >= 0; --row) // the first of equal ones counts
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

// Does a move in any list.
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
