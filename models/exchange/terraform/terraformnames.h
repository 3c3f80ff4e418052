// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/field.h"

#include <QString>

// The names that the vendor's provider has for things of the API (source: its published schema).
namespace Sluice::TerraformNames {

// "sql_server_source", "s3_target"; empty for a type that the provider does not have, and for null.
QString side(const TypeInfo *type);

// True for a type that only newer versions of the provider have.
bool isNewer(const TypeInfo *type);

// A key in the provider's spelling: "agentId" is "agent_id".
QString attribute(const QString &name);

} // namespace Sluice::TerraformNames
