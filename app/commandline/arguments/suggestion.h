// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace Sluice {

// Returns the known word that the user probably meant: one that begins with the word, or differs
// by a letter or two. Empty when there is none.
QString nearestWord(const QString &word, const QStringList &known);

// Asks whether that was meant, behind a blank. word: as it is shown; empty: asks nothing.
QString didYouMean(const QString &word);

} // namespace Sluice
