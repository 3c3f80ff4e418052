// SPDX-License-Identifier: Apache-2.0
// The part of TablesModel that changes many rows at once: each of these is one edit, and none asks
// more of a view than one signal for a run of rows.
#include "models/form/tablesmodel.h"

#include <QJsonObject>

#include <algorithm>
#include <numeric>

namespace Sluice {

namespace {

QString dotted(const std::pair<QString, QString> &name)
{
    return name.first + u'.' + name.second;
}

// What has no name of its own is no repeat of another.
bool isComplete(const std::pair<QString, QString> &name)
{
    return !name.first.isEmpty() && !name.second.isEmpty();
}

// Nothing but schema and table: what another row of this name has too.
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

void TablesModel::setTables(const QJsonArray &tables)
{
    setErrors({});
    QList<Row> next;
    next.reserve(tables.size());
    for (const auto &table : tables)
        next.append(makeRow(table));
    const auto isSame = [&](qsizetype was, qsizetype is) {
        return m_rows.at(was).json == next.at(is).json;
    };
    const qsizetype shared = std::min(m_rows.size(), next.size());
    qsizetype head = 0;
    while (head < shared && isSame(head, head))
        ++head;
    qsizetype tail = 0;
    while (tail < shared - head && isSame(m_rows.size() - 1 - tail, next.size() - 1 - tail))
        ++tail;
    const auto common = int(shared - head - tail); // rows that only become others
    const int middle = int(head) + common;
    const bool hadRepeats = hasRepeats();
    m_counts.clear();
    for (const Row &row : std::as_const(next))
        addToCount(row.name, 1);
    std::copy_n(next.cbegin() + head, common, m_rows.begin() + head);
    if (common > 0)
        Q_EMIT dataChanged(index(int(head), 0), index(middle - 1, ColumnCount - 1));
    if (m_rows.size() > next.size()) {
        const auto surplus = int(m_rows.size() - next.size());
        beginRemoveRows({}, middle, middle + surplus - 1);
        m_rows.remove(middle, surplus);
        endRemoveRows();
    } else if (m_rows.size() < next.size()) {
        beginInsertRows({}, middle, middle + int(next.size() - m_rows.size()) - 1);
        m_rows = next;
        endInsertRows();
    }
    if (hadRepeats || hasRepeats())
        tellErrors(0, rowCount() - 1);
}

// from: by new row, which row comes there.
void TablesModel::reorder(const QList<int> &from)
{
    if (std::is_sorted(from.cbegin(), from.cend()))
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    QList<int> to(from.size());
    QList<Row> moved;
    moved.reserve(from.size());
    for (int row = 0; row < from.size(); ++row) {
        to[from.at(row)] = row;
        moved.append(m_rows.at(from.at(row)));
    }
    m_rows = moved;
    QHash<QPair<int, QString>, QString> errors;
    for (auto it = m_errors.cbegin(); it != m_errors.cend(); ++it)
        errors.insert({to.value(it.key().first, it.key().first), it.key().second}, it.value());
    m_errors = errors;
    const QModelIndexList former = persistentIndexList();
    QModelIndexList next;
    next.reserve(former.size());
    for (const QModelIndex &place : former)
        next.append(index(to.at(place.row()), place.column()));
    changePersistentIndexList(former, next);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

bool TablesModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > m_rows.size())
        return false;
    QList<int> rows(count);
    std::iota(rows.begin(), rows.end(), row);
    removeRowsAt(rows);
    return true;
}

void TablesModel::removeRowsAt(QList<int> rows)
{
    if (rows.isEmpty())
        return;
    const bool hadRepeats = hasRepeats();
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    const int first = rows.constFirst();
    const auto count = int(rows.size());
    if (rows.constLast() - first >= count) {
        // Scattered: first to the end, to leave at once. Views take long for every single run.
        QList<int> from;
        from.reserve(m_rows.size());
        for (int row = 0; row < rowCount(); ++row) {
            if (!std::binary_search(rows.cbegin(), rows.cend(), row))
                from.append(row);
        }
        reorder(from + rows);
        takeOut(rowCount() - count, count);
    } else {
        takeOut(first, count);
    }
    if (hadRepeats)
        tellErrors(0, rowCount() - 1);
    Q_EMIT edited();
}

void TablesModel::takeOut(int row, int count)
{
    beginRemoveRows({}, row, row + count - 1);
    for (int gone = row; gone < row + count; ++gone)
        addToCount(m_rows.at(gone).name, -1);
    m_rows.remove(row, count);
    QHash<QPair<int, QString>, QString> moved;
    for (auto it = m_errors.cbegin(); it != m_errors.cend(); ++it) {
        const auto &[place, key] = it.key();
        if (place < row)
            moved.insert(it.key(), it.value());
        else if (place >= row + count)
            moved.insert({place - count, key}, it.value());
    }
    m_errors = moved;
    endRemoveRows();
}

int TablesModel::repeats() const
{
    int repeats = 0;
    for (auto it = m_counts.cbegin(); it != m_counts.cend(); ++it) {
        if (isComplete(it.key()))
            repeats += it.value() - 1;
    }
    return repeats;
}

TablesModel::Thinned TablesModel::removeRepeats()
{
    QHash<Name, QList<int>> places;
    for (int row = 0; row < rowCount(); ++row) {
        const Name &name = m_rows.at(row).name;
        if (isComplete(name) && m_counts.value(name) > 1)
            places[name].append(row);
    }
    Thinned result;
    QList<int> gone;
    for (const QList<int> &rows : std::as_const(places)) {
        const auto isRich = [this](int row) { return !isPlain(m_rows.at(row).json); };
        const bool hasRich = std::any_of(rows.begin(), rows.end(), isRich);
        QList<int> kept;
        for (const int row : rows) {
            const auto isSame = [this, row](int other) {
                return m_rows.at(other).json == m_rows.at(row).json;
            };
            const bool goes = (hasRich && !isRich(row)) ||
                              std::any_of(kept.cbegin(), kept.cend(), isSame) ||
                              (!hasRich && !kept.isEmpty());
            (goes ? gone : kept).append(row);
        }
        result.left += int(kept.size()) - 1;
    }
    result.removed = int(gone.size());
    removeRowsAt(gone);
    return result;
}

void TablesModel::sort(int column, Qt::SortOrder order)
{
    const auto isLess = [this, column](int one, int other) {
        const Name &a = m_rows.at(one).name;
        const Name &b = m_rows.at(other).name;
        const int schemas = compared(a.first, b.first);
        const int tables = compared(a.second, b.second);
        if (column == TableColumn)
            return tables != 0 ? tables < 0 : schemas < 0;
        return schemas != 0 ? schemas < 0 : tables < 0;
    };
    QList<int> from(m_rows.size()); // where each row comes from
    std::iota(from.begin(), from.end(), 0);
    std::stable_sort(from.begin(), from.end(), [&](int a, int b) {
        return order == Qt::AscendingOrder ? isLess(a, b) : isLess(b, a);
    });
    if (std::is_sorted(from.cbegin(), from.cend()))
        return;
    reorder(from);
    Q_EMIT edited();
}

void TablesModel::checkReplaced(const QHash<int, Name> &names, Replaced *result) const
{
    QHash<Name, int> counts = m_counts;
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        --counts[m_rows.at(it.key()).name];
        ++counts[it.value()];
    }
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        const Name &former = m_rows.at(it.key()).name;
        const Name &name = it.value();
        if ((name.first.isEmpty() && !former.first.isEmpty()) ||
            (name.second.isEmpty() && !former.second.isEmpty()))
            result->emptied.append(dotted(former));
        else if (counts.value(name) > qMax(1, m_counts.value(name)))
            result->repeated.append(dotted(name));
    }
    for (QStringList *list : {&result->emptied, &result->repeated}) {
        list->removeDuplicates();
        list->sort();
    }
}

TablesModel::Replaced TablesModel::replace(const QList<CellText> &texts)
{
    QHash<int, Name> names;
    for (const CellText &cell : texts) {
        Name &name =
            names.insert(cell.row, names.value(cell.row, m_rows.at(cell.row).name)).value();
        (cell.column == SchemaColumn ? name.first : name.second) = cell.text.trimmed();
    }
    Replaced result;
    checkReplaced(names, &result);
    if (!result.repeated.isEmpty() || !result.emptied.isEmpty())
        return result;
    const bool hadRepeats = hasRepeats();
    int first = rowCount();
    int last = -1;
    for (const CellText &cell : texts) {
        Row &row = m_rows[cell.row];
        const Name former = row.name;
        const QString text = cell.text.trimmed();
        if (text == (cell.column == SchemaColumn ? former.first : former.second))
            continue;
        rename(row, cell.column, text);
        addToCount(former, -1);
        addToCount(row.name, 1);
        ++result.cells;
        first = qMin(first, cell.row);
        last = qMax(last, cell.row);
    }
    if (result.cells == 0)
        return result;
    setErrors({}); // an edit answers them, see FormModel
    Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
    if (hadRepeats)
        tellErrors(0, rowCount() - 1);
    Q_EMIT edited();
    return result;
}

} // namespace Sluice
