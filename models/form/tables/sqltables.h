// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablereport.h"

#include <optional>

namespace Sluice::TableText {

// The tables that SQL names, in the order of the text, each once. Takes the tables that it creates,
// alters, truncates, locks, comments, analyzes, publishes, grants rights on, writes to, reads FROM
// or JOINs, and those whose change data capture a procedure of SQL Server switches on. Skips names
// that a WITH defines. Leaves out names without a schema, functions, the databases' own catalogues,
// dropped tables, and statements that name no such table. Guesses nothing. No value when the text
// does not begin like SQL or names no table.
std::optional<Found> readSql(const QString &text, int firstLine = 1);

// The line, from 0, at which SQL begins in a text that begins with something else (a prompt, a
// sentence, a list of names); -1: there is none.
qsizetype sqlLineIn(const QString &text);

} // namespace Sluice::TableText
