// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/field.h"

#include <algorithm>
#include <array>

namespace Sluice {

// Joins shared groups of fields to the one list of a type, at compile time.
template <std::size_t... Sizes>
constexpr auto joinFields(const std::array<Field, Sizes> &...groups)
{
    std::array<Field, (Sizes + ...)> joined{};
    auto place = joined.begin();
    ((place = std::copy(groups.begin(), groups.end(), place)), ...);
    return joined;
}

} // namespace Sluice
