// SPDX-License-Identifier: Apache-2.0
#include "models/form/tablesmodel.h"

#include "models/form/tabletext.h"

#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QString keyOf(int column)
{
    return column == TablesModel::SchemaColumn ? u"schema"_s : u"table"_s;
}

} // namespace

TablesModel::Row TablesModel::makeRow(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    return {json, {object.value("schema"_L1).toString(), object.value("table"_L1).toString()}};
}

void TablesModel::setTables(const QJsonArray &tables)
{
    beginResetModel();
    m_rows.clear();
    m_counts.clear();
    m_errors.clear();
    m_rows.reserve(tables.size());
    for (const auto &table : tables) {
        m_rows.append(makeRow(table));
        addToCount(m_rows.constLast().name, 1);
    }
    endResetModel();
}

QJsonArray TablesModel::tables() const
{
    QJsonArray tables;
    for (const Row &row : m_rows)
        tables.append(row.json);
    return tables;
}

void TablesModel::addToCount(const Name &name, int change)
{
    const int count = m_counts.value(name) + change;
    if (count == 0)
        m_counts.remove(name);
    else
        m_counts.insert(name, count);
}

TablesModel::Added TablesModel::addText(const QString &text)
{
    const TableText::Names found = TableText::read(text);
    Added result{0, 0, found.unreadable};
    QList<Row> fresh;
    for (const auto &[schema, table] : found.names) {
        const Name name(schema, table);
        if (m_counts.contains(name)) {
            ++result.duplicates;
            continue;
        }
        addToCount(name, 1);
        fresh.append({QJsonObject{{u"schema"_s, schema}, {u"table"_s, table}}, name});
    }
    if (fresh.isEmpty())
        return result;
    result.added = int(fresh.size());
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + result.added - 1);
    m_rows += fresh;
    endInsertRows();
    Q_EMIT edited();
    return result;
}

bool TablesModel::addTable(const QString &schema, const QString &table)
{
    const Name name(schema.trimmed(), table.trimmed());
    if (name.first.isEmpty() || name.second.isEmpty() || m_counts.contains(name))
        return false;
    const int row = int(m_rows.size());
    beginInsertRows({}, row, row);
    m_rows.append({QJsonObject{{u"schema"_s, name.first}, {u"table"_s, name.second}}, name});
    addToCount(name, 1);
    endInsertRows();
    Q_EMIT edited();
    return true;
}

bool TablesModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > m_rows.size())
        return false;
    const QList<Row> removed = m_rows.mid(row, count);
    beginRemoveRows({}, row, row + count - 1);
    m_rows.remove(row, count);
    for (const Row &gone : removed)
        addToCount(gone.name, -1);
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
    for (const Row &gone : removed)
        markRepeats(gone.name);
    Q_EMIT edited();
    return true;
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
        if (row >= 0 && row < m_rows.size())
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1),
                               {ErrorRole, Qt::ToolTipRole});
    }
}

QString TablesModel::error(int row, int column) const
{
    const Row &table = m_rows.at(row);
    for (const QString &key : {keyOf(column), QString()}) {
        const QString message = m_errors.value({row, key});
        if (!message.isEmpty())
            return tr("The server says: \"%1\".").arg(message);
    }
    if (column == SchemaColumn && table.name.first.isEmpty())
        return tr("Enter a schema.");
    if (column == TableColumn && table.name.second.isEmpty())
        return tr("Enter a table.");
    return m_counts.value(table.name) > 1 ? tr("This table is in the list more than once.")
                                          : QString();
}

void TablesModel::markRepeats(const Name &name)
{
    // Only the step between one and two changes what the other rows show.
    const int count = m_counts.value(name);
    if (count != 1 && count != 2)
        return;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).name == name)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1),
                               {ErrorRole, Qt::ToolTipRole});
    }
}

int TablesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TablesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TablesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Name &name = m_rows.at(index.row()).name;
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
    const QString text = value.toString().trimmed();
    Row &row = m_rows[index.row()];
    const Name former = row.name;
    (index.column() == SchemaColumn ? row.name.first : row.name.second) = text;
    if (row.name == former)
        return true;
    QJsonObject object = row.json.toObject();
    object.insert(keyOf(index.column()), text);
    row.json = object;
    m_errors.remove({index.row(), keyOf(index.column())});
    addToCount(former, -1);
    addToCount(row.name, 1);
    const Name now = row.name;
    Q_EMIT dataChanged(index, index, {Qt::DisplayRole, Qt::EditRole});
    Q_EMIT dataChanged(index.siblingAtColumn(SchemaColumn), index.siblingAtColumn(TableColumn),
                       {ErrorRole, Qt::ToolTipRole});
    markRepeats(former);
    markRepeats(now);
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags TablesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable : flags;
}

} // namespace Sluice
