// SPDX-License-Identifier: Apache-2.0
#include "models/secrets/secretwatch.h"

#include "models/fleet/account.h"
#include "models/fleet/fleet.h"
#include "models/secrets/secretsilences.h"

#include <algorithm>

namespace Sluice {

SecretWatch::SecretWatch(Fleet *fleet, SecretSilences *silences, Now now, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_silences(silences)
    , m_now(std::move(now))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &SecretWatch::announce);
    const PipelineModel *pipelines = fleet->pipelines();
    connect(pipelines, &PipelineModel::pipelinesAdded, this, &SecretWatch::put);
    connect(pipelines, &PipelineModel::pipelinesEdited, this, &SecretWatch::put);
    connect(pipelines, &PipelineModel::pipelinesRemoved, this, &SecretWatch::remove);
    connect(fleet, &Fleet::accountAdded, this, &SecretWatch::watch);
    connect(silences, &SecretSilences::changed, this, &SecretWatch::silence);
    const QList<Account *> accounts = fleet->accounts();
    for (const Account *account : accounts) {
        watch(account);
        put(pipelines->keys(account->id()));
    }
}

void SecretWatch::watch(const Account *account)
{
    connect(account, &Account::runnersChanged, this,
            [this, id = account->id()] { put(m_fleet->pipelines()->keys(id)); });
    connect(account, &Account::pipelinesLoaded, this,
            [this, id = account->id()](const QString &project) {
                m_read.insert({id, project}, m_now());
            });
}

PipelineSecrets SecretWatch::secretsOf(const PipelineRow &row) const
{
    PipelineSecrets pipeline = pipelineSecrets(row.key, row.definition);
    pipeline.accountName = row.accountName;
    pipeline.projectName = row.projectName;
    pipeline.runnerName = row.runnerText();
    const Account *account = m_fleet->account(row.key.account);
    const QList<Runner> runners = account ? account->runners() : QList<Runner>();
    const auto runner = std::find_if(runners.begin(), runners.end(),
                                     [&row](const Runner &each) { return each.id == row.agentId; });
    if (runner != runners.end())
        pipeline.cloud = runner->cloud;
    return pipeline;
}

void SecretWatch::touch(const PipelineKey &key)
{
    if (const PipelineSecrets *pipeline = m_index.pipeline(key)) {
        for (const SecretUse &use : pipeline->uses)
            m_touched.insert(use.reference);
    }
}

void SecretWatch::put(const QList<PipelineKey> &keys)
{
    for (const PipelineKey &key : keys) {
        const PipelineRow *row = m_fleet->pipelines()->find(key);
        if (!row)
            continue;
        const PipelineSecrets next = secretsOf(*row);
        const PipelineSecrets *former = m_index.pipeline(key);
        if (former && *former == next)
            continue;
        touch(key);
        m_index.put(next);
        touch(key);
        m_timer.start();
    }
}

void SecretWatch::remove(const QList<PipelineKey> &keys)
{
    for (const PipelineKey &key : keys) {
        touch(key);
        if (m_index.remove(key))
            m_timer.start();
    }
}

void SecretWatch::silence(const PipelineKey &key)
{
    if (!m_index.pipeline(key))
        return;
    touch(key);
    m_timer.start();
}

void SecretWatch::announce()
{
    m_found.clear();
    const QSet<SecretReference> touched = std::exchange(m_touched, {});
    Q_EMIT changed(touched);
}

const SecretWatch::Found &SecretWatch::found(const PipelineKey &pipeline) const
{
    auto known = m_found.find(pipeline);
    if (known != m_found.end())
        return *known;
    Found found;
    const QList<SecretFinding> all = secretFindings(m_index, pipeline);
    for (const SecretFinding &finding : all)
        (m_silences->isSilenced(pipeline, finding.rule) ? found.silenced : found.shown)
            .append(finding);
    return *m_found.insert(pipeline, found);
}

const QList<SecretFinding> &SecretWatch::findings(const PipelineKey &pipeline) const
{
    return found(pipeline).shown;
}

const QList<SecretFinding> &SecretWatch::silenced(const PipelineKey &pipeline) const
{
    return found(pipeline).silenced;
}

QList<SecretFinding> SecretWatch::foundAbout(const SecretReference &reference,
                                             QList<SecretFinding> Found::*which) const
{
    QList<SecretFinding> about;
    QSet<PipelineKey> seen;
    const QList<SecretUser> users = m_index.users(reference);
    for (const SecretUser &user : users) {
        if (seen.contains(user.pipeline))
            continue;
        seen.insert(user.pipeline);
        const QList<SecretFinding> &all = found(user.pipeline).*which;
        std::copy_if(
            all.begin(), all.end(), std::back_inserter(about),
            [&reference](const SecretFinding &finding) { return finding.reference == reference; });
    }
    return about;
}

QList<SecretFinding> SecretWatch::findings(const SecretReference &reference) const
{
    return foundAbout(reference, &Found::shown);
}

QList<SecretFinding> SecretWatch::silenced(const SecretReference &reference) const
{
    return foundAbout(reference, &Found::silenced);
}

QDateTime SecretWatch::lastSeen(const SecretReference &reference) const
{
    QDateTime last;
    const QList<SecretUser> users = m_index.users(reference);
    for (const SecretUser &user : users) {
        const QDateTime read = m_read.value({user.pipeline.account, user.pipeline.project});
        if (!last.isValid() || read > last)
            last = read;
    }
    return last;
}

} // namespace Sluice
