// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/sourcetypes.h"
#include "models/definition/targettypes.h"

#include <QString>

namespace Sluice {

// The fields that every definition has: name, agentId, both types, advanced properties.
std::span<const Field> commonFields();

// The type with this id in any case, or null for one that Sluice does not know.
const TypeInfo *findSourceType(const QString &id);
const TypeInfo *findTargetType(const QString &id);

} // namespace Sluice
