// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

// Characters that nobody sees and that come along when text is copied from web pages, sheets and
// chats: marks of zero width, direction marks, soft hyphens, control characters, unusual spaces.
namespace Sluice::InvisibleText {

// Removes invisible characters and white space from both ends.
QString trimmed(QStringView text);
// Removes invisible characters from both ends, but keeps white space.
QString withoutEnds(QStringView text);
// The name of the first invisible character: "zero width space (U+200B)". Empty: there is none. A
// plain space counts as visible. Translated.
QString firstIn(QStringView text);

} // namespace Sluice::InvisibleText
