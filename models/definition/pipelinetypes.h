// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/field.h"

#include <QString>

namespace Sluice {

// The five source types and the four target types, in the order of their cards.
std::span<const TypeInfo> sourceTypes();
std::span<const TypeInfo> targetTypes();

// The fields that every definition has: name, agentId, both types, advanced properties.
std::span<const Field> commonFields();

// The type with this id in any case, or null for one that Sluice does not know.
const TypeInfo *findSourceType(const QString &id);
const TypeInfo *findTargetType(const QString &id);

} // namespace Sluice
