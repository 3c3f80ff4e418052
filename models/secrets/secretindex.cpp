// SPDX-License-Identifier: Apache-2.0
#include "models/secrets/secretindex.h"

#include "models/pipeline/definition.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

void count(QHash<SecretReference, int> &counts, const SecretReference &reference, int step)
{
    int &number = counts[reference];
    number += step;
    if (number == 0)
        counts.remove(reference);
}

template <typename Groups, typename Key>
void countIn(Groups &groups, const Key &key, const SecretReference &reference, int step)
{
    count(groups[key], reference, step);
    if (groups[key].isEmpty())
        groups.remove(key);
}

} // namespace

PipelineSecrets pipelineSecrets(const PipelineKey &key, const QJsonObject &definition)
{
    PipelineSecrets pipeline;
    pipeline.key = key;
    pipeline.name = Definition::name(definition);
    pipeline.agentId = Definition::agentId(definition);
    pipeline.source =
        QStringList{Definition::sourceType(definition), Definition::sourceHost(definition),
                    Definition::sourceDatabase(definition)}
            .join(u' ')
            .toLower();
    pipeline.uses = secretUses(definition);
    return pipeline;
}

SecretIndex::NameKey SecretIndex::nameKey(const QString &account, const SecretReference &reference)
{
    return {account,
            (reference.provider + u'\n' + reference.name + u'\n' + reference.key).toLower()};
}

SecretIndex::SiblingKey SecretIndex::siblingKey(const PipelineSecrets &pipeline,
                                                const QStringList &path)
{
    return {pipeline.key.account, pipeline.source + u'\n' + path.join(u'\n')};
}

bool SecretIndex::put(const PipelineSecrets &pipeline)
{
    const auto known = m_pipelines.constFind(pipeline.key);
    if (known != m_pipelines.constEnd()) {
        if (*known == pipeline)
            return false;
        drop(*known);
    }
    add(pipeline);
    m_pipelines.insert(pipeline.key, pipeline);
    return true;
}

bool SecretIndex::remove(const PipelineKey &key)
{
    const auto known = m_pipelines.constFind(key);
    if (known == m_pipelines.constEnd())
        return false;
    drop(*known);
    m_pipelines.erase(known);
    return true;
}

void SecretIndex::add(const PipelineSecrets &pipeline)
{
    for (const SecretUse &use : pipeline.uses) {
        m_users[use.reference].append({pipeline.key, use.path});
        countIn(m_names, nameKey(pipeline.key.account, use.reference), use.reference, 1);
        countIn(m_siblings, siblingKey(pipeline, use.path), use.reference, 1);
    }
}

void SecretIndex::drop(const PipelineSecrets &pipeline)
{
    for (const SecretUse &use : pipeline.uses) {
        const auto users = m_users.find(use.reference);
        users->removeOne(SecretUser{pipeline.key, use.path});
        if (users->isEmpty())
            m_users.erase(users);
        countIn(m_names, nameKey(pipeline.key.account, use.reference), use.reference, -1);
        countIn(m_siblings, siblingKey(pipeline, use.path), use.reference, -1);
    }
}

const PipelineSecrets *SecretIndex::pipeline(const PipelineKey &key) const
{
    const auto known = m_pipelines.constFind(key);
    return known == m_pipelines.constEnd() ? nullptr : &*known;
}

QSet<SecretReference> SecretIndex::namesakes(const QString &account,
                                             const SecretReference &reference) const
{
    const QHash<SecretReference, int> same = m_names.value(nameKey(account, reference));
    return {same.keyBegin(), same.keyEnd()};
}

QHash<SecretReference, int> SecretIndex::amongSiblings(const PipelineSecrets &pipeline,
                                                       const QStringList &path) const
{
    return m_siblings.value(siblingKey(pipeline, path));
}

} // namespace Sluice
