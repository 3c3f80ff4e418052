// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/http.h"
#include "app/sandbox/records.h"

namespace Sluice::Sandbox {

// What the schema cannot say of an agent: which type, provider and deployment go together, and
// which settings a streaming agent cannot have.
QList<Fault> combinationFaults(const QJsonObject &agent);

// Whether an agent in this state obeys RESTART, PAUSE or RESUME; when it does, it has obeyed.
bool obey(Agent &agent, const QString &command, qint64 now, double speed);

} // namespace Sluice::Sandbox
