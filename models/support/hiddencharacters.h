// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

#include <functional>

// Characters that nobody sees but that act: they steer a terminal, turn the direction of writing,
// break lines, or make two names look alike. Texts of a server are shown with marks in their place.
// There is one table. Each function below asks its own question of it.
namespace Sluice {

// True for control characters (including line ends), formatting marks, unpaired surrogates, and
// unassigned or private characters. False for the zero-width joiner and non-joiner, which words
// need.
bool isHiddenCharacter(char32_t character);

// True for characters that are neither visible nor white space, and that come along when text is
// copied: such marks, joiners, glyph selectors, and letters that show nothing. They make texts
// differ that look the same.
bool isUnseenCharacter(char32_t character);

// True for white space of any kind, also for characters of zero width that are taken for it.
bool isBlankCharacter(char32_t character);

// True for marks that turn the direction of the text behind them.
bool turnsText(char32_t character);

// True for characters beyond printable ASCII that a terminal or an editor acts on instead of
// showing them: DEL and C1, line separators, and marks of direction, byte order and annotations.
// Leaves out C0.
bool actsOnText(char32_t character);

bool isControlCharacter(char32_t character);

// Returns the text with each hidden character replaced by what `show` returns. asItIs: its one or
// two UTF-16 units.
using ShowHidden = std::function<QString(char32_t character, QStringView asItIs)>;
QString replacedHidden(const QString &text, const ShowHidden &show);

// For a name or a value on one line. Shows "<U+202E>" in place of a hidden character.
QString shownName(const QString &text);
// For sentences. Like shownName(), but keeps line ends.
QString shownText(const QString &text);

} // namespace Sluice
