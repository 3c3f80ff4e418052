// SPDX-License-Identifier: Apache-2.0
#include "models/form/servererrors.h"

#include "models/definition/jsonpath.h"

#include <algorithm>

namespace Sluice {

namespace {

// Empty: none.
QString rowFor(const QString &path, const QStringList &rows)
{
    QStringList keys = JsonPath::split(path);
    const QString whole = keys.join(u'.');
    for (; !keys.isEmpty(); keys.removeLast()) {
        QString row = keys.join(u'.');
        if (rows.contains(row))
            return row;
    }
    const auto below = std::find_if(rows.begin(), rows.end(), [&whole](const QString &row) {
        return !whole.isEmpty() && JsonPath::isAtOrBelow(row, whole);
    });
    return below == rows.end() ? QString() : *below;
}

} // namespace

void ServerErrors::place(const QList<Violation> &violations, const QStringList &rows)
{
    m_placed.clear();
    m_unplaced.clear();
    for (const Violation &violation : violations) {
        const QString row = rowFor(violation.field, rows);
        if (row.isEmpty())
            m_unplaced.append(violation);
        else
            m_placed[row].append(violation);
    }
}

ServerErrors::Dropped ServerErrors::drop(const QString &path)
{
    const auto isAnswered = [&path](const Violation &violation) {
        return !violation.field.isEmpty() && (JsonPath::isAtOrBelow(violation.field, path) ||
                                              JsonPath::isAtOrBelow(path, violation.field));
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

QStringList ServerErrors::paths() const
{
    QStringList paths;
    const auto add = [&paths](const QList<Violation> &violations) {
        for (const Violation &violation : violations) {
            if (!violation.field.isEmpty())
                paths.append(violation.field);
        }
    };
    add(m_unplaced);
    for (const QList<Violation> &violations : m_placed)
        add(violations);
    return paths;
}

} // namespace Sluice
