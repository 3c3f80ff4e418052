// SPDX-License-Identifier: Apache-2.0
#include "app/completion.h"

#include "models/fleet/fleet.h"

#include <algorithm>
#include <utility>

namespace Sluice {

namespace {

QString sentences(const Account *account, const ApiError &error)
{
    return (account->profile().name + QStringLiteral(": ") + error.summary() + u' ' +
            error.nextStep())
        .trimmed();
}

} // namespace

Completion::Completion(Fleet *fleet, bool withStatuses, std::chrono::seconds limit, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_withStatuses(withStatuses)
    , m_limit(limit)
    , m_deadline(limit)
{
    // Looks again and again instead of waiting for signals: completeness has many parts, and nobody
    // waits for it in daily use.
    m_timer.setInterval(1);
    connect(&m_timer, &QTimer::timeout, this, &Completion::look);
    m_timer.start();
}

void Completion::look()
{
    if (isComplete()) {
        // The counts follow a moment after the rows were flushed. The next look sees them.
        m_fleet->pipelines()->flush();
        if (!std::exchange(m_isFlushed, true))
            return;
        m_timer.stop();
        Q_EMIT reached();
        return;
    }
    QString reason = obstacle();
    if (reason.isEmpty() && m_deadline.hasExpired())
        reason = tr("The dashboard was not complete after %1 s.").arg(m_limit.count());
    if (reason.isEmpty())
        return;
    m_timer.stop();
    Q_EMIT failed(reason);
}

bool Completion::isComplete() const
{
    const QList<Account *> accounts = m_fleet->accounts();
    return !accounts.isEmpty() &&
           std::all_of(accounts.begin(), accounts.end(),
                       [this](const Account *account) { return isComplete(account); });
}

bool Completion::isComplete(const Account *account) const
{
    const QList<Project> &projects = account->projects();
    return account->projectsState() == LoadState::Loaded &&
           std::all_of(projects.begin(), projects.end(),
                       [account](const Project &project) {
                           return account->pipelinesState(project.id) == LoadState::Loaded;
                       }) &&
           (!m_withStatuses || m_fleet->poller(account->id())->hasCompletedSweep());
}

QString Completion::obstacle() const
{
    const QList<Account *> accounts = m_fleet->accounts();
    for (const Account *account : accounts) {
        if (account->projectsState() == LoadState::Failed)
            return sentences(account, account->projectsError());
        for (const Project &project : account->projects()) {
            if (account->pipelinesState(project.id) == LoadState::Failed)
                return sentences(account, account->pipelinesError(project.id));
        }
    }
    return {};
}

} // namespace Sluice
