// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/auditfinding.h"
#include "models/definition/pipelinekey.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <span>

namespace Sluice {

// What somebody has to be told of.
enum class AlertRule {
    AccountTrouble,    // an account or a list of it cannot be read: one cause for all in it
    UnexpectedStop,    // it ran, it does not now, and nobody stopped it from here
    LogNearlyUsed,     // of the time that its source's log reaches back, 80 % are over
    StartNotConfirmed, // a start from here, and no state that proves it in two minutes
    UnknownForLong,    // the server has had no word of it for minutes
    LogHalfUsed,       // 50 % of that time
    SnapshotForLong,   // its snapshot takes twice as long as the longest one that was seen
};

// How a rule decides. Each of them looks at changes only.
struct AlertRuleRow {
    AlertRule rule;
    const char *word; // as it is stored and exported
    // So long it has to stand, and a look at its end has to find it so.
    std::chrono::seconds confirmation;
    // So long it has to be over before it counts as settled; doubled for one that comes back.
    std::chrono::seconds hold;
};

std::span<const AlertRuleRow> alertRules();
const AlertRuleRow &rowOf(AlertRule rule);

// An alert of a pipeline that keeps coming back is held open for this long at most.
inline constexpr std::chrono::minutes longestHold{15};
// What comes of the same kind within the same account so soon after the one before has one cause.
inline constexpr std::chrono::seconds oneCause{60};

// One pipeline of an alert.
struct AlertPart {
    PipelineKey key;
    QDateTime since;         // of the fault, as it was first seen
    QDateTime overAt;        // first seen without the fault; invalid: it has it still
    AuditFinding audit = {}; // UnexpectedStop

    bool operator==(const AlertPart &) const = default;
};

// One cause, with all pipelines that it hit. UTC.
struct Alert {
    qint64 id = 0; // of this run of the program
    AlertRule rule = AlertRule::UnexpectedStop;
    QString account;
    QString notice;         // AccountTrouble: the key of its notice
    QString fact;           // AccountTrouble: its sentence
    QString consequence;    // AccountTrouble: what to do
    QString back;           // AccountTrouble: its sentence while it is over
    QString past;           // AccountTrouble: its sentence when it is settled
    QList<AlertPart> parts; // the first hit first; AccountTrouble: none
    QDateTime since;
    QDateTime overAt;  // AccountTrouble: see AlertPart
    QDateTime settled; // invalid: it is open

    bool isOpen() const { return !settled.isValid(); }

    // All of it is over, but not for long enough to call it settled.
    bool isRecovering() const;

    bool operator==(const Alert &) const = default;
};

} // namespace Sluice

Q_DECLARE_METATYPE(Sluice::Alert)
