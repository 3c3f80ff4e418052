// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tabletext.h"

#include <optional>

namespace Sluice::TableText {

// The tables that SQL names, in the order of the text, each once: CREATE, ALTER and TRUNCATE TABLE,
// INSERT INTO, MERGE INTO, UPDATE, and what queries read FROM and JOIN. Comments, strings and
// dropped tables do not count, nor do names that a WITH gives. A name without its schema, a
// function and the databases' own catalogues are unreadable; nothing is guessed. No value when the
// text does not begin as SQL does, or names no table.
std::optional<Names> readSql(const QString &text);

} // namespace Sluice::TableText
