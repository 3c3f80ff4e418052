// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

namespace Sluice {

// What the audit events of an account say of a pipeline that stopped unexpectedly.
struct AuditFinding {
    enum class Kind {
        NotAsked,  // or not allowed to, or no answer yet
        StoppedBy, // somebody
        NoStop,    // they list commands to pipelines, and no stop of this one
        NotListed, // nothing in them is about commands to pipelines, so they say nothing
    };

    Kind kind = Kind::NotAsked;
    QString who;  // StoppedBy: an e-mail, or an id; empty: the event names nobody
    QDateTime at; // StoppedBy: UTC; invalid: the event has no time that can be read

    bool operator==(const AuditFinding &) const = default;
};

} // namespace Sluice
