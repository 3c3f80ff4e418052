// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace Sluice {

// The one of the known words that was probably meant: it begins like the word, or a letter or two
// are other ones. Empty when none is near.
QString nearestWord(const QString &word, const QStringList &known);

} // namespace Sluice
