// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablereport.h"

#include <optional>

namespace Sluice::TableText {

// Schemas with the lists of their tables: {"sales": ["orders", "items"]} in JSON or as scripts
// write it, or the same in YAML. A key that is a word for tables ("tables", "include") is no
// schema: what stands below it needs its own. Nothing when the text is anything else or more.
std::optional<Found> readMaps(QStringView text);

} // namespace Sluice::TableText
