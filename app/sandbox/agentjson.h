// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/records.h"

namespace Sluice::Sandbox {

// An agent as the list shows it: id, name, description, type, provider, deployment.
QJsonObject agentSummary(const Agent &agent);

// An agent as its own address shows it: also status, connection, version and update settings.
QJsonObject agentDetails(const Agent &agent, qint64 now);

// The agent's own credentials.
QJsonObject agentCredentials(const Agent &agent);

} // namespace Sluice::Sandbox
