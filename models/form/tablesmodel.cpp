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

void TablesModel::rename(Row &row, int column, const QString &text)
{
    (column == SchemaColumn ? row.name.first : row.name.second) = text;
    QJsonObject object = row.json.toObject();
    object.insert(keyOf(column), text);
    row.json = object;
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

int TablesModel::append(const QList<Row> &fresh)
{
    if (fresh.isEmpty())
        return 0;
    const int first = rowCount();
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    m_rows += fresh;
    endInsertRows();
    Q_EMIT edited();
    return int(fresh.size());
}

TablesModel::Added TablesModel::addText(const QString &text)
{
    const TableText::Names found = TableText::read(text);
    QJsonArray tables;
    for (const auto &[schema, table] : found.names)
        tables.append(QJsonObject{{u"schema"_s, schema}, {u"table"_s, table}});
    Added result = addTables(tables);
    result.unreadable = found.unreadable;
    result.withDatabase = found.withDatabase;
    return result;
}

TablesModel::Added TablesModel::addTables(const QJsonArray &tables)
{
    Added result;
    QList<Row> fresh;
    for (const auto &table : tables) {
        const Row row = makeRow(table);
        if (row.name.first.isEmpty() || row.name.second.isEmpty())
            continue;
        if (m_counts.contains(row.name)) {
            ++result.duplicates;
            continue;
        }
        addToCount(row.name, 1);
        fresh.append(row);
    }
    result.added = append(fresh);
    return result;
}

bool TablesModel::addTable(const QString &schema, const QString &table)
{
    const QJsonObject json{{u"schema"_s, schema.trimmed()}, {u"table"_s, table.trimmed()}};
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
        if (row >= 0 && row < m_rows.size())
            tellErrors(row, row);
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
            tellErrors(row, row);
    }
}

void TablesModel::tellErrors(int first, int last)
{
    if (first <= last)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1),
                           {ErrorRole, Qt::ToolTipRole});
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
    if (text == (index.column() == SchemaColumn ? former.first : former.second))
        return true;
    rename(row, index.column(), text);
    m_errors.remove({index.row(), keyOf(index.column())});
    addToCount(former, -1);
    addToCount(row.name, 1);
    const Name now = row.name;
    Q_EMIT dataChanged(index, index, {Qt::DisplayRole, Qt::EditRole});
    tellErrors(index.row(), index.row());
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
