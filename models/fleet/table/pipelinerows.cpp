// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelinerows.h"

#include <QSet>

#include <algorithm>

namespace Sluice {

PipelineRows::Indexed PipelineRows::indexedOf(const PipelineRow &row)
{
    return {row.badge(), row.hasFailedCheck(), row.agentId, row.name};
}

// A status says nothing of the names, which are costly to index.
void PipelineRows::move(PipelineRow &row, const Indexed &before, const Indexed &after)
{
    if (after == before)
        return;
    if (after.name == before.name && after.agentId == before.agentId) {
        count(row, before, -1);
        count(row, after, 1);
        return;
    }
    forget(row, before);
    record(row, after);
}

void PipelineRows::count(const PipelineRow &row, const Indexed &values, int by)
{
    m_groups[{row.key.account, row.key.project}].badges[static_cast<size_t>(values.badge)] += by;
    if (values.hasFailedCheck)
        m_accounts[row.key.account].failedChecks += by;
}

void PipelineRows::record(PipelineRow &row, const Indexed &values)
{
    count(row, values, 1);
    ++m_groups[{row.key.account, row.key.project}].names[values.name];
    if (!values.agentId.isEmpty())
        m_users[{row.key.account, values.agentId}].append(&row);
}

void PipelineRows::forget(PipelineRow &row, const Indexed &values)
{
    count(row, values, -1);
    QHash<QString, int> &names = m_groups[{row.key.account, row.key.project}].names;
    if (--names[values.name] == 0)
        names.remove(values.name);
    const auto users = m_users.find({row.key.account, values.agentId});
    if (users == m_users.end())
        return;
    users->removeOne(&row);
    if (users->isEmpty())
        m_users.erase(users);
}

void PipelineRows::append(std::unique_ptr<PipelineRow> row)
{
    row->index = size();
    m_byKey.insert(row->key, row.get());
    m_groups[{row->key.account, row->key.project}].rows.append(row.get());
    ++m_accounts[row->key.account].rows;
    record(*row, indexedOf(*row));
    m_rows.push_back(std::move(row));
}

void PipelineRows::remove(int first, int last)
{
    const auto begin = m_rows.begin() + first;
    const auto end = m_rows.begin() + last + 1;
    QSet<Place> places;
    for (auto it = begin; it != end; ++it) {
        PipelineRow &row = **it;
        forget(row, indexedOf(row));
        m_byKey.remove(row.key);
        places.insert({row.key.account, row.key.project});
        if (--m_accounts[row.key.account].rows == 0)
            m_accounts.remove(row.key.account);
    }
    const auto isGone = [first, last](const PipelineRow *row) {
        return row->index >= first && row->index <= last;
    };
    for (const Place &place : std::as_const(places)) {
        Group &group = m_groups[place];
        group.rows.removeIf(isGone);
        if (group.rows.isEmpty())
            m_groups.remove(place);
    }
    m_rows.erase(begin, end);
    for (auto i = static_cast<size_t>(first); i < m_rows.size(); ++i)
        m_rows[i]->index = static_cast<int>(i);
}

QList<PipelineKey> PipelineRows::keys(const QString &account) const
{
    QList<PipelineKey> keys;
    keys.reserve(m_accounts.value(account).rows);
    for (const auto &row : m_rows) {
        if (row->key.account == account)
            keys.append(row->key);
    }
    return keys;
}

QList<PipelineKey> PipelineRows::keys(const QString &account, const QString &project) const
{
    QList<PipelineKey> keys;
    const QList<PipelineRow *> found = rows(account, project);
    keys.reserve(found.size());
    for (const PipelineRow *row : found)
        keys.append(row->key);
    return keys;
}

QList<PipelineRow *> PipelineRows::rows(const QString &account, const QString &project) const
{
    const auto group = m_groups.constFind({account, project});
    return group == m_groups.constEnd() ? QList<PipelineRow *>() : group->rows;
}

int PipelineRows::count(const QString &account, const QString &project) const
{
    const auto group = m_groups.constFind({account, project});
    return group == m_groups.constEnd() ? 0 : static_cast<int>(group->rows.size());
}

int PipelineRows::count(const QString &account, const QString &project, Badge badge) const
{
    const auto group = m_groups.constFind({account, project});
    return group == m_groups.constEnd() ? 0 : group->badges[static_cast<size_t>(badge)];
}

std::optional<Badge> PipelineRows::worstProblem(const QString &account,
                                                const QString &project) const
{
    for (const Badge badge : {Badge::StoppedUnexpectedly, Badge::Unknown}) {
        if (count(account, project, badge) > 0)
            return badge;
    }
    return std::nullopt;
}

bool PipelineRows::haveAllChecksFailed(const QString &account) const
{
    const AccountCounts counts = m_accounts.value(account);
    return counts.rows > 0 && counts.failedChecks == counts.rows;
}

QDateTime PipelineRows::recalledFrom(const QString &account) const
{
    QDateTime newest;
    for (const auto &row : m_rows) {
        if (row->recalledFrom > newest && (account.isEmpty() || row->key.account == account))
            newest = row->recalledFrom;
    }
    return newest;
}

QStringList PipelineRows::namesUsingRunner(const QString &account, const QString &agentId,
                                           const QString &exceptPipeline) const
{
    QStringList names;
    const auto users = m_users.constFind({account, agentId});
    if (users == m_users.constEnd())
        return names;
    for (const PipelineRow *row : *users) {
        if (row->key.pipeline != exceptPipeline)
            names.append(row->name);
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

bool PipelineRows::hasName(const QString &account, const QString &project,
                           const QString &name) const
{
    const auto group = m_groups.constFind({account, project});
    return group != m_groups.constEnd() && group->names.contains(name);
}

} // namespace Sluice
