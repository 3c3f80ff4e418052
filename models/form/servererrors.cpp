// SPDX-License-Identifier: Apache-2.0
#include "models/form/servererrors.h"

#include <algorithm>

namespace Sluice {

namespace {

// Empty: none.
DefinitionPath rowFor(const DefinitionPath &path, const QList<DefinitionPath> &rows)
{
    for (DefinitionPath row = path; !row.isEmpty(); row.leave()) {
        if (rows.contains(row))
            return row;
    }
    const auto below = std::find_if(rows.begin(), rows.end(), [&path](const DefinitionPath &row) {
        return !path.isEmpty() && row.isAtOrBelow(path);
    });
    return below == rows.end() ? DefinitionPath() : *below;
}

} // namespace

void ServerErrors::place(const QList<Violation> &violations, const QList<DefinitionPath> &rows)
{
    m_placed.clear();
    m_unplaced.clear();
    for (const Violation &violation : violations) {
        const DefinitionPath row = rowFor(DefinitionPath::fromText(violation.field), rows);
        if (row.isEmpty())
            m_unplaced.append(violation);
        else
            m_placed[row].append(violation);
    }
}

ServerErrors::Dropped ServerErrors::drop(const DefinitionPath &path)
{
    const auto isAnswered = [&path](const Violation &violation) {
        return !violation.field.isEmpty() &&
               path.overlaps(DefinitionPath::fromText(violation.field));
    };
    Dropped dropped;
    for (auto it = m_placed.begin(); it != m_placed.end(); ++it) {
        if (it->removeIf(isAnswered) > 0)
            dropped.rows.insert(it.key());
    }
    m_placed.removeIf([](auto row) { return row->isEmpty(); });
    dropped.hasUnplaced = m_unplaced.removeIf(isAnswered) > 0;
    return dropped;
}

QList<DefinitionPath> ServerErrors::paths() const
{
    QList<DefinitionPath> paths;
    const auto add = [&paths](const QList<Violation> &violations) {
        for (const Violation &violation : violations) {
            if (!violation.field.isEmpty())
                paths.append(DefinitionPath::fromText(violation.field));
        }
    };
    add(m_unplaced);
    for (const QList<Violation> &violations : m_placed)
        add(violations);
    return paths;
}

} // namespace Sluice
