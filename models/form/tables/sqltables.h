// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablereport.h"

#include <optional>

namespace Sluice::TableText {

// The tables that SQL names, in the order of the text, each once: those that it creates, alters,
// truncates, locks, comments, analyzes, publishes, grants rights on, writes to or reads FROM and
// JOINs, and those whose change data capture SQL Server's procedure switches on. Names that a WITH
// gives do not count. A name without its schema, a function, the databases' own catalogues and
// dropped tables are left out, as is a statement that names none of all these tables; nothing is
// guessed. No value when the text does not begin as SQL does, or names no table.
std::optional<Found> readSql(const QString &text, int firstLine = 1);

// The line, from 0, from which on the text is SQL, for a text that begins otherwise (a prompt, a
// sentence, a list of names); -1: none.
qsizetype sqlLineIn(const QString &text);

} // namespace Sluice::TableText
