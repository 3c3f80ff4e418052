// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonValue>

#include <optional>
#include <string_view>

// Keeps numbers as they were sent. QJsonDocument makes doubles of them: 1.0 would go back as 1, and
// long ones would be rounded. So while a body is read, such a number stands in a box: a text that
// no client can send by chance.
namespace Sluice::Sandbox {

// The JSON text with such numbers in boxes, for QJsonDocument.
QByteArray boxed(std::string_view json);
// The JSON text that QJsonDocument made, with the numbers as they were sent.
QByteArray unboxed(const QByteArray &json);

// The value of a number, in a box or not. Nothing for any other value.
std::optional<double> numberIn(const QJsonValue &value);

} // namespace Sluice::Sandbox
