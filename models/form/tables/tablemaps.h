// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablereport.h"

#include <optional>

namespace Sluice::TableText {

// Reads schemas with lists of their tables: {"sales": ["orders", "items"]} in JSON or in a script,
// or the same in YAML. A key that is a word for tables ("tables", "include") is no schema; the
// names below it need their own. Nothing when the text is or has anything else.
std::optional<Found> readMaps(QStringView text);

} // namespace Sluice::TableText
