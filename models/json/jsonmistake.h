// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

// Finds what is wrong with text that people take for JSON, and says how to correct it.
namespace Sluice {

struct JsonMistake {
    qsizetype offset = 0;
    QString message; // translated, without a full stop
};

// Bytes that are no UTF-8 text: UTF-16, UTF-32, Latin-1, EBCDIC, a packed file, NUL bytes.
std::optional<JsonMistake> findEncodingMistake(const QByteArray &text);

// Finds the first thing outside quotes that is no JSON but common in similar formats, word
// processors and typed text: comments, other quotes, a comma before a bracket, names without
// quotes, no-break spaces, other spellings of numbers and of true, false and null.
std::optional<JsonMistake> findJsonMistake(const QByteArray &text);

} // namespace Sluice
