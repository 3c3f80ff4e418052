// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablereport.h"

#include <optional>

namespace Sluice::TableText {

// Reads objects that have a schema and a table, on one line or a key a line: of the Terraform
// provider ({ schema = "a", table = "b" }), of JSON, one or many, of YAML (- schema: a). Other keys
// do not matter. No value when there is no such key in the text.
std::optional<Found> readObjects(QStringView text);

} // namespace Sluice::TableText
