// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

namespace Sluice {

// True when more than 64 characters in a row have no words in them, as the text of a key has:
// base64, base32, hexadecimal, any other mixture of letters and digits, or of all the characters of
// a keyboard. The text has no white space.
//
// Told from a name by its pairs of letters: of those in words, whatever the language, nine of ten
// are among some 270 usual pairs, of those in a random text four of ten; and by digits between
// letters. Short parts between -_/.+=@ and parts in hexadecimal of at most 40 digits (of a UUID,
// of a commit) say nothing, so that names which are put together from many parts pass.
bool looksRandom(QStringView text);

// True for the 40 characters of a secret access key of AWS: letters of both cases, digits, + and /,
// without words.
bool looksLikeAccessKey(QStringView text);

} // namespace Sluice
