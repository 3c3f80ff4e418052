// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/pipelinemodel.h"

#include <QSet>

#include <algorithm>

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

void PipelineModel::setPipelines(const QString &account, const QString &accountName,
                                 const Project &project, const QJsonArray &definitions)
{
    QSet<PipelineRow *> kept;
    QSet<QString> fresh;
    QList<PipelineKey> edited;
    std::vector<std::unique_ptr<PipelineRow>> added;
    for (const QJsonValue &value : definitions) {
        const QJsonObject definition = value.toObject();
        const PipelineKey key{account, project.id, definition["streamingPipelineId"_L1].toString()};
        if (!key.isValid() || fresh.contains(key.pipeline))
            continue;
        if (PipelineRow *row = findRow(key)) {
            kept.insert(row);
            if (updateRow(*row, accountName, project.name, definition))
                edited.append(key);
        } else {
            fresh.insert(key.pipeline);
            added.push_back(makeRow(key, accountName, project, definition));
        }
    }

    QList<PipelineRow *> gone;
    const QList<PipelineRow *> former = m_groups.value({account, project.id}).rows;
    std::copy_if(former.begin(), former.end(), std::back_inserter(gone),
                 [&kept](PipelineRow *row) { return !kept.contains(row); });
    removeRowsOf(gone);
    addRows(std::move(added));
    if (!edited.isEmpty())
        Q_EMIT pipelinesEdited(edited);
}

void PipelineModel::putPipeline(const QString &account, const QString &accountName,
                                const Project &project, const QJsonObject &definition)
{
    const PipelineKey key{account, project.id, definition["streamingPipelineId"_L1].toString()};
    if (!key.isValid())
        return;
    if (PipelineRow *row = findRow(key)) {
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
    if (PipelineRow *row = findRow(key))
        removeRowsOf({row});
}

void PipelineModel::removeProject(const QString &account, const QString &project)
{
    removeRowsOf(m_groups.value({account, project}).rows);
    m_groups.remove({account, project});
}

void PipelineModel::removeAccount(const QString &account)
{
    QList<PipelineRow *> gone;
    for (const auto &row : m_rows) {
        if (row->key.account == account)
            gone.append(row.get());
    }
    removeRowsOf(gone);
    m_groups.removeIf([&account](const auto &it) { return it.key().first == account; });
    m_runnerNames.remove(account);
}

void PipelineModel::setRunnerNames(const QString &account, const QHash<QString, QString> &names)
{
    m_runnerNames[account] = names;
    for (const auto &row : m_rows) {
        if (row->key.account != account)
            continue;
        const QString name = names.value(row->agentId);
        if (name == row->runnerName)
            continue;
        row->runnerName = name;
        mark(*row, PipelineChanges::Definition);
    }
}

template <typename Change>
void PipelineModel::edit(PipelineRow &row, Change change)
{
    const Badge before = row.badge();
    change();
    const Badge after = row.badge();
    if (before == after)
        return;
    Group &group = m_groups[{row.key.account, row.key.project}];
    --group.badges[static_cast<size_t>(before)];
    ++group.badges[static_cast<size_t>(after)];
}

void PipelineModel::setStatus(const PipelineKey &key, const QString &status)
{
    PipelineRow *row = findRow(key);
    if (!row)
        return;
    const PipelineState from = row->state;
    const bool wasOutdated = row->outdated;
    bool changed = false;
    edit(*row, [&] { changed = row->takeStatus(status, m_now()); });
    PipelineChanges::Kinds kinds = changed ? PipelineChanges::Status : PipelineChanges::Checked;
    kinds.setFlag(PipelineChanges::Outdated, wasOutdated);
    mark(*row, kinds);
    if (from != row->state)
        Q_EMIT statusChanged(key, from, row->state);
}

void PipelineModel::setCheckFailed(const PipelineKey &key, const QString &reason)
{
    PipelineRow *row = findRow(key);
    if (!row)
        return;
    const bool wasRequested = row->requested.has_value();
    bool changed = false;
    edit(*row, [&] { changed = row->takeFailure(reason, m_now()); });
    if (!changed)
        return;
    PipelineChanges::Kinds kinds = PipelineChanges::Outdated;
    kinds.setFlag(PipelineChanges::Status, wasRequested != row->requested.has_value());
    mark(*row, kinds);
}

void PipelineModel::setRequested(const PipelineKey &key, PipelineCommand command)
{
    if (PipelineRow *row = findRow(key)) {
        edit(*row, [&] { row->request(command, m_now()); });
        mark(*row, PipelineChanges::Status);
    }
}

void PipelineModel::clearRequested(const PipelineKey &key, CommandOutcome outcome)
{
    PipelineRow *row = findRow(key);
    if (!row)
        return;
    if (outcome == CommandOutcome::Refused)
        row->stopSentAt = {};
    if (!row->requested)
        return;
    edit(*row, [row] { row->requested.reset(); });
    mark(*row, PipelineChanges::Status);
}

int PipelineModel::rowOf(const PipelineKey &key) const
{
    const PipelineRow *row = findRow(key);
    return row ? row->index : -1;
}

const PipelineRow *PipelineModel::find(const PipelineKey &key) const
{
    return findRow(key);
}

QJsonObject PipelineModel::definition(const PipelineKey &key) const
{
    const PipelineRow *row = findRow(key);
    return row ? row->definition : QJsonObject();
}

PipelineState PipelineModel::state(const PipelineKey &key) const
{
    const PipelineRow *row = findRow(key);
    return row ? row->state : PipelineState::NotChecked;
}

QList<PipelineKey> PipelineModel::keys(const QString &account) const
{
    QList<PipelineKey> keys;
    for (const auto &row : m_rows) {
        if (row->key.account == account)
            keys.append(row->key);
    }
    return keys;
}

QList<PipelineKey> PipelineModel::keys(const QString &account, const QString &project) const
{
    QList<PipelineKey> keys;
    const QList<PipelineRow *> rows = m_groups.value({account, project}).rows;
    for (const PipelineRow *row : rows)
        keys.append(row->key);
    return keys;
}

int PipelineModel::count(const QString &account, const QString &project) const
{
    const auto group = m_groups.constFind({account, project});
    return group == m_groups.constEnd() ? 0 : static_cast<int>(group->rows.size());
}

int PipelineModel::count(const QString &account, const QString &project, Badge badge) const
{
    const auto group = m_groups.constFind({account, project});
    return group == m_groups.constEnd() ? 0 : group->badges[static_cast<size_t>(badge)];
}

std::optional<Badge> PipelineModel::worstProblem(const QString &account,
                                                 const QString &project) const
{
    const auto group = m_groups.constFind({account, project});
    if (group == m_groups.constEnd())
        return std::nullopt;
    for (const Badge badge : {Badge::StoppedUnexpectedly, Badge::Unknown}) {
        if (group->badges[static_cast<size_t>(badge)] > 0)
            return badge;
    }
    return std::nullopt;
}

QStringList PipelineModel::namesUsingRunner(const QString &account, const QString &agentId,
                                            const QString &exceptPipeline) const
{
    QStringList names;
    if (agentId.isEmpty())
        return names;
    for (const auto &row : m_rows) {
        if (row->agentId == agentId && row->key.account == account &&
            row->key.pipeline != exceptPipeline)
            names.append(row->name);
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

} // namespace Sluice
