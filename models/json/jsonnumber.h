// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QChar>
#include <QJsonValue>
#include <QString>

// Numbers as they are written, digit for digit. JSON's numbers may have any number of digits, and
// 1.0 is not written as 1 is; QJsonValue holds 64 bits. A number that QJsonValue would not give
// back letter for letter is held as a box: a list of the mark and the number's text. Boxes are
// plain JSON values, so all that copies, compares, merges or stores definitions keeps them, and no
// text field takes one for a text. parseJson and readJson make them, jsonText and compactJson write
// them as the bare number; neither files nor the server ever see the mark.
namespace Sluice::JsonNumber {

// A character that Unicode will never use. Texts made of nothing else get one more when they are
// read and one less when they are written, so that none can be taken for the mark.
inline constexpr QChar mark(u'\uFDD0');
inline constexpr QByteArrayView markUtf8("\xEF\xB7\x90");

// True for a text that is a number by JSON's grammar, white space around it excluded.
bool isNumber(QByteArrayView text);

// The value for a number as it is written; Undefined when it is none.
QJsonValue value(QByteArrayView text);

// True when a number written like this comes back letter for letter from a QJsonValue.
bool isPlain(QByteArrayView text);

bool isBox(const QJsonValue &value);

// True for every number, in a box or not.
bool is(const QJsonValue &value);

// The number as it is written; empty when the value is none.
QByteArray bytes(const QJsonValue &value);
QString text(const QJsonValue &value);

// A whole number of up to 64 bits in any spelling (5, 5.0, 5e0); fallback for any other value.
qint64 toInteger(const QJsonValue &value, qint64 fallback = 0);

// True for a whole number of up to 64 bits in any spelling.
bool isWhole(const QJsonValue &value);

// True for two numbers of the same value, whatever their spelling: 1 and 1.0, 1e2 and 100.
bool isSame(const QJsonValue &one, const QJsonValue &other);

// True for values that differ in nothing but the spelling of numbers, at any depth.
bool isSameMeaning(const QJsonValue &one, const QJsonValue &other);

} // namespace Sluice::JsonNumber
