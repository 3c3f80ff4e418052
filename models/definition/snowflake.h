// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/field.h"

namespace Sluice {

// The fields of a Snowflake target, in the order of its pages (names: guide; required: provider).
std::span<const Field> snowflakeFields();

} // namespace Sluice
