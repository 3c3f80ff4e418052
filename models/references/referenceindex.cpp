// SPDX-License-Identifier: Apache-2.0
#include "models/references/referenceindex.h"

#include "models/definition/definition.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr qsizetype mostShown = 3;

// Adds to the number of one thing in one group; what comes to nothing goes.
template <typename Groups, typename Key, typename Thing>
void countIn(Groups &groups, const Key &key, const Thing &thing, int step)
{
    auto &counts = groups[key];
    int &number = counts[thing];
    number += step;
    if (number == 0)
        counts.remove(thing);
    if (counts.isEmpty())
        groups.remove(key);
}

// What is left empty goes.
template <typename Lists, typename Key, typename Thing>
void removeFrom(Lists &lists, const Key &key, const Thing &thing)
{
    auto &list = lists[key];
    list.removeOne(thing);
    if (list.isEmpty())
        lists.remove(key);
}

bool isSameFolded(const QString &one, const QString &other)
{
    return one.toLower() == other.toLower();
}

// People's order; ids keep those of one name apart.
auto orderOf(const PipelineReferences &pipeline)
{
    return std::tie(pipeline.accountName, pipeline.projectName, pipeline.name, pipeline.key.account,
                    pipeline.key.project, pipeline.key.pipeline);
}

} // namespace

PipelineReferences pipelineReferences(const PipelineKey &key, const QJsonObject &definition)
{
    PipelineReferences pipeline;
    pipeline.key = key;
    pipeline.name = Definition::name(definition);
    pipeline.agentId = Definition::agentId(definition);
    pipeline.source =
        QStringList{Definition::sourceType(definition), Definition::sourceHost(definition),
                    Definition::sourceDatabase(definition)}
            .join(u' ')
            .toLower();
    pipeline.uses = secretUses(definition);
    const QJsonObject properties = definition.value("advancedProperties"_L1).toObject();
    for (auto property = properties.begin(); property != properties.end(); ++property) {
        if (!property->isString() && !property->isNull())
            pipeline.noTexts.append(property.key());
    }
    return pipeline;
}

ReferenceIndex::NameKey ReferenceIndex::nameKey(const QString &account,
                                                const SecretReference &reference)
{
    return {account, reference.provider + u'\n' + reference.name + u'\n' + reference.key};
}

ReferenceIndex::FoldedKey ReferenceIndex::foldedKey(const QString &account,
                                                    const SecretReference &reference)
{
    const QString rest = reference.location + u'\n' + reference.name + u'\n' + reference.key;
    return {account, reference.provider + u'\n' + rest.toLower()};
}

ReferenceIndex::SiblingKey ReferenceIndex::siblingKey(const PipelineReferences &pipeline,
                                                      const DefinitionPath &path)
{
    return {pipeline.key.account, pipeline.source + u'\n' + path.keys().join(u'\n')};
}

bool ReferenceIndex::put(const PipelineReferences &pipeline)
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

bool ReferenceIndex::remove(const PipelineKey &key)
{
    const auto known = m_pipelines.constFind(key);
    if (known == m_pipelines.constEnd())
        return false;
    drop(*known);
    m_pipelines.erase(known);
    return true;
}

void ReferenceIndex::add(const PipelineReferences &pipeline)
{
    for (const SecretUse &use : pipeline.uses) {
        m_users[use.reference].append({pipeline.key, use.path});
        m_siblings[siblingKey(pipeline, use.path)][use.reference].append(pipeline.key);
        count(pipeline.key.account, use.reference, 1);
    }
}

void ReferenceIndex::drop(const PipelineReferences &pipeline)
{
    for (const SecretUse &use : pipeline.uses) {
        removeFrom(m_users, use.reference, ReferenceUser{pipeline.key, use.path});
        const SiblingKey siblings = siblingKey(pipeline, use.path);
        removeFrom(m_siblings[siblings], use.reference, pipeline.key);
        if (m_siblings[siblings].isEmpty())
            m_siblings.remove(siblings);
        count(pipeline.key.account, use.reference, -1);
    }
}

void ReferenceIndex::count(const QString &account, const SecretReference &reference, int step)
{
    countIn(m_locations, nameKey(account, reference), reference.location, step);
    countIn(m_spellings, foldedKey(account, reference), reference, step);
}

const PipelineReferences *ReferenceIndex::pipeline(const PipelineKey &key) const
{
    const auto known = m_pipelines.constFind(key);
    return known == m_pipelines.constEnd() ? nullptr : &*known;
}

ReferenceIndex::OtherVaults ReferenceIndex::otherVaults(const QString &account,
                                                        const SecretReference &reference) const
{
    OtherVaults others;
    const QMap<QString, int> locations = m_locations.value(nameKey(account, reference));
    others.count = int(locations.size());
    const QHash<SecretReference, int> spellings = m_spellings.value(foldedKey(account, reference));
    for (auto each = spellings.keyBegin(); each != spellings.keyEnd(); ++each) {
        if (each->name == reference.name && each->key == reference.key)
            --others.count;
    }
    for (auto each = locations.keyBegin();
         each != locations.keyEnd() && others.first.size() < mostShown; ++each) {
        if (!isSameFolded(*each, reference.location))
            others.first.append(*each);
    }
    return others;
}

QList<SecretReference> ReferenceIndex::otherSpellings(const QString &account,
                                                      const SecretReference &reference) const
{
    QList<SecretReference> others = m_spellings.value(foldedKey(account, reference)).keys();
    others.removeIf([&reference](const SecretReference &each) { return each == reference; });
    std::sort(others.begin(), others.end());
    return others;
}

QHash<SecretReference, QList<PipelineKey>>
ReferenceIndex::amongSiblings(const PipelineReferences &pipeline, const DefinitionPath &path) const
{
    return m_siblings.value(siblingKey(pipeline, path));
}

// What other references may be found to have a namesake, or one more or less, by this use.
QList<SecretReference> ReferenceIndex::namesakes(const PipelineReferences &pipeline,
                                                 const SecretUse &use) const
{
    const SecretReference &reference = use.reference;
    const auto own =
        std::count_if(pipeline.uses.begin(), pipeline.uses.end(),
                      [&reference](const SecretUse &each) { return each.reference == reference; });
    const QHash<SecretReference, int> spellings =
        m_spellings.value(foldedKey(pipeline.key.account, reference));
    if (spellings.value(reference) > own) // it is there without this pipeline, too
        return {};
    QList<SecretReference> all = spellings.keys();
    const QMap<QString, int> locations =
        m_locations.value(nameKey(pipeline.key.account, reference));
    for (auto each = locations.keyBegin(); each != locations.keyEnd(); ++each)
        all.append({reference.provider, *each, reference.name, reference.key});
    return all;
}

// Siblings that are alone with their reference, or may be with this use or without it. Where three
// disagree or many share one, one pipeline makes no difference.
QSet<PipelineKey> ReferenceIndex::loneSiblings(const PipelineReferences &pipeline,
                                               const SecretUse &use) const
{
    QSet<PipelineKey> lone;
    const QHash<SecretReference, QList<PipelineKey>> siblings = amongSiblings(pipeline, use.path);
    if (siblings.size() > 3)
        return lone;
    for (const QList<PipelineKey> &agreeing : siblings) {
        if (agreeing.size() <= 2)
            lone.unite({agreeing.begin(), agreeing.end()});
    }
    return lone;
}

QSet<PipelineKey> ReferenceIndex::neighbours(const PipelineReferences &pipeline) const
{
    QSet<PipelineKey> found{pipeline.key};
    for (const SecretUse &use : pipeline.uses) {
        found += loneSiblings(pipeline, use);
        const QList<SecretReference> same = namesakes(pipeline, use);
        for (const SecretReference &reference : same) {
            const QList<ReferenceUser> all = users(reference);
            for (const ReferenceUser &user : all) {
                if (user.pipeline.account == pipeline.key.account)
                    found.insert(user.pipeline);
            }
        }
    }
    return found;
}

bool ReferenceIndex::isPart(const QString &text) const
{
    return std::any_of(m_users.keyBegin(), m_users.keyEnd(), [&text](const SecretReference &each) {
        return each.name == text || each.location == text || each.key == text;
    });
}

QList<SecretReference> ReferenceIndex::sortedReferences() const
{
    QList<SecretReference> all = references();
    std::sort(all.begin(), all.end());
    return all;
}

QList<ReferenceUser> ReferenceIndex::sortedUsers(const SecretReference &reference) const
{
    QList<ReferenceUser> all = users(reference);
    std::sort(all.begin(), all.end(), [this](const ReferenceUser &one, const ReferenceUser &other) {
        const auto left = orderOf(*pipeline(one.pipeline));
        const auto right = orderOf(*pipeline(other.pipeline));
        return left == right ? one.path < other.path : left < right;
    });
    return all;
}

QList<PipelineKey> ReferenceIndex::sortedPipelines() const
{
    QList<PipelineKey> all = pipelines();
    std::sort(all.begin(), all.end(), [this](const PipelineKey &one, const PipelineKey &other) {
        return orderOf(*pipeline(one)) < orderOf(*pipeline(other));
    });
    return all;
}

} // namespace Sluice
