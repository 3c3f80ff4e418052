// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

// Characters that nobody sees and that come along when text is copied from pages, sheets and
// chats: marks of zero width, of direction, soft hyphens, control characters, odd spaces.
namespace Sluice::InvisibleText {

// The text without the invisible characters, and without white space, at its ends.
QString trimmed(QStringView text);
// The text without the invisible characters at its ends; white space stays.
QString withoutEnds(QStringView text);
// The first of those that are left, by name: "zero width space (U+200B)"; empty: none. A plain
// space is visible here. Translated.
QString firstIn(QStringView text);

} // namespace Sluice::InvisibleText
