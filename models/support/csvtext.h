// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace Sluice {

// CSV (RFC 4180) in UTF-8. A cell that a spreadsheet would take for a formula begins with an
// apostrophe.
QByteArray csvText(const QList<QStringList> &table);

} // namespace Sluice
