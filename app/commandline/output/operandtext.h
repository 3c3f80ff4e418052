// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Sluice {

// Returns what --output name prints for a thing, so that the line can be used as an operand: its
// name, or its id when the name is not unique or cannot be an operand (it is empty, begins with a
// dash, looks like an id, or holds characters that are not printed as they are). id: may be empty;
// then it is the name on one line.
QString operandFor(const QString &name, const QString &id, bool isUnique);

} // namespace Sluice
