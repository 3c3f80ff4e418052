// SPDX-License-Identifier: Apache-2.0
#include "models/form/tables/tablesmodel.h"

#include "models/form/tables/tabletext.h"
#include "models/json/jsontext.h"
#include "models/support/invisibletext.h"

#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QString keyOf(int column)
{
    return column == TablesModel::SchemaColumn ? u"schema"_s : u"table"_s;
}

} // namespace

void TablesModel::setTables(const QJsonArray &tables)
{
    setErrors({});
    const TableRows next(tables);
    const auto isSame = [&](int was, int is) { return m_list.at(was).json == next.at(is).json; };
    const int shared = std::min(m_list.size(), next.size());
    int head = 0;
    while (head < shared && isSame(head, head))
        ++head;
    int tail = 0;
    while (tail < shared - head && isSame(m_list.size() - 1 - tail, next.size() - 1 - tail))
        ++tail;
    const int middle = shared - tail; // after the rows that only change
    const bool hadRepeats = m_list.hasRepeats();
    const int surplus = m_list.size() - next.size();
    if (surplus > 0)
        beginRemoveRows({}, middle, middle + surplus - 1);
    else if (surplus < 0)
        beginInsertRows({}, middle, middle - surplus - 1);
    m_list = next;
    if (surplus > 0)
        endRemoveRows();
    else if (surplus < 0)
        endInsertRows();
    if (head < middle)
        Q_EMIT dataChanged(index(head, 0), index(middle - 1, ColumnCount - 1));
    if (hadRepeats || m_list.hasRepeats())
        notifyErrors(0, rowCount() - 1);
}

TablesModel::Added TablesModel::addText(const QString &text)
{
    return addFound(TableText::read(text));
}

TablesModel::Added TablesModel::addFound(const TableText::Found &found)
{
    Added added;
    added.leftOut = found.leftOut;
    QList<TableRows::Row> fresh;
    QSet<TableRows::Name> seen;
    for (const auto &[schema, table, line] : found.names)
        add(TableRows::makeRow(QJsonObject{{u"schema"_s, schema}, {u"table"_s, table}}), line,
            &seen, &fresh, &added);
    std::stable_sort(added.leftOut.begin(), added.leftOut.end(),
                     [](const auto &a, const auto &b) { return a.line < b.line; });
    append(fresh, &added);
    return added;
}

TablesModel::Added TablesModel::addTables(const QJsonArray &tables)
{
    Added added;
    QList<TableRows::Row> fresh;
    QSet<TableRows::Name> seen;
    for (const auto &table : tables) {
        const TableRows::Row row = TableRows::makeRow(table);
        if (!row.name.first.isEmpty() && !row.name.second.isEmpty()) {
            add(row, 0, &seen, &fresh, &added);
            continue;
        }
        const QString shown = QString::fromUtf8(compactJson(table));
        added.leftOut.append({0, TableText::excerpt(shown), TableText::Reason::NotUnderstood});
    }
    append(fresh, &added);
    return added;
}

void TablesModel::add(const TableRows::Row &row, int line, QSet<TableRows::Name> *seen,
                      QList<TableRows::Row> *fresh, Added *added) const
{
    const auto &[schema, table] = row.name;
    if (m_list.count(row.name) > 0 || seen->contains(row.name)) {
        added->leftOut.append({line, schema + u'.' + table, TableText::Reason::Repeated});
        return;
    }
    seen->insert(row.name);
    fresh->append(row);
}

void TablesModel::append(const QList<TableRows::Row> &fresh, Added *added)
{
    added->added = int(fresh.size());
    if (fresh.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    m_list.append(fresh);
    endInsertRows();
    Q_EMIT edited();
}

bool TablesModel::addTable(const QString &schema, const QString &table)
{
    const QJsonObject json{{u"schema"_s, InvisibleText::trimmed(schema)},
                           {u"table"_s, InvisibleText::trimmed(table)}};
    return addTables({json}).added == 1;
}

void TablesModel::setErrors(const QHash<QPair<int, QString>, QString> &errors)
{
    const auto former = std::exchange(m_errors, errors);
    QSet<int> rows;
    for (const auto &hash : {former, m_errors}) {
        for (auto it = hash.cbegin(); it != hash.cend(); ++it) {
            if (former.value(it.key()) != m_errors.value(it.key()))
                rows.insert(it.key().first);
        }
    }
    for (const int row : std::as_const(rows)) {
        if (row >= 0 && row < m_list.size())
            notifyErrors(row, row);
    }
}

QString TablesModel::error(int row, int column) const
{
    const TableRows::Row &table = m_list.at(row);
    for (const QString &key : {keyOf(column), QString()}) {
        const QString message = m_errors.value({row, key});
        if (!message.isEmpty())
            return tr("The server says: \"%1\".").arg(message);
    }
    if (column == SchemaColumn && table.name.first.isEmpty())
        return tr("Enter a schema.");
    if (column == TableColumn && table.name.second.isEmpty())
        return tr("Enter a table.");
    return m_list.count(table.name) > 1 ? tr("This table is in the list more than once.")
                                        : QString();
}

void TablesModel::markRepeats(const TableRows::Name &name)
{
    // Only the step between one and two changes what the other rows show.
    const int count = m_list.count(name);
    if (count != 1 && count != 2)
        return;
    for (int row = 0; row < m_list.size(); ++row) {
        if (m_list.at(row).name == name)
            notifyErrors(row, row);
    }
}

void TablesModel::notifyErrors(int first, int last)
{
    if (first <= last)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1),
                           {ErrorRole, Qt::ToolTipRole});
}

// from: for each new row, the old row that goes there.
void TablesModel::reorder(const QList<int> &from)
{
    if (std::is_sorted(from.cbegin(), from.cend()))
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    QList<int> to(from.size());
    for (int row = 0; row < from.size(); ++row)
        to[from.at(row)] = row;
    m_list.reorder(from);
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
    if (parent.isValid() || row < 0 || count < 1 || row + count > m_list.size())
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
    const bool hadRepeats = m_list.hasRepeats();
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    const int first = rows.constFirst();
    const auto count = int(rows.size());
    if (rows.constLast() - first >= count) {
        // The rows are scattered: moves them to the end, to remove them all at once. Views are slow
        // when each run is removed alone.
        QList<int> from;
        from.reserve(rowCount());
        for (int row = 0; row < rowCount(); ++row) {
            if (!std::binary_search(rows.cbegin(), rows.cend(), row))
                from.append(row);
        }
        reorder(from + rows);
        erase(rowCount() - count, count);
    } else {
        erase(first, count);
    }
    if (hadRepeats)
        notifyErrors(0, rowCount() - 1);
    Q_EMIT edited();
}

void TablesModel::erase(int row, int count)
{
    beginRemoveRows({}, row, row + count - 1);
    m_list.remove(row, count);
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

TablesModel::Thinned TablesModel::removeRepeats()
{
    const TableRows::Thinning thinning = m_list.thinning();
    removeRowsAt(thinning.rows);
    return {int(thinning.rows.size()), thinning.left};
}

void TablesModel::sort(int column, Qt::SortOrder order)
{
    const QList<int> from = m_list.sorted(TableRows::Column(column), order);
    if (from.isEmpty())
        return;
    reorder(from);
    Q_EMIT edited();
}

TablesModel::Replaced TablesModel::replace(const QList<CellText> &texts)
{
    QList<CellText> trimmed = texts;
    for (CellText &cell : trimmed)
        cell.text = InvisibleText::trimmed(cell.text);
    Replaced result = m_list.checked(trimmed);
    if (!result.repeated.isEmpty() || !result.emptied.isEmpty())
        return result;
    const bool hadRepeats = m_list.hasRepeats();
    int first = rowCount();
    int last = -1;
    for (const CellText &cell : std::as_const(trimmed)) {
        if (!m_list.rename(cell.row, cell.column, cell.text))
            continue;
        ++result.cells;
        first = qMin(first, cell.row);
        last = qMax(last, cell.row);
    }
    if (result.cells == 0)
        return result;
    setErrors({}); // an edit answers them, see FormModel
    Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
    if (hadRepeats)
        notifyErrors(0, rowCount() - 1);
    Q_EMIT edited();
    return result;
}

int TablesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_list.size());
}

int TablesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TablesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TableRows::Name &name = m_list.at(index.row()).name;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return index.column() == SchemaColumn ? name.first : name.second;
    case Qt::ToolTipRole:
    case ErrorRole: return error(index.row(), index.column());
    default: return {};
    }
}

QVariant TablesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    return section == SchemaColumn ? tr("Schema") : tr("Table");
}

bool TablesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const TableRows::Name former = m_list.at(index.row()).name;
    if (!m_list.rename(index.row(), index.column(), InvisibleText::trimmed(value.toString())))
        return true;
    m_errors.remove({index.row(), keyOf(index.column())});
    Q_EMIT dataChanged(index, index, {Qt::DisplayRole, Qt::EditRole});
    notifyErrors(index.row(), index.row());
    markRepeats(former);
    markRepeats(m_list.at(index.row()).name);
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags TablesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable : flags;
}

} // namespace Sluice
