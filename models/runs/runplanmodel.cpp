// SPDX-License-Identifier: Apache-2.0
#include "models/runs/runplanmodel.h"

#include "models/fleet/fleet.h"

#include <algorithm>

namespace Sluice {

RunPlanModel::RunPlanModel(Fleet *fleet, RunVerb verb, const QList<PipelineKey> &pipelines,
                           Obstacle obstacle, QObject *parent)
    : TickableTable(parent)
    , m_fleet(fleet)
    , m_verb(verb)
    , m_obstacle(std::move(obstacle))
{
    m_rows.reserve(pipelines.size());
    for (const PipelineKey &key : pipelines) {
        if (fleet->pipelines()->find(key))
            m_rows.append(updated({.key = key}));
    }
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row &one, const Row &other) {
        if (one.decision.kind != other.decision.kind)
            return one.decision.kind < other.decision.kind;
        if (one.tables != other.tables)
            return one.tables < other.tables;
        return one.name.localeAwareCompare(other.name) < 0;
    });
    for (int row = 0; row < int(m_rows.size()); ++row)
        m_places.insert(m_rows.at(row).key, row);
    connect(fleet->pipelines(), &QAbstractItemModel::dataChanged, this, &RunPlanModel::follow);
}

RunPlanModel::Row RunPlanModel::updated(Row row) const
{
    const PipelineRow *pipeline = m_fleet->pipelines()->find(row.key);
    if (!pipeline) {
        row.decision = {Kind::Skipped, tr("Skip: it is not in the list any more")};
        return row;
    }
    row.name = pipeline->name;
    row.account = pipeline->accountName;
    row.project = pipeline->projectName;
    row.badge = pipeline->badge();
    row.rawStatus = pipeline->rawStatus;
    row.isOutdated = pipeline->outdated;
    row.tables = pipeline->tableCount;
    const Kind before = row.decision.kind;
    const QString obstacle = m_obstacle ? m_obstacle(row.key.account) : QString();
    row.decision = obstacle.isEmpty() ? decide(m_verb, *pipeline)
                                      : RunDecision{Kind::Blocked, tr("Blocked: %1").arg(obstacle)};
    if (row.decision.kind != before)
        row.isAllowed = false;
    return row;
}

void RunPlanModel::follow(const QModelIndex &first, const QModelIndex &last)
{
    if (first.column() > PipelineModel::StatusColumn) // when it was checked, say
        return;
    bool hasChanged = false;
    for (int pipeline = first.row(); pipeline <= last.row(); ++pipeline) {
        const int row = m_places.value(m_fleet->pipelines()->row(pipeline).key, -1);
        if (row < 0)
            continue;
        const Row now = updated(m_rows.at(row));
        if (now == m_rows.at(row))
            continue;
        m_rows[row] = now;
        hasChanged = true;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    if (hasChanged)
        Q_EMIT planChanged();
}

bool RunPlanModel::canTick(int row) const
{
    const Kind kind = m_rows.at(row).decision.kind;
    return kind == Kind::Acts || kind == Kind::InSnapshot;
}

bool RunPlanModel::isTicked(int row) const
{
    const Row &asked = m_rows.at(row);
    return (asked.decision.kind == Kind::Acts && !asked.isRefused) ||
           (asked.decision.kind == Kind::InSnapshot && asked.isAllowed);
}

void RunPlanModel::tick(int row, bool ticked)
{
    Row &changed = m_rows[row];
    if (changed.decision.kind == Kind::InSnapshot)
        changed.isAllowed = ticked;
    else
        changed.isRefused = !ticked;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT planChanged();
}

int RunPlanModel::count(Kind kind) const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(),
                             [kind](const Row &row) { return row.decision.kind == kind; }));
}

int RunPlanModel::tickedCount() const
{
    int count = 0;
    for (int row = 0; row < int(m_rows.size()); ++row)
        count += isTicked(row) ? 1 : 0;
    return count;
}

RunCosts RunPlanModel::costs(int atOnce, std::chrono::seconds patience) const
{
    QHash<QString, int> pipelines; // by account
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (isTicked(row))
            ++pipelines[m_rows.at(row).key.account];
    }
    QList<RunCosts::Share> shares;
    for (auto it = pipelines.constBegin(); it != pipelines.constEnd(); ++it) {
        RunCosts::Share share{it.value()};
        if (Account *account = m_fleet->account(it.key())) {
            share.perMinute = account->budget()->knownLimit();
            share.used = account->budget()->usedLastMinute(RateBudget::Clock::now());
        }
        shares.append(share);
    }
    return RunCosts::of(m_verb, shares, atOnce, patience);
}

QList<CommandRun::Item> RunPlanModel::items() const
{
    QList<CommandRun::Item> items;
    for (int row = 0; row < int(m_rows.size()); ++row) {
        const Row &planned = m_rows.at(row);
        CommandRun::Item item{planned.key, planned.name, planned.account, planned.project};
        if (isTicked(row))
            item.mayEndSnapshot = planned.isAllowed;
        else
            item.skipped = planText(row);
        items.append(item);
    }
    return items;
}

QList<QStringList> RunPlanModel::table() const
{
    QList<QStringList> table{{tr("Pipeline"), tr("Pipeline id"), tr("Account"), tr("Project"),
                              tr("Status now"), tr("What will happen")}};
    for (int row = 0; row < int(m_rows.size()); ++row) {
        const Row &planned = m_rows.at(row);
        table.append({planned.name, planned.key.pipeline, planned.account, planned.project,
                      badgeText(planned.badge, planned.rawStatus, planned.isOutdated),
                      planText(row)});
    }
    return table;
}

int RunPlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RunPlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString RunPlanModel::placeText(const Row &row)
{
    return tr("%1 › %2", "account and project").arg(row.account, row.project);
}

QString RunPlanModel::planText(int row) const
{
    const RunDecision &decision = m_rows.at(row).decision;
    if (isTicked(row) || !canTick(row))
        return decision.text;
    return decision.kind == Kind::InSnapshot ? tr("Skip: in its snapshot")
                                             : tr("Skip: not selected");
}

QString RunPlanModel::text(int row, int column) const
{
    switch (column) {
    case PipelineColumn: return m_rows.at(row).name;
    case PlaceColumn: return placeText(m_rows.at(row));
    case PlanColumn: return planText(row);
    default: return {};
    }
}

QVariant RunPlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return index.column() == StatusColumn ? badgeText(row.badge, row.rawStatus, row.isOutdated)
                                              : QVariant();
    case Qt::CheckStateRole: return checkState(index);
    case KeyRole: return QVariant::fromValue(row.key);
    case BadgeRole: return int(row.badge);
    case RawStatusRole: return row.rawStatus;
    case OutdatedRole: return row.isOutdated;
    case KindRole: return int(row.decision.kind);
    case TickedRole: return isTicked(index.row());
    default: return {};
    }
}

QVariant RunPlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case PipelineColumn: return tr("Pipeline");
    case PlaceColumn: return tr("Account and project");
    case StatusColumn: return tr("Status now");
    case PlanColumn: return tr("What will happen");
    default: return {};
    }
}

} // namespace Sluice
