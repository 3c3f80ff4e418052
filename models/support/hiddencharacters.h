// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

#include <functional>

// Characters that are not seen but act: they steer a terminal, turn the direction of writing, break
// lines, or make two names look alike. Texts of a server are shown with marks in their place.
// One table for all; each place asks its own question of it.
namespace Sluice {

// True for control characters (line ends among them), formatting marks, unpaired surrogates,
// unassigned and private ones. Two that words need are none: the zero-width joiner and non-joiner.
bool isHiddenCharacter(char32_t character);

// True for what is neither seen nor white space, and comes along when text is copied: those of the
// marks, joiners, selectors of a glyph, and letters that show nothing. Tells two texts apart that
// look the same.
bool isUnseenCharacter(char32_t character);

// True for white space of any kind, and what looks like none or is taken for it: of zero width.
bool isBlankCharacter(char32_t character);

// True for marks that turn the direction of what stands behind them.
bool turnsText(char32_t character);

// True beyond plain ASCII for characters that a terminal or an editor acts on instead of showing
// them: DEL and C1, line separators, marks of direction, of byte order and of annotations.
bool actsOnText(char32_t character);

bool isControlCharacter(char32_t character);

// The text with each hidden character as show gives it. asItIs: its one or two UTF-16 units.
using ShowHidden = std::function<QString(char32_t character, QStringView asItIs)>;
QString replacedHidden(const QString &text, const ShowHidden &show);

// For a name or a value that stands on one line: "<U+202E>" for each hidden character.
QString shownName(const QString &text);
// For sentences: as shownName(), but line ends stay.
QString shownText(const QString &text);

} // namespace Sluice
