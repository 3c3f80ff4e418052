// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelinemodel.h"

#include "models/fleet/table/pipelinecells.h"
#include "models/support/rowdiff.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Sluice {

PipelineModel::PipelineModel(Now now, QObject *parent)
    : QAbstractTableModel(parent)
    , m_now(std::move(now))
{
    m_flushTimer.setSingleShot(true);
    m_flushTimer.setInterval(flushInterval);
    connect(&m_flushTimer, &QTimer::timeout, this, &PipelineModel::flush);
}

void PipelineModel::setTimelineTitle(const QString &title)
{
    m_timelineTitle = title;
    Q_EMIT headerDataChanged(Qt::Horizontal, TimelineColumn, TimelineColumn);
}

void PipelineModel::setLogRetention(const LogRetention *retention)
{
    m_retention = retention;
    const auto update = [this] {
        for (int row = 0; row < m_rows.size(); ++row)
            updateClock(m_rows.at(row));
        if (m_rows.size() > 0)
            Q_EMIT dataChanged(index(0, LogColumn), index(m_rows.size() - 1, LogColumn));
        Q_EMIT clocksChanged();
    };
    if (retention)
        connect(retention, &LogRetention::changed, this, update);
    update();
}

void PipelineModel::updateClock(PipelineRow &row) const
{
    row.clock = m_retention ? ReturnClock::of(row, *m_retention) : std::nullopt;
}

void PipelineModel::setPipelines(const QString &account, const QString &accountName,
                                 const Project &project, const QJsonArray &definitions)
{
    QSet<PipelineRow *> kept;
    QSet<QString> fresh;
    QList<PipelineKey> edited;
    QList<PipelineKey> confirmed;
    std::vector<std::unique_ptr<PipelineRow>> added;
    for (const QJsonValue &value : definitions) {
        const QJsonObject definition = value.toObject();
        const PipelineKey key{account, project.id, definition["streamingPipelineId"_L1].toString()};
        if (!key.isValid() || fresh.contains(key.pipeline))
            continue;
        if (PipelineRow *row = m_rows.find(key)) {
            kept.insert(row);
            if (confirm(*row))
                confirmed.append(key);
            if (updateRow(*row, accountName, project.name, definition))
                edited.append(key);
        } else {
            fresh.insert(key.pipeline);
            added.push_back(makeRow(key, accountName, project, definition));
        }
    }

    QList<PipelineRow *> gone;
    const QList<PipelineRow *> former = m_rows.rows(account, project.id);
    std::copy_if(former.begin(), former.end(), std::back_inserter(gone),
                 [&kept](PipelineRow *row) { return !kept.contains(row); });
    removeRowsOf(gone);
    addRows(std::move(added));
    if (!confirmed.isEmpty())
        Q_EMIT pipelinesConfirmed(confirmed);
    if (!edited.isEmpty())
        Q_EMIT pipelinesEdited(edited);
}

void PipelineModel::recallPipelines(const QString &account, const QString &accountName,
                                    const Project &project, const QList<QJsonObject> &definitions,
                                    const QDateTime &read)
{
    QSet<QString> fresh;
    std::vector<std::unique_ptr<PipelineRow>> added;
    for (const QJsonObject &definition : definitions) {
        const PipelineKey key{account, project.id, definition["streamingPipelineId"_L1].toString()};
        if (!key.isValid() || m_rows.find(key) || fresh.contains(key.pipeline))
            continue;
        fresh.insert(key.pipeline);
        added.push_back(makeRow(key, accountName, project, definition));
        added.back()->recalledFrom = read;
    }
    addRows(std::move(added));
}

void PipelineModel::putPipeline(const QString &account, const QString &accountName,
                                const Project &project, const QJsonObject &definition)
{
    const PipelineKey key{account, project.id, definition["streamingPipelineId"_L1].toString()};
    if (!key.isValid())
        return;
    if (PipelineRow *row = m_rows.find(key)) {
        if (confirm(*row))
            Q_EMIT pipelinesConfirmed({key});
        if (updateRow(*row, accountName, project.name, definition))
            Q_EMIT pipelinesEdited({key});
        return;
    }
    std::vector<std::unique_ptr<PipelineRow>> added;
    added.push_back(makeRow(key, accountName, project, definition));
    addRows(std::move(added));
}

void PipelineModel::removePipeline(const PipelineKey &key)
{
    if (PipelineRow *row = m_rows.find(key))
        removeRowsOf({row});
}

void PipelineModel::removeProject(const QString &account, const QString &project)
{
    removeRowsOf(m_rows.rows(account, project));
}

void PipelineModel::removeAccount(const QString &account)
{
    QList<PipelineRow *> gone;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).key.account == account)
            gone.append(&m_rows.at(row));
    }
    removeRowsOf(gone);
    m_runnerNames.remove(account);
}

void PipelineModel::setRunnerNames(const QString &account, const QHash<QString, QString> &names)
{
    m_runnerNames[account] = names;
    for (int at = 0; at < m_rows.size(); ++at) {
        PipelineRow &row = m_rows.at(at);
        if (row.key.account != account)
            continue;
        const QString name = names.value(row.agentId);
        if (name == row.runnerName)
            continue;
        row.runnerName = name;
        mark(row, PipelineChanges::Definition);
    }
}

void PipelineModel::setStatus(const PipelineKey &key, const QString &status)
{
    PipelineRow *row = m_rows.find(key);
    if (!row)
        return;
    const PipelineState from = row->state;
    const QDateTime lastSeen = row->checked;
    const bool wasOutdated = row->outdated;
    bool changed = false;
    m_rows.edit(*row, [&] { changed = row->applyStatus(status, m_now()); });
    updateClock(*row);
    PipelineChanges::Kinds kinds = changed ? PipelineChanges::Status : PipelineChanges::Checked;
    kinds.setFlag(PipelineChanges::Outdated, wasOutdated);
    mark(*row, kinds);
    if (from != row->state)
        Q_EMIT statusChanged(key, from, row->state, lastSeen);
    Q_EMIT statusSeen(key);
}

void PipelineModel::recallState(const PipelineKey &key, const SeenState &state)
{
    PipelineRow *row = m_rows.find(key);
    if (!row)
        return;
    m_rows.edit(*row, [&] { row->recall(state); });
    updateClock(*row);
    mark(*row, {PipelineChanges::Status, PipelineChanges::Outdated});
    // The server was faster: only now it is known that the first answer was a change.
    const PipelineState before = pipelineStateFrom(state.status);
    const bool isFirstAnswer = row->checked.isValid() && !row->recalled && !row->sinceExact;
    if (isFirstAnswer && state.seen.isValid() && before != row->state)
        Q_EMIT statusChanged(key, before, row->state, state.seen);
}

void PipelineModel::setLabel(const PipelineKey &key, const PipelineLabel &label)
{
    PipelineRow *row = m_rows.find(key);
    if (!row || row->label == label)
        return;
    row->label = label; // in no index
    mark(*row, PipelineChanges::Definition);
}

void PipelineModel::setCheckFailed(const PipelineKey &key, const QString &reason)
{
    PipelineRow *row = m_rows.find(key);
    if (!row)
        return;
    const bool wasRequested = row->requested.has_value();
    bool changed = false;
    m_rows.edit(*row, [&] { changed = row->applyFailure(reason, m_now()); });
    if (!changed)
        return;
    PipelineChanges::Kinds kinds = PipelineChanges::Outdated;
    kinds.setFlag(PipelineChanges::Status, wasRequested != row->requested.has_value());
    mark(*row, kinds);
}

void PipelineModel::setRequested(const PipelineKey &key, PipelineCommand command)
{
    if (PipelineRow *row = m_rows.find(key)) {
        m_rows.edit(*row, [&] { row->request(command, m_now()); });
        mark(*row, PipelineChanges::Status);
    }
}

void PipelineModel::clearRequested(const PipelineKey &key, CommandOutcome outcome)
{
    PipelineRow *row = m_rows.find(key);
    if (!row)
        return;
    if (outcome == CommandOutcome::Refused)
        row->stopSentAt = {};
    if (!row->requested)
        return;
    m_rows.edit(*row, [row] { row->requested.reset(); });
    mark(*row, PipelineChanges::Status);
}

int PipelineModel::rowOf(const PipelineKey &key) const
{
    const PipelineRow *row = m_rows.find(key);
    return row ? row->index : -1;
}

const PipelineRow *PipelineModel::find(const PipelineKey &key) const
{
    return m_rows.find(key);
}

QJsonObject PipelineModel::definition(const PipelineKey &key) const
{
    const PipelineRow *row = m_rows.find(key);
    return row ? row->definition : QJsonObject();
}

PipelineState PipelineModel::state(const PipelineKey &key) const
{
    const PipelineRow *row = m_rows.find(key);
    return row ? row->state : PipelineState::NotChecked;
}

QList<PipelineKey> PipelineModel::keys(const QString &account) const
{
    return m_rows.keys(account);
}

QList<PipelineKey> PipelineModel::keys(const QString &account, const QString &project) const
{
    return m_rows.keys(account, project);
}

int PipelineModel::count(const QString &account, const QString &project) const
{
    return m_rows.count(account, project);
}

int PipelineModel::count(const QString &account, const QString &project, Badge badge) const
{
    return m_rows.count(account, project, badge);
}

std::optional<Badge> PipelineModel::worstProblem(const QString &account,
                                                 const QString &project) const
{
    return m_rows.worstProblem(account, project);
}

QStringList PipelineModel::namesUsingRunner(const QString &account, const QString &agentId,
                                            const QString &exceptPipeline) const
{
    return m_rows.namesUsingRunner(account, agentId, exceptPipeline);
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

// True: until now it was known from an earlier run of the program only.
bool PipelineModel::confirm(PipelineRow &row)
{
    if (!row.recalledFrom.isValid())
        return false;
    row.recalledFrom = {};
    mark(row, PipelineChanges::Definition);
    return true;
}

bool PipelineModel::updateRow(PipelineRow &row, const QString &accountName,
                              const QString &projectName, const QJsonObject &definition)
{
    if (row.definition == definition && row.projectName == projectName &&
        row.accountName == accountName)
        return false;
    m_rows.edit(row, [&] {
        row.accountName = accountName;
        row.setDefinition(definition, projectName);
        row.runnerName = m_runnerNames.value(row.key.account).value(row.agentId);
    });
    updateClock(row); // another source
    mark(row, PipelineChanges::Definition);
    return true;
}

void PipelineModel::addRows(std::vector<std::unique_ptr<PipelineRow>> rows)
{
    if (rows.empty())
        return;
    flush(); // marks are by row
    QList<PipelineKey> keys;
    beginInsertRows({}, m_rows.size(), m_rows.size() + static_cast<int>(rows.size()) - 1);
    for (auto &row : rows) {
        keys.append(row->key);
        m_rows.append(std::move(row));
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
    const QList<RowRun> runs = rowRuns(indexes);
    for (const auto &[first, last] : runs) {
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last);
        endRemoveRows();
    }
    Q_EMIT pipelinesRemoved(keys);
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
    const auto notify = [&](int firstColumn, int lastColumn, const QList<int> &roles) {
        Q_EMIT dataChanged(index(run.first, firstColumn), index(run.last, lastColumn), roles);
    };
    switch (kind) {
    case PipelineChanges::Definition: notify(0, ColumnCount - 1, {}); break;
    case PipelineChanges::Outdated:
        notify(StatusColumn, StatusColumn,
               {OutdatedRole, ErrorRole, Qt::AccessibleTextRole, Qt::ToolTipRole});
        notify(SinceColumn, CheckedColumn, {OutdatedRole, KnownUntilRole, Qt::AccessibleTextRole});
        break;
    case PipelineChanges::Status:
        notify(StatusColumn, StatusColumn,
               {Qt::DisplayRole, Qt::AccessibleTextRole, Qt::ToolTipRole, BadgeRole, RawStatusRole,
                CanStartRole, CanStopRole, SortRole});
        notify(SinceColumn, CheckedColumn,
               {Qt::DisplayRole, Qt::AccessibleTextRole, SinceRole, SinceExactRole, KnownUntilRole,
                CheckedRole, SortRole});
        break;
    case PipelineChanges::Checked:
        // The status column's tooltip changes too. Nobody keeps a tooltip, and this comes often.
        notify(CheckedColumn, CheckedColumn,
               {Qt::DisplayRole, Qt::AccessibleTextRole, CheckedRole, SortRole});
        break;
    }
}

int PipelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows.size();
}

int PipelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PipelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PipelineRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return displayText(row, index.column());
    case Qt::AccessibleTextRole:
        if (index.column() == TimelineColumn)
            return m_timelineWords ? m_timelineWords(row.key) : QString();
        return PipelineCells::spoken(row, index.column(), m_now());
    case Qt::ToolTipRole: {
        QString tip = PipelineCells::toolTip(row, index.column());
        if (index.column() == CheckedColumn && m_nextCheck)
            tip += (tip.isEmpty() ? u""_s : u"\n"_s) + m_nextCheck(row.key);
        return tip.isEmpty() ? QVariant() : tip; // the delegates know more of those
    }
    case SortRole: return sortKey(row, index.column());
    case KeyRole: return QVariant::fromValue(row.key);
    case NameRole: return row.name;
    case BadgeRole: return static_cast<int>(row.badge());
    case RawStatusRole: return row.rawStatus;
    case OutdatedRole: return row.outdated;
    case ErrorRole: return row.error;
    case SinceRole: return row.shownSince();
    case SinceExactRole: return row.isShownSinceExact();
    case KnownUntilRole: return row.knownUntil();
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
    case SinceColumn: {
        const QDateTime since = row.shownSince();
        return since.isValid() ? since.toLocalTime() : QVariant();
    }
    case CheckedColumn: return row.checked.isValid() ? row.checked.toLocalTime() : QVariant();
    case LogColumn: return row.clock ? row.clock->shortText(m_now()) : QString();
    default: return {};
    }
}

QVariant PipelineModel::sortKey(const PipelineRow &row, int column) const
{
    switch (column) {
    case StatusColumn: return static_cast<int>(row.badge());
    case SinceColumn: return row.shownSince().toMSecsSinceEpoch();
    case CheckedColumn: return row.checked.toMSecsSinceEpoch();
    case TablesColumn: return row.tableCount;
    case LogColumn: return row.clock ? row.clock->deadline.toMSecsSinceEpoch() : 0;
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
    case TimelineColumn: return m_timelineTitle.isEmpty() ? tr("Timeline") : m_timelineTitle;
    case SinceColumn: return tr("In state");
    case CheckedColumn: return tr("Last check");
    case LogColumn: return tr("Log left");
    default: return {};
    }
}

} // namespace Sluice
