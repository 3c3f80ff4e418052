// SPDX-License-Identifier: Apache-2.0
#include "models/references/referencemonitor.h"

#include "models/account/account.h"
#include "models/fleet/fleet.h"
#include "models/references/silences.h"

#include <algorithm>

namespace Sluice {

namespace {

// Where more findings than this may be others, all are worked out anew: to ask whose would take
// longer.
constexpr qsizetype mostOutdated = 1000;

} // namespace

ReferenceMonitor::ReferenceMonitor(Fleet *fleet, Silences *silences, Now now, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_silences(silences)
    , m_now(std::move(now))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &ReferenceMonitor::announce);
    const PipelineModel *pipelines = fleet->pipelines();
    connect(pipelines, &PipelineModel::pipelinesAdded, this, &ReferenceMonitor::put);
    connect(pipelines, &PipelineModel::pipelinesEdited, this, &ReferenceMonitor::put);
    connect(pipelines, &PipelineModel::pipelinesRemoved, this, &ReferenceMonitor::remove);
    connect(fleet, &Fleet::accountAdded, this, &ReferenceMonitor::watch);
    connect(fleet, &Fleet::accountAboutToBeRemoved, this, [this](const Account *account) {
        account->disconnect(this);
        m_runners.remove(account->id());
        m_read.removeIf([account](const auto &each) { return each.key().first == account->id(); });
    });
    connect(silences, &Silences::changed, this, &ReferenceMonitor::silence);
    const QList<Account *> accounts = fleet->accounts();
    for (const Account *account : accounts) {
        watch(account);
        put(pipelines->keys(account->id()));
    }
}

void ReferenceMonitor::watch(const Account *account)
{
    const auto follow = [this, account] { onRunners(account); };
    connect(account, &Account::runnersChanged, this, follow);
    connect(account, &Account::runnerNamesChanged, this, follow);
    connect(account, &Account::pipelinesLoaded, this,
            [this, id = account->id()](const QString &project) {
                m_read.insert({id, project}, m_now());
                m_isSeenAnew = true;
                m_seen.clear();
                m_timer.start();
            });
    onRunners(account);
}

void ReferenceMonitor::onRunners(const Account *account)
{
    Runners now;
    now.names = account->runnerNames();
    for (const Runner &runner : account->runners())
        now.clouds.insert(runner.id, runner.cloud);
    Runners &known = m_runners[account->id()];
    if (known == now)
        return;
    known = now;
    QList<PipelineKey> changed; // to read all definitions anew would take long
    const QList<PipelineKey> keys = m_fleet->pipelines()->keys(account->id());
    for (const PipelineKey &key : keys) {
        const PipelineReferences *pipeline = m_index.pipeline(key);
        if (!pipeline || pipeline->cloud != known.clouds.value(pipeline->agentId) ||
            pipeline->runnerName != m_fleet->pipelines()->find(key)->runnerText())
            changed.append(key);
    }
    put(changed);
}

PipelineReferences ReferenceMonitor::secretsOf(const PipelineRow &row) const
{
    PipelineReferences pipeline = pipelineReferences(row.key, row.definition);
    pipeline.accountName = row.accountName;
    pipeline.projectName = row.projectName;
    pipeline.runnerName = row.runnerText();
    const auto runners = m_runners.constFind(row.key.account);
    if (runners != m_runners.constEnd())
        pipeline.cloud = runners->clouds.value(row.agentId);
    return pipeline;
}

QSet<SecretReference> ReferenceMonitor::referencesOf(const PipelineKey &key) const
{
    QSet<SecretReference> references;
    if (const PipelineReferences *pipeline = m_index.pipeline(key)) {
        for (const SecretUse &use : pipeline->uses)
            references.insert(use.reference);
    }
    return references;
}

void ReferenceMonitor::outdate(const PipelineKey &key)
{
    m_outdated.insert(key);
    m_touched += referencesOf(key);
    const PipelineReferences *pipeline = m_index.pipeline(key);
    if (pipeline && !m_isAllOutdated)
        m_outdated += m_index.neighbours(*pipeline);
    m_isAllOutdated = m_isAllOutdated || m_outdated.size() > mostOutdated;
    m_hasOutdated = true;
    if (!m_timer.isActive())
        m_timer.start();
}

void ReferenceMonitor::put(const QList<PipelineKey> &keys)
{
    for (const PipelineKey &key : keys) {
        const PipelineRow *row = m_fleet->pipelines()->find(key);
        if (!row)
            continue;
        const PipelineReferences next = secretsOf(*row);
        const PipelineReferences *former = m_index.pipeline(key);
        if (former && *former == next)
            continue;
        outdate(key);
        m_index.put(next);
        if (!m_isAllOutdated)
            outdate(key);
    }
}

void ReferenceMonitor::remove(const QList<PipelineKey> &keys)
{
    for (const PipelineKey &key : keys) {
        if (!m_index.pipeline(key))
            continue;
        outdate(key);
        m_index.remove(key);
    }
}

void ReferenceMonitor::silence(const PipelineKey &key)
{
    if (!m_index.pipeline(key))
        return;
    m_outdated.insert(key);
    m_hasOutdated = true;
    m_timer.start();
}

// Who asks between a change and its announcement gets no finding of what is gone.
void ReferenceMonitor::forgetOutdated() const
{
    if (!std::exchange(m_hasOutdated, false))
        return;
    m_seen.clear();
    if (m_isAllOutdated) {
        m_found.clear();
        m_foundAbout.clear();
        return;
    }
    for (const PipelineKey &key : m_outdated) {
        m_found.remove(key);
        const QSet<SecretReference> references = referencesOf(key);
        for (const SecretReference &reference : references)
            m_foundAbout.remove(reference);
    }
    for (const SecretReference &reference : m_touched)
        m_foundAbout.remove(reference);
}

void ReferenceMonitor::announce()
{
    forgetOutdated();
    if (std::exchange(m_isSeenAnew, false))
        Q_EMIT seenAnew();
    if (m_outdated.isEmpty())
        return;
    QSet<PipelineKey> pipelines = std::exchange(m_outdated, {});
    QSet<SecretReference> references = std::exchange(m_touched, {});
    if (std::exchange(m_isAllOutdated, false)) {
        const QList<PipelineKey> allPipelines = m_index.pipelines();
        const QList<SecretReference> allReferences = m_index.references();
        pipelines.unite({allPipelines.begin(), allPipelines.end()});
        references.unite({allReferences.begin(), allReferences.end()});
    } else {
        for (const PipelineKey &key : std::as_const(pipelines))
            references.unite(referencesOf(key));
    }
    Q_EMIT changed(references, pipelines);
}

const ReferenceMonitor::Found &ReferenceMonitor::found(const PipelineKey &pipeline) const
{
    forgetOutdated();
    const auto known = m_found.constFind(pipeline);
    if (known != m_found.constEnd())
        return *known;
    Found found;
    const QList<ReferenceFinding> all = referenceFindings(m_index, pipeline);
    for (const ReferenceFinding &finding : all)
        (m_silences->isSilenced(pipeline, finding.rule) ? found.silenced : found.shown)
            .append(finding);
    return *m_found.insert(pipeline, found);
}

QList<PipelineKey> ReferenceMonitor::pipelines(ReferenceRule rule, bool silenced) const
{
    QList<PipelineKey> keys = m_index.pipelines();
    keys.removeIf([this, rule, silenced](const PipelineKey &key) {
        const Found &all = found(key);
        const QList<ReferenceFinding> &its = silenced ? all.silenced : all.shown;
        return std::none_of(its.cbegin(), its.cend(), [rule](const ReferenceFinding &finding) {
            return finding.rule == rule;
        });
    });
    return keys;
}

QList<ReferenceFinding> ReferenceMonitor::findings(const PipelineKey &pipeline) const
{
    return found(pipeline).shown;
}

QList<ReferenceFinding> ReferenceMonitor::silenced(const PipelineKey &pipeline) const
{
    return found(pipeline).silenced;
}

const ReferenceMonitor::Found &ReferenceMonitor::found(const SecretReference &reference) const
{
    forgetOutdated();
    const auto known = m_foundAbout.constFind(reference);
    if (known != m_foundAbout.constEnd())
        return *known;
    Found about;
    const auto isAboutIt = [&reference](const ReferenceFinding &finding) {
        return finding.reference == reference;
    };
    QSet<PipelineKey> seen;
    const QList<ReferenceUser> users = m_index.users(reference);
    for (const ReferenceUser &user : users) {
        if (seen.contains(user.pipeline))
            continue;
        seen.insert(user.pipeline);
        for (const auto which : {&Found::shown, &Found::silenced}) {
            const QList<ReferenceFinding> &all = found(user.pipeline).*which;
            std::copy_if(all.begin(), all.end(), std::back_inserter(about.*which), isAboutIt);
        }
    }
    return *m_foundAbout.insert(reference, about);
}

QList<ReferenceFinding> ReferenceMonitor::findings(const SecretReference &reference) const
{
    return found(reference).shown;
}

qsizetype ReferenceMonitor::findingCount(const SecretReference &reference) const
{
    return found(reference).shown.size();
}

QList<ReferenceFinding> ReferenceMonitor::silenced(const SecretReference &reference) const
{
    return found(reference).silenced;
}

QDateTime ReferenceMonitor::lastSeen(const SecretReference &reference) const
{
    forgetOutdated();
    const auto known = m_seen.constFind(reference);
    if (known != m_seen.constEnd())
        return *known;
    QDateTime last;
    const QList<ReferenceUser> users = m_index.users(reference);
    for (const ReferenceUser &user : users) {
        const QDateTime read = m_read.value({user.pipeline.account, user.pipeline.project});
        if (!last.isValid() || read > last)
            last = read;
    }
    m_seen.insert(reference, last);
    return last;
}

} // namespace Sluice
