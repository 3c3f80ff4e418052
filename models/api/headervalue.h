// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Sluice {

// Why this value may not be sent as that header: a line end in it would begin another header. A
// sentence that names the header and the account it belongs to; empty: it may be sent.
QString headerProblem(const char *header, const QString &value, const QString &account);

} // namespace Sluice
