// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QChar>
#include <QJsonValue>
#include <QString>

// Keeps numbers as they are written, digit for digit. A number in JSON may have any number of
// digits, and 1.0 is not written like 1; QJsonValue holds 64 bits. A number that QJsonValue would
// change is held in a box: a list of the mark and the number's text. A box is a plain JSON value,
// so everything that copies, compares, merges or stores definitions keeps it, and no text field
// takes it for a text. parseJson and readJson make boxes, jsonText and compactJson write them as
// the bare number. Neither files nor the server ever see the mark.
namespace Sluice::JsonNumber {

// A character that Unicode will never use. A text of marks alone gets one more when it is read and
// one less when it is written, so that no text can be taken for the mark.
inline constexpr QChar mark(u'\uFDD0');
inline constexpr QByteArrayView markUtf8("\xEF\xB7\x90");

// True for a number by JSON's grammar, without white space around it.
bool isNumber(QByteArrayView text);

// The value for a number as it is written; Undefined when it is none.
QJsonValue value(QByteArrayView text);

// True when QJsonValue gives a number back exactly as it is written here.
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
