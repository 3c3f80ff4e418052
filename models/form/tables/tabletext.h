// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablereport.h"

// Names of tables in text that people paste: from queries, sheets, scripts and definitions.
namespace Sluice::TableText {

// Reads SQL (sqltables.h), objects of JSON, YAML and Terraform (tableobjects.h), lists of JSON and
// lines (tablelines.h); lines may stand above SQL, and a query above its rows. What is not taken is
// in the report. Never makes a name of anything else. The time grows with the length of the text.
Found read(const QString &text);

} // namespace Sluice::TableText
