// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelinechanges.h"

#include <algorithm>

namespace Sluice {

void PipelineChanges::mark(int row, Kinds kinds)
{
    if (row >= m_kinds.size())
        m_kinds.resize(row + 1);
    if (!m_kinds[row])
        m_rows.append(row);
    m_kinds[row] |= kinds;
}

QList<PipelineChanges::Run> PipelineChanges::runs(Kind kind) const
{
    QList<int> rows;
    for (const int row : m_rows) {
        if (m_kinds[row] & kind)
            rows.append(row);
    }
    if (rows.isEmpty())
        return {};
    std::sort(rows.begin(), rows.end());
    if (rows.size() > manyRows)
        return {{rows.constFirst(), rows.constLast()}};

    QList<Run> runs;
    for (const int row : std::as_const(rows)) {
        if (runs.isEmpty() || runs.constLast().last + 1 != row)
            runs.append({row, row});
        else
            runs.last().last = row;
    }
    return runs;
}

} // namespace Sluice
