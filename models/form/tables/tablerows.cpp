// SPDX-License-Identifier: Apache-2.0
#include "models/form/tables/tablerows.h"

#include <QJsonObject>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QString dotted(const TableRows::Name &name)
{
    return name.first + u'.' + name.second;
}

// An incomplete name does not repeat another one.
bool isComplete(const TableRows::Name &name)
{
    return !name.first.isEmpty() && !name.second.isEmpty();
}

// True when an entry has nothing but schema and table: a repeat of it loses nothing.
bool isPlain(const QJsonValue &json)
{
    return json.toObject().size() <= 2;
}

int compared(const QString &a, const QString &b)
{
    const int folded = a.compare(b, Qt::CaseInsensitive);
    return folded != 0 ? folded : a.compare(b);
}

} // namespace

TableRows::Row TableRows::makeRow(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    return {json, {object.value("schema"_L1).toString(), object.value("table"_L1).toString()}};
}

TableRows::TableRows(const QJsonArray &tables)
{
    QList<Row> rows;
    rows.reserve(tables.size());
    for (const auto &table : tables)
        rows.append(makeRow(table));
    append(rows);
}

QJsonArray TableRows::json() const
{
    QJsonArray tables;
    for (const Row &row : m_rows)
        tables.append(row.json);
    return tables;
}

void TableRows::addToCount(const Name &name, int change)
{
    const int count = m_counts.value(name) + change;
    if (count == 0)
        m_counts.remove(name);
    else
        m_counts.insert(name, count);
}

int TableRows::repeats() const
{
    int repeats = 0;
    for (auto it = m_counts.cbegin(); it != m_counts.cend(); ++it) {
        if (isComplete(it.key()))
            repeats += it.value() - 1;
    }
    return repeats;
}

TableRows::Thinning TableRows::thinning() const
{
    QHash<Name, QList<int>> places;
    for (int row = 0; row < size(); ++row) {
        const Name &name = at(row).name;
        if (isComplete(name) && count(name) > 1)
            places[name].append(row);
    }
    Thinning result;
    for (const QList<int> &rows : std::as_const(places)) {
        const auto isRich = [this](int row) { return !isPlain(at(row).json); };
        const bool hasRich = std::any_of(rows.begin(), rows.end(), isRich);
        QList<int> kept;
        for (const int row : rows) {
            const auto isSame = [this, row](int other) { return at(other).json == at(row).json; };
            const bool goes = (hasRich && !isRich(row)) ||
                              std::any_of(kept.cbegin(), kept.cend(), isSame) ||
                              (!hasRich && !kept.isEmpty());
            (goes ? result.rows : kept).append(row);
        }
        result.left += int(kept.size()) - 1;
    }
    return result;
}

QList<int> TableRows::sorted(Column column, Qt::SortOrder order) const
{
    const auto isLess = [this, column](int one, int other) {
        const Name &a = at(one).name;
        const Name &b = at(other).name;
        const int schemas = compared(a.first, b.first);
        const int tables = compared(a.second, b.second);
        if (column == Table)
            return tables != 0 ? tables < 0 : schemas < 0;
        return schemas != 0 ? schemas < 0 : tables < 0;
    };
    QList<int> from(m_rows.size());
    std::iota(from.begin(), from.end(), 0);
    std::stable_sort(from.begin(), from.end(), [&](int a, int b) {
        return order == Qt::AscendingOrder ? isLess(a, b) : isLess(b, a);
    });
    return std::is_sorted(from.cbegin(), from.cend()) ? QList<int>() : from;
}

TableRows::Replaced TableRows::checked(const QList<CellText> &texts) const
{
    QHash<int, Name> names;
    for (const CellText &cell : texts) {
        Name &name = names.insert(cell.row, names.value(cell.row, at(cell.row).name)).value();
        (cell.column == Schema ? name.first : name.second) = cell.text;
    }
    QHash<Name, int> counts = m_counts;
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        --counts[at(it.key()).name];
        ++counts[it.value()];
    }
    Replaced result;
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        const Name &former = at(it.key()).name;
        const Name &name = it.value();
        if ((name.first.isEmpty() && !former.first.isEmpty()) ||
            (name.second.isEmpty() && !former.second.isEmpty()))
            result.emptied.append(dotted(former));
        else if (counts.value(name) > qMax(1, count(name)))
            result.repeated.append(dotted(name));
    }
    for (QStringList *list : {&result.emptied, &result.repeated}) {
        list->removeDuplicates();
        list->sort();
    }
    return result;
}

void TableRows::append(const QList<Row> &rows)
{
    for (const Row &row : rows)
        addToCount(row.name, 1);
    m_rows += rows;
}

void TableRows::remove(int first, int count)
{
    for (int row = first; row < first + count; ++row)
        addToCount(at(row).name, -1);
    m_rows.remove(first, count);
}

void TableRows::reorder(const QList<int> &from)
{
    QList<Row> moved;
    moved.reserve(from.size());
    for (const int row : from)
        moved.append(at(row));
    m_rows = moved;
}

bool TableRows::rename(int row, int column, const QString &text)
{
    Row &renamed = m_rows[row];
    const Name former = renamed.name;
    QString &part = column == Schema ? renamed.name.first : renamed.name.second;
    if (part == text)
        return false;
    part = text;
    QJsonObject object = renamed.json.toObject();
    object.insert(column == Schema ? u"schema"_s : u"table"_s, text);
    renamed.json = object;
    addToCount(former, -1);
    addToCount(renamed.name, 1);
    return true;
}

} // namespace Sluice
