// SPDX-License-Identifier: Apache-2.0
#include "models/references/referenceusersmodel.h"

#include "models/document/diff.h"
#include "models/fleet/fleet.h"
#include "models/references/referencemonitor.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

ReferenceUsersModel::ReferenceUsersModel(Fleet *fleet, const ReferenceMonitor *monitor,
                                         QObject *parent)
    : RecordTable(parent)
    , m_pipelines(fleet->pipelines())
    , m_monitor(monitor)
{
    connect(monitor, &ReferenceMonitor::changed, this, &ReferenceUsersModel::follow);
    connect(m_pipelines, &PipelineModel::dataChanged, this, &ReferenceUsersModel::followStates);
}

void ReferenceUsersModel::followStates(const QModelIndex &first, const QModelIndex &last)
{
    if (first.column() > PipelineModel::StatusColumn) // when it was checked, say
        return;
    // A range holds rows in which nothing changed, too.
    for (int pipeline = first.row(); pipeline <= last.row(); ++pipeline) {
        const PipelineKey &key = m_pipelines->row(pipeline).key;
        const auto rows = m_places.find(key);
        if (rows == m_places.end())
            continue;
        const State state = stateOf(key);
        if (rows->told == state)
            continue;
        rows->told = state;
        Q_EMIT dataChanged(
            index(rows->first, StatusColumn), index(rows->last, StatusColumn),
            {Qt::DisplayRole, Qt::ToolTipRole, BadgeRole, RawStatusRole, OutdatedRole, SortRole});
    }
}

ReferenceUsersModel::State ReferenceUsersModel::stateOf(const PipelineKey &key) const
{
    const PipelineRow *row = m_pipelines->find(key);
    return row ? State{row->badge(), row->rawStatus, row->outdated} : State();
}

void ReferenceUsersModel::setReference(const SecretReference &reference)
{
    if (m_reference == reference)
        return;
    m_reference = reference;
    follow();
}

ReferenceUserRow ReferenceUsersModel::rowOf(const ReferenceUser &user) const
{
    const PipelineReferences *pipeline = m_monitor->index().pipeline(user.pipeline);
    ReferenceUserRow row;
    row.id = (QStringList{user.pipeline.account, user.pipeline.project, user.pipeline.pipeline} +
              user.path.keys())
                 .join(u'\n');
    row.user = user;
    row.name = pipeline->name;
    row.place = pipeline->place();
    row.field = placeText(m_pipelines->definition(user.pipeline), user.path);
    row.runner = pipeline->runnerName;
    return row;
}

void ReferenceUsersModel::follow()
{
    QList<ReferenceUserRow> rows;
    const QList<ReferenceUser> users = m_monitor->index().users(m_reference);
    rows.reserve(users.size());
    for (const ReferenceUser &user : users)
        rows.append(rowOf(user));
    std::sort(rows.begin(), rows.end(),
              [](const ReferenceUserRow &left, const ReferenceUserRow &right) {
                  return left.id < right.id;
              });
    setRecords(rows);
    m_places.clear();
    for (int row = 0; row < rowCount(); ++row) { // a pipeline's are one after the other
        const PipelineKey &key = record(row).user.pipeline;
        m_places.insert(key, {m_places.value(key, {row, row, {}}).first, row, stateOf(key)});
    }
}

int ReferenceUsersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ReferenceUsersModel::text(const ReferenceUserRow &row, int column)
{
    switch (column) {
    case NameColumn: return row.name;
    case PlaceColumn: return row.place;
    case FieldColumn: return row.field;
    case RunnerColumn: return row.runner;
    default: return {};
    }
}

QVariant ReferenceUsersModel::statusData(const PipelineKey &key, int role) const
{
    const int row = m_pipelines->rowOf(key);
    return row < 0 ? QVariant() : m_pipelines->index(row, PipelineModel::StatusColumn).data(role);
}

QVariant ReferenceUsersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ReferenceUserRow &row = record(index.row());
    const bool isStatus = index.column() == StatusColumn;
    const auto status = [this, &row](int wanted) { return statusData(row.user.pipeline, wanted); };
    switch (role) {
    case Qt::DisplayRole: return isStatus ? status(role) : text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == FieldColumn ? row.user.path.text() : data(index, Qt::DisplayRole);
    case KeyRole: return QVariant::fromValue(row.user.pipeline);
    case PathRole: return row.user.path.keys();
    case BadgeRole: return status(PipelineModel::BadgeRole);
    case RawStatusRole: return status(PipelineModel::RawStatusRole);
    case OutdatedRole: return status(PipelineModel::OutdatedRole);
    case SortRole:
        return isStatus ? status(PipelineModel::BadgeRole) : text(row, index.column()).toLower();
    default: return {};
    }
}

QVariant ReferenceUsersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StatusColumn: return tr("Status");
    case NameColumn: return tr("Pipeline");
    case PlaceColumn: return tr("Project");
    case FieldColumn: return tr("Field");
    case RunnerColumn: return tr("Runner");
    default: return {};
    }
}

} // namespace Sluice
