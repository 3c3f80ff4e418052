// SPDX-License-Identifier: Apache-2.0
// How PipelineModel keeps its rows and tells the views; what it is told is in pipelinemodel.cpp.
#include "models/fleet/pipelinemodel.h"

#include <algorithm>

namespace Sluice {

PipelineRow *PipelineModel::findRow(const PipelineKey &key) const
{
    return m_byKey.value(key, nullptr);
}

std::unique_ptr<PipelineRow> PipelineModel::makeRow(const PipelineKey &key,
                                                    const QString &accountName,
                                                    const Project &project,
                                                    const QJsonObject &definition) const
{
    auto row = std::make_unique<PipelineRow>();
    row->key = key;
    row->accountName = accountName;
    row->setDefinition(definition, project.name);
    row->runnerName = m_runnerNames.value(key.account).value(row->agentId);
    return row;
}

bool PipelineModel::updateRow(PipelineRow &row, const QString &accountName,
                              const QString &projectName, const QJsonObject &definition)
{
    if (row.definition == definition && row.projectName == projectName &&
        row.accountName == accountName)
        return false;
    row.accountName = accountName;
    row.setDefinition(definition, projectName);
    row.runnerName = m_runnerNames.value(row.key.account).value(row.agentId);
    mark(row, PipelineChanges::Definition);
    return true;
}

void PipelineModel::addRows(std::vector<std::unique_ptr<PipelineRow>> rows)
{
    if (rows.empty())
        return;
    flush(); // marks are by row
    const int first = static_cast<int>(m_rows.size());
    QList<PipelineKey> keys;
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    for (auto &row : rows) {
        row->index = static_cast<int>(m_rows.size());
        Group &group = m_groups[{row->key.account, row->key.project}];
        group.rows.append(row.get());
        ++group.badges[static_cast<size_t>(row->badge())];
        m_byKey.insert(row->key, row.get());
        keys.append(row->key);
        m_rows.push_back(std::move(row));
    }
    endInsertRows();
    Q_EMIT pipelinesAdded(keys);
}

void PipelineModel::removeRowsOf(const QList<PipelineRow *> &rows)
{
    if (rows.isEmpty())
        return;
    flush(); // marks are by row
    QList<int> indexes;
    QList<PipelineKey> keys;
    for (const PipelineRow *row : rows) {
        indexes.append(row->index);
        keys.append(row->key);
    }
    std::sort(indexes.begin(), indexes.end(), std::greater<>());
    for (qsizetype i = 0; i < indexes.size();) {
        const int last = indexes[i];
        int first = last;
        while (++i < indexes.size() && indexes[i] == first - 1)
            first = indexes[i];
        removeRun(first, last);
    }
    Q_EMIT pipelinesRemoved(keys);
}

void PipelineModel::removeRun(int first, int last)
{
    beginRemoveRows({}, first, last);
    const auto begin = m_rows.begin() + first;
    const auto end = m_rows.begin() + last + 1;
    for (auto it = begin; it != end; ++it) {
        PipelineRow *row = it->get();
        Group &group = m_groups[{row->key.account, row->key.project}];
        group.rows.removeOne(row);
        --group.badges[static_cast<size_t>(row->badge())];
        m_byKey.remove(row->key);
    }
    m_rows.erase(begin, end);
    for (auto i = static_cast<size_t>(first); i < m_rows.size(); ++i)
        m_rows[i]->index = static_cast<int>(i);
    endRemoveRows();
}

void PipelineModel::mark(const PipelineRow &row, PipelineChanges::Kinds kinds)
{
    m_changes.mark(row.index, kinds);
    if (!m_flushTimer.isActive())
        m_flushTimer.start();
}

void PipelineModel::flush()
{
    m_flushTimer.stop();
    // Those who are told may cause new changes.
    const PipelineChanges changes = std::exchange(m_changes, {});
    if (changes.isEmpty())
        return;
    for (const auto kind : {PipelineChanges::Definition, PipelineChanges::Outdated,
                            PipelineChanges::Status, PipelineChanges::Checked}) {
        const QList<PipelineChanges::Run> runs = changes.runs(kind);
        for (const PipelineChanges::Run &run : runs)
            announce(run, kind);
    }
}

void PipelineModel::announce(const PipelineChanges::Run &run, PipelineChanges::Kind kind)
{
    const auto tell = [&](int firstColumn, int lastColumn, const QList<int> &roles) {
        Q_EMIT dataChanged(index(run.first, firstColumn), index(run.last, lastColumn), roles);
    };
    switch (kind) {
    case PipelineChanges::Definition: tell(0, ColumnCount - 1, {}); break;
    case PipelineChanges::Outdated: tell(0, ColumnCount - 1, {OutdatedRole, ErrorRole}); break;
    case PipelineChanges::Status:
        tell(StatusColumn, StatusColumn,
             {Qt::DisplayRole, BadgeRole, RawStatusRole, CanStartRole, CanStopRole, SortRole});
        tell(SinceColumn, CheckedColumn,
             {Qt::DisplayRole, SinceRole, SinceExactRole, CheckedRole, SortRole});
        break;
    case PipelineChanges::Checked:
        tell(CheckedColumn, CheckedColumn, {Qt::DisplayRole, CheckedRole, SortRole});
        break;
    }
}

int PipelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PipelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PipelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PipelineRow &row = *m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return displayText(row, index.column());
    case SortRole: return sortKey(row, index.column());
    case KeyRole: return QVariant::fromValue(row.key);
    case NameRole: return row.name;
    case BadgeRole: return static_cast<int>(row.badge());
    case RawStatusRole: return row.rawStatus;
    case OutdatedRole: return row.outdated;
    case ErrorRole: return row.error;
    case SinceRole: return row.since;
    case SinceExactRole: return row.sinceExact;
    case CheckedRole: return row.checked;
    case SourceTypeRole: return row.sourceType;
    case SourceHostRole: return row.sourceHost;
    case SourceDatabaseRole: return row.sourceDatabase;
    case TargetTypeRole: return row.targetType;
    case TargetPlaceRole: return row.targetPlace;
    case AgentIdRole: return row.agentId;
    case RunnerNameRole: return row.runnerText();
    case AccountNameRole: return row.accountName;
    case ProjectNameRole: return row.projectName;
    case TableCountRole: return row.tableCount;
    case DefinitionRole: return row.definition;
    case CanStartRole: return row.canStart();
    case CanStopRole: return row.canStop();
    case SearchRole: return row.searchText();
    default: return {};
    }
}

QVariant PipelineModel::displayText(const PipelineRow &row, int column) const
{
    switch (column) {
    case StatusColumn: return row.rawStatus;
    case NameColumn: return row.name;
    case SourceColumn: return row.sourceText();
    case TargetColumn: return row.targetText();
    case RunnerColumn: return row.runnerText();
    case ProjectColumn: return row.projectName;
    case TablesColumn: return row.tableCount;
    case SinceColumn: return row.since.isValid() ? row.since.toLocalTime() : QVariant();
    case CheckedColumn: return row.checked.isValid() ? row.checked.toLocalTime() : QVariant();
    default: return {};
    }
}

QVariant PipelineModel::sortKey(const PipelineRow &row, int column) const
{
    switch (column) {
    case StatusColumn: return static_cast<int>(row.badge());
    case SinceColumn: return row.since.toMSecsSinceEpoch();
    case CheckedColumn: return row.checked.toMSecsSinceEpoch();
    case TablesColumn: return row.tableCount;
    default: return displayText(row, column).toString().toCaseFolded();
    }
}

QVariant PipelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == TablesColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter); // above its numbers
    if (role == Qt::ToolTipRole && section == SinceColumn)
        return tr("In this state since");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StatusColumn: return tr("Status");
    case NameColumn: return tr("Name");
    case SourceColumn: return tr("Source");
    case TargetColumn: return tr("Target");
    case RunnerColumn: return tr("Runner");
    case ProjectColumn: return tr("Project");
    case TablesColumn: return tr("Tables");
    case SinceColumn: return tr("In state");
    case CheckedColumn: return tr("Last check");
    default: return {};
    }
}

} // namespace Sluice
