// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/referencelint.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <functional>

namespace Sluice {

class Account;
class Fleet;
class Silences;
struct PipelineRow;

// The index of the references of all accounts, and what may be wrong with them. It follows the
// fleet. Sluice never reads the secrets themselves.
class ReferenceMonitor final : public QObject
{
    Q_OBJECT

public:
    using Now = std::function<QDateTime()>;

    // fleet and silences must outlive it.
    ReferenceMonitor(Fleet *fleet, Silences *silences, Now now = &QDateTime::currentDateTimeUtc,
                     QObject *parent = nullptr);

    const ReferenceIndex &index() const { return m_index; }

    Silences *silences() const { return m_silences; }

    // The pipeline's findings, without silenced rules. They are computed at the first call and kept
    // until something changes.
    QList<ReferenceFinding> findings(const PipelineKey &pipeline) const;
    // The findings about this reference at all its users.
    QList<ReferenceFinding> findings(const SecretReference &reference) const;
    // How many these are: for a look at all references.
    qsizetype findingCount(const SecretReference &reference) const;
    // The silenced findings.
    QList<ReferenceFinding> silenced(const PipelineKey &pipeline) const;
    QList<ReferenceFinding> silenced(const SecretReference &reference) const;
    // All pipelines for which the rule has a finding. silenced: only silenced findings count, or
    // only the others.
    QList<PipelineKey> pipelines(ReferenceRule rule, bool silenced) const;
    // When the server last sent a list that contains the reference, UTC; invalid: not known.
    QDateTime lastSeen(const SecretReference &reference) const;

Q_SIGNALS:
    // lastSeen() of many references changed.
    void seenAnew();
    // These references and pipelines came, went or changed, or may have other findings now. Told
    // once after each turn of the event loop.
    void changed(const QSet<Sluice::SecretReference> &references,
                 const QSet<Sluice::PipelineKey> &pipelines);

private:
    struct Found {
        QList<ReferenceFinding> shown;
        QList<ReferenceFinding> silenced;
    };

    // What is known of an account's runners, by their ids.
    struct Runners {
        QHash<QString, QString> clouds;
        QHash<QString, QString> names;

        bool operator==(const Runners &) const = default;
    };

    void watch(const Account *account);
    void onRunners(const Account *account);
    void put(const QList<PipelineKey> &keys);
    void remove(const QList<PipelineKey> &keys);
    QSet<SecretReference> referencesOf(const PipelineKey &key) const;
    void outdate(const PipelineKey &key); // before and after it changes
    PipelineReferences secretsOf(const PipelineRow &row) const;
    void silence(const PipelineKey &key);
    void announce();
    void forgetOutdated() const;
    const Found &found(const PipelineKey &pipeline) const;
    const Found &found(const SecretReference &reference) const;

    Fleet *m_fleet;
    Silences *m_silences;
    Now m_now;
    ReferenceIndex m_index;
    QHash<std::pair<QString, QString>, QDateTime> m_read; // by account and project
    QHash<QString, Runners> m_runners;                    // by account
    QSet<SecretReference> m_touched;
    QSet<PipelineKey> m_outdated;
    bool m_isAllOutdated = false;
    bool m_isSeenAnew = false;
    QTimer m_timer;
    mutable bool m_hasOutdated = false; // outdated findings are still kept
    mutable QHash<PipelineKey, Found> m_found;
    mutable QHash<SecretReference, Found> m_foundAbout;
    mutable QHash<SecretReference, QDateTime> m_seen;
};

} // namespace Sluice
