// SPDX-License-Identifier: Apache-2.0
#include "models/store/trash/trashmodel.h"

#include <QLocale>

#include <utility>

namespace Sluice {

TrashModel::TrashModel(Trash *trash, QObject *parent)
    : RecordTable(parent)
    , m_trash(trash)
{
    connect(trash, &Trash::changed, this, &TrashModel::refresh);
    refresh();
}

void TrashModel::refresh()
{
    m_trash->list(this,
                  [this](const StoreResult<QList<TrashEntry>> &entries) { onEntries(entries); });
}

void TrashModel::onEntries(const StoreResult<QList<TrashEntry>> &entries)
{
    const StoreProblem problem = entries ? StoreProblem() : entries.error();
    if (entries)
        setRecords(*entries); // else what was read before stays
    if (std::exchange(m_problem, problem) != problem)
        Q_EMIT problemChanged();
    if (entries && !std::exchange(m_isLoaded, true))
        Q_EMIT loaded();
}

int TrashModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TrashModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TrashEntry &entry = record(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(entry, column);
    case Qt::ToolTipRole:
        return entry.confirmed ? QVariant() : tr("It is not known yet whether it was deleted.");
    case Qt::TextAlignmentRole:
        return column == TablesColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter))
                                      : QVariant();
    case EntryRole: return QVariant::fromValue(entry);
    case IdRole: return entry.id;
    case ConfirmedRole: return entry.confirmed;
    case SourceTypeRole: return entry.sourceType;
    case DeletedRole: return entry.deleted;
    case SortRole:
        if (column == DeletedColumn)
            return entry.deleted;
        return column == TablesColumn ? QVariant(entry.tableCount)
                                      : QVariant(text(entry, column).toString().toCaseFolded());
    default: return {};
    }
}

QVariant TrashModel::text(const TrashEntry &entry, int column) const
{
    switch (column) {
    case NameColumn: return entry.name.isEmpty() ? entry.key.pipeline : entry.name;
    case ProjectColumn: return entry.projectName;
    case AccountColumn: return entry.accountName;
    case TablesColumn: return QLocale().toString(entry.tableCount);
    case DeletedColumn:
        return QLocale().toString(entry.deleted.toLocalTime(), QLocale::ShortFormat);
    default: return {};
    }
}

QVariant TrashModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == TablesColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return RecordTable::headerData(section, orientation, role);
    switch (section) {
    case NameColumn: return tr("Name");
    case ProjectColumn: return tr("Project");
    case AccountColumn: return tr("Account");
    case TablesColumn: return tr("Tables");
    case DeletedColumn: return tr("Deleted");
    default: return {};
    }
}

} // namespace Sluice
