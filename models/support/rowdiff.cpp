// SPDX-License-Identifier: Apache-2.0
#include "models/support/rowdiff.h"

#include <algorithm>
#include <numeric>

namespace Sluice {

namespace {

// Says which of these numbers can stay in place while the others move: a longest rising sequence.
// All numbers are below their count.
QList<bool> longestRising(const QList<int> &numbers)
{
    // For each length, the position of the lowest number that ends a sequence of that length.
    QList<int> ends;
    QList<int> before(numbers.size(), -1);
    for (int at = 0; at < numbers.size(); ++at) {
        const auto place =
            std::lower_bound(ends.begin(), ends.end(), numbers.at(at),
                             [&numbers](int end, int number) { return numbers.at(end) < number; });
        if (place != ends.begin())
            before[at] = *(place - 1);
        if (place == ends.end())
            ends.append(at);
        else
            *place = at;
    }
    QList<bool> rising(numbers.size(), false);
    for (int at = ends.isEmpty() ? -1 : ends.constLast(); at >= 0; at = before.at(at))
        rising[numbers.at(at)] = true;
    return rising;
}

// wanted: the present numbers of the rows that stay, in their wanted order. Moves each row that has
// to move right behind the row that it should follow.
void appendMoves(QList<RowStep> &steps, const QList<int> &wanted)
{
    if (std::is_sorted(wanted.begin(), wanted.end()))
        return;
    const QList<bool> isFixed = longestRising(wanted);
    QList<int> now(wanted.size());
    std::iota(now.begin(), now.end(), 0);
    for (int at = 0; at < wanted.size(); ++at) {
        if (isFixed.at(wanted.at(at)))
            continue;
        const int first = int(now.indexOf(wanted.at(at)));
        int count = 1;
        while (at + count < wanted.size() && first + count < now.size() &&
               now.at(first + count) == wanted.at(at + count) && !isFixed.at(wanted.at(at + count)))
            ++count;
        const int to = at == 0 ? 0 : int(now.indexOf(wanted.at(at - 1))) + 1;
        at += count - 1;
        if (to == first)
            continue;
        steps.append({RowStep::Kind::Move, {first, first + count - 1}, to});
        moveRows(now, steps.constLast());
    }
}

} // namespace

QList<RowRun> rowRuns(QList<int> rows)
{
    std::sort(rows.begin(), rows.end());
    QList<RowRun> runs;
    while (!rows.isEmpty()) {
        const int last = rows.takeLast();
        int first = last;
        while (!rows.isEmpty() && rows.constLast() == first - 1)
            first = rows.takeLast();
        runs.append({first, last});
    }
    return runs;
}

QList<RowStep> rowSteps(int rows, const QList<int> &former)
{
    QList<int> number(rows, -1); // the number among the rows that stay
    for (const int row : former) {
        if (row >= 0)
            number[row] = 0;
    }
    QList<RowStep> steps;
    const QList<RowRun> gone = rowRuns(rows, [&number](int row) { return number.at(row) < 0; });
    for (const RowRun &run : gone)
        steps.append({RowStep::Kind::Remove, run});
    int count = 0;
    for (int &each : number) {
        if (each >= 0)
            each = count++;
    }
    QList<int> staying;
    staying.reserve(count);
    for (const int row : former) {
        if (row >= 0)
            staying.append(number.at(row));
    }
    appendMoves(steps, staying);
    const QList<RowRun> fresh =
        rowRuns(int(former.size()), [&former](int row) { return former.at(row) < 0; });
    std::for_each(fresh.crbegin(), fresh.crend(), [&steps](const RowRun &run) {
        steps.append({RowStep::Kind::Insert, run});
    });
    return steps;
}

} // namespace Sluice
