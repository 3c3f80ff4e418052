// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/field.h"

namespace Sluice {

// The four target types with their fields, in the order of their cards.
std::span<const TypeInfo> targetTypes();

} // namespace Sluice
