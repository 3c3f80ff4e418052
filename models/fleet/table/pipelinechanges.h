// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFlags>
#include <QList>

namespace Sluice {

// Which rows of a PipelineModel changed and how, collected until the views are told.
class PipelineChanges
{
public:
    enum Kind {
        Checked = 1,    // the time of the last good answer alone
        Status = 2,     // badge, raw status, since
        Outdated = 4,   // the last check failed, or no longer
        Definition = 8, // anything
    };
    Q_DECLARE_FLAGS(Kinds, Kind)

    struct Run {
        int first = 0;
        int last = 0;
        bool operator==(const Run &) const = default;
    };

    // More changed rows than these are told as one range: one signal costs less than many.
    static constexpr int manyRows = 50;

    void mark(int row, Kinds kinds);

    bool isEmpty() const { return m_rows.isEmpty(); }

    // The rows of one kind, ascending: contiguous runs, or one range when they are many.
    QList<Run> runs(Kind kind) const;

private:
    QList<Kinds> m_kinds; // by row, as far as marked
    QList<int> m_rows;    // those with any kind
};

Q_DECLARE_OPERATORS_FOR_FLAGS(PipelineChanges::Kinds)

} // namespace Sluice
