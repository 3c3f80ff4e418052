// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/http.h"
#include "app/sandbox/records.h"

namespace Sluice::Sandbox {

// Checks what the schema cannot say about an agent: which type, provider and deployment go
// together, and which settings a streaming agent cannot have.
QList<Fault> combinationFaults(const QJsonObject &agent);

// Carries out RESTART, PAUSE or RESUME. False, and nothing changes, when an agent in this state
// does not obey.
bool obey(Agent &agent, const QString &command, qint64 now, double speed);

bool isAway(const Absences &absences, qint64 now);

// Whether the runner is connected at that time.
bool isConnected(const Agent &agent, qint64 now);

// When its connection may have come or gone, after one time and up to another.
QVector<qint64> connectionTurns(const Agent &agent, qint64 after, qint64 until);

} // namespace Sluice::Sandbox
