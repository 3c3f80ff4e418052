// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/definition/secret/secretreference.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QSet>

#include <utility>

namespace Sluice {

// A pipeline with its references to secrets.
struct PipelineReferences {
    PipelineKey key;
    QString accountName;
    QString projectName;
    QString name;
    QString agentId;
    QString runnerName;
    QString cloud;  // of its runner: aws, azure, gcp; empty: not known
    QString source; // type, host and database in lower case; siblings share it
    QList<SecretUse> uses;
    QStringList noTexts = {}; // advanced properties whose values are not texts

    // "PROD-EU › Test-project"
    QString place() const { return accountName + QStringLiteral(" › ") + projectName; }

    bool operator==(const PipelineReferences &) const = default;
};

// Reads what the definition holds. The caller fills in the names of account, project and runner.
PipelineReferences pipelineReferences(const PipelineKey &key, const QJsonObject &definition);

// Where a reference is used.
struct ReferenceUser {
    PipelineKey pipeline;
    DefinitionPath path;

    bool operator==(const ReferenceUser &) const = default;
};

// Every reference of many pipelines, with its users. It is updated one pipeline at a time. A
// reference without users is removed.
class ReferenceIndex final
{
public:
    // Adds the pipeline or replaces what was known of it. True when this changed anything.
    bool put(const PipelineReferences &pipeline);
    bool remove(const PipelineKey &key); // false: not known

    const PipelineReferences *pipeline(const PipelineKey &key) const; // nullptr: not known

    QList<PipelineKey> pipelines() const { return m_pipelines.keys(); }

    // In no order.
    QList<SecretReference> references() const { return m_users.keys(); }

    bool contains(const SecretReference &reference) const { return m_users.contains(reference); }

    // True when the text is the name, the location or the key of a reference.
    bool isPart(const QString &text) const;

    // In the order in which they came.
    QList<ReferenceUser> users(const SecretReference &reference) const
    {
        return m_users.value(reference);
    }

    // The same lists sorted for people: references by their parts, users and pipelines by account,
    // project and name.
    QList<SecretReference> sortedReferences() const;
    QList<ReferenceUser> sortedUsers(const SecretReference &reference) const;
    QList<PipelineKey> sortedPipelines() const;

    // Other locations where the account has a secret of the same provider, name and key. Locations
    // that differ by case only are left out.
    struct OtherVaults {
        QStringList first; // sorted, at most three
        int count = 0;     // of all
    };

    OtherVaults otherVaults(const QString &account, const SecretReference &reference) const;
    // Other references of the account that differ from this one by upper and lower case only.
    QList<SecretReference> otherSpellings(const QString &account,
                                          const SecretReference &reference) const;

    // The references that pipelines of the account with the same source have at this place.
    QHash<SecretReference, QList<PipelineKey>> amongSiblings(const PipelineReferences &pipeline,
                                                             const DefinitionPath &path) const;

    // The pipelines whose findings may change when this one is added or removed. Call it after the
    // pipeline was added, and before it is removed.
    QSet<PipelineKey> neighbours(const PipelineReferences &pipeline) const;

private:
    using NameKey = std::pair<QString, QString>;    // account; provider, name and key
    using FoldedKey = std::pair<QString, QString>;  // account; all parts, lower but for provider
    using SiblingKey = std::pair<QString, QString>; // account; source and place

    static NameKey nameKey(const QString &account, const SecretReference &reference);
    static FoldedKey foldedKey(const QString &account, const SecretReference &reference);
    static SiblingKey siblingKey(const PipelineReferences &pipeline, const DefinitionPath &path);
    void add(const PipelineReferences &pipeline);
    void drop(const PipelineReferences &pipeline);
    void count(const QString &account, const SecretReference &reference, int step);
    QList<SecretReference> namesakes(const PipelineReferences &pipeline,
                                     const SecretUse &use) const;
    QSet<PipelineKey> loneSiblings(const PipelineReferences &pipeline, const SecretUse &use) const;

    QHash<PipelineKey, PipelineReferences> m_pipelines;
    QHash<SecretReference, QList<ReferenceUser>> m_users;
    QHash<NameKey, QMap<QString, int>> m_locations;            // with the number of uses
    QHash<FoldedKey, QHash<SecretReference, int>> m_spellings; // with the number of uses
    QHash<SiblingKey, QHash<SecretReference, QList<PipelineKey>>> m_siblings;
};

} // namespace Sluice
