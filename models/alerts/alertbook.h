// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/alert.h"
#include "models/support/notice.h"

#include <QHash>

#include <utility>

namespace Sluice {

// Which alerts are open, worked out from looks at pipelines and from what is wrong with accounts:
// the rules alone, without a clock and a network. What nobody looks at does not change: an alert
// neither opens nor settles by a time that merely passes, but for those of accounts.
class AlertBook
{
public:
    enum class Step { Opened, Grew, Reworded, Eased, Returned, Settled };

    // What became of an alert, in the order in which it happened.
    struct Change {
        Step step;
        Alert alert;
    };

    // A look found the pipeline with the fault, or without. since: when the fault was first seen;
    // used for one that is new.
    void look(AlertRule rule, const PipelineKey &key, bool isFaulty, const QDateTime &now,
              const QDateTime &since = {});
    // Nothing more will be seen of these: they leave their alerts.
    void forget(const QList<PipelineKey> &keys, const QDateTime &now);

    // Who stopped it, as far as the account's audit events say.
    void setAudit(const PipelineKey &key, const AuditFinding &audit);

    // Something is wrong with an account; new words of one that is open change it.
    void raise(const Notice &notice, const QDateTime &now);
    void ease(const QString &notice, const QDateTime &now);
    void forgetAccount(const QString &account, const QDateTime &now);

    // Settles the accounts that are well for long enough.
    void tick(const QDateTime &now);

    // Those that stand out for a look, and since when.
    QHash<PipelineKey, QDateTime> unconfirmed(AlertRule rule) const;

    const QList<Alert> &open() const { return m_open; }

    QList<Change> takeChanges() { return std::exchange(m_changes, {}); }

private:
    // How one rule stands with one pipeline.
    struct Case {
        QDateTime seenAt; // the first look that found the fault; invalid: there is none
        QDateTime since;
        qint64 alert = 0; // the open one that it is part of; 0: none
        int returns = 0;  // how often it came back before it was well for long
        QDateTime settled;
    };

    using Cases = QHash<PipelineKey, Case>;

    Alert *find(qint64 id);
    Alert *findNotice(const QString &notice);
    Alert *sameCause(AlertRule rule, const QString &account, const QDateTime &since);
    void lookAtOpen(Case &standing, AlertRule rule, const PipelineKey &key, bool isFaulty,
                    const QDateTime &now);
    void open(AlertRule rule, const PipelineKey &key, Case &standing, const QDateTime &now);
    bool isOverForLong(const Alert &alert, const QDateTime &now) const;
    void settle(qint64 id, const QDateTime &now);

    void tell(Step step, const Alert &alert) { m_changes.append({step, alert}); }

    QHash<AlertRule, Cases> m_cases;
    QList<Alert> m_open;
    QList<Change> m_changes;
    QHash<QString, int> m_returns; // of accounts, by notice
    qint64 m_lastId = 0;
};

} // namespace Sluice
