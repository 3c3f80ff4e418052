// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

namespace Sluice {

// True when more than 64 characters in a row contain no words, like the text of a key: base64,
// base32, hexadecimal, or any other mixture of letters, digits and other characters of a keyboard.
// The text has no white space.
//
// Letter pairs tell random text from a name: some 270 usual pairs make up nine of ten pairs in
// words of any language, but four of ten in random text. Digits between letters are another sign.
// Short parts between -_/.+=@ and hexadecimal parts of at most 40 digits (as in a UUID or a commit)
// do not count, so names of many parts pass.
bool looksRandom(QStringView text);

// True for a text like a secret access key of AWS: 40 characters, letters of both cases, digits, +
// and /, without words.
bool looksLikeAccessKey(QStringView text);

} // namespace Sluice
