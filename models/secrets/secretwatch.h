// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/secrets/secretlint.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <functional>

namespace Sluice {

class Account;
class Fleet;
struct PipelineRow;

// The index of all accounts' references, kept up to date with the fleet, and what may be wrong with
// them. Sluice never reads the secrets themselves.
class SecretWatch final : public QObject
{
    Q_OBJECT

public:
    using Now = std::function<QDateTime()>;

    explicit SecretWatch(Fleet *fleet, Now now = &QDateTime::currentDateTimeUtc,
                         QObject *parent = nullptr);

    const SecretIndex &index() const { return m_index; }

    // Of the pipeline, all rules. Worked out when it is first asked for, until something changes.
    const QList<SecretFinding> &findings(const PipelineKey &pipeline) const;
    // Of all users of the reference, about this reference.
    QList<SecretFinding> findings(const SecretReference &reference) const;
    // When a list with it last came from the server, UTC; invalid: not known.
    QDateTime lastSeen(const SecretReference &reference) const;

Q_SIGNALS:
    // References came, went, or are used elsewhere; together, after each turn of the event loop.
    // Findings may have changed everywhere.
    void changed(const QSet<Sluice::SecretReference> &references);

private:
    void watch(const Account *account);
    void put(const QList<PipelineKey> &keys);
    void remove(const QList<PipelineKey> &keys);
    void touch(const PipelineKey &key); // its references, before and after a change
    PipelineSecrets secretsOf(const PipelineRow &row) const;
    void announce();

    Fleet *m_fleet;
    Now m_now;
    SecretIndex m_index;
    QHash<std::pair<QString, QString>, QDateTime> m_read; // by account and project
    QSet<SecretReference> m_touched;
    QTimer m_timer;
    mutable QHash<PipelineKey, QList<SecretFinding>> m_findings;
};

} // namespace Sluice
