// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Sluice {

// Why this value may not be sent in that header: a line end in it would begin another header. A
// sentence that names the header and its account. Empty when the value may be sent.
QString headerProblem(const char *header, const QString &value, const QString &account);

} // namespace Sluice
