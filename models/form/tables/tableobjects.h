// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablereport.h"

#include <optional>

namespace Sluice::TableText {

// Reads objects that have a schema and a table, on one line or with one key in each line: of the
// Terraform provider ({ schema = "a", table = "b" }), of JSON or of YAML (- schema: a), one or
// many. Ignores other keys. No value when the text has no such key.
std::optional<Found> readObjects(QStringView text);

} // namespace Sluice::TableText
