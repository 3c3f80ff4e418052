// SPDX-License-Identifier: Apache-2.0
#include "models/form/tables/tablesourcesmodel.h"

#include "models/definition/pipelinetypes.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

using SourceTable = std::pair<QString, QString>;

SourceTable nameOf(const QJsonValue &table)
{
    const QJsonObject object = table.toObject();
    return {object.value("schema"_L1).toString(), object.value("table"_L1).toString()};
}

QString productOf(const QString &type)
{
    const TypeInfo *info = findSourceType(type);
    return info ? QCoreApplication::translate("Form", info->label) : type;
}

bool isCount(int column)
{
    return column == TableSourcesModel::TablesColumn || column == TableSourcesModel::NewColumn;
}

} // namespace

TableSourcesModel::TableSourcesModel(const QList<TableSource> &sources, const QJsonArray &own,
                                     QObject *parent)
    : QAbstractTableModel(parent)
{
    QSet<SourceTable> owned;
    for (const auto &table : own)
        owned.insert(nameOf(table));
    for (const TableSource &source : sources) {
        Row row{source, {}, {}, {}};
        QSet<SourceTable> seen;
        for (const auto &table : source.tables) {
            const SourceTable name = nameOf(table);
            if (name.first.isEmpty() || name.second.isEmpty() || seen.contains(name))
                continue;
            seen.insert(name);
            (owned.contains(name) ? row.known : row.fresh).append(name.first + u'.' + name.second);
        }
        const QStringList parts{source.name, source.place, productOf(source.type), source.from};
        row.search = (parts + row.fresh + row.known).join(u'\n');
        m_rows.append(row);
    }
}

int TableSourcesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TableSourcesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TableSourcesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return shown(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isCount(index.column()) ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    case SortRole: return sortKey(row, index.column());
    case SearchRole: return row.search;
    case TablesRole: return row.source.tables;
    case NewCountRole: return int(row.fresh.size());
    case TableCountRole: return int(row.fresh.size() + row.known.size());
    case TableNamesRole: return QStringList(row.fresh + row.known);
    default: return {};
    }
}

QVariant TableSourcesModel::shown(const Row &row, int column) const
{
    switch (column) {
    case NameColumn: return row.source.name;
    case PlaceColumn: return row.source.place;
    case FromColumn: return u"%1 %2"_s.arg(productOf(row.source.type), row.source.from).trimmed();
    case TablesColumn: return int(row.fresh.size() + row.known.size());
    case NewColumn: return int(row.fresh.size());
    default: return {};
    }
}

QVariant TableSourcesModel::sortKey(const Row &row, int column) const
{
    const QVariant value = shown(row, column);
    return value.userType() == QMetaType::QString ? QVariant(value.toString().toCaseFolded())
                                                  : value;
}

QVariant TableSourcesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && isCount(section))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Pipeline");
    case PlaceColumn: return tr("Project");
    case FromColumn: return tr("Source");
    case TablesColumn: return tr("Tables");
    case NewColumn: return tr("New here");
    default: return {};
    }
}

} // namespace Sluice
