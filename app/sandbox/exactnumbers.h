// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonValue>

#include <optional>
#include <string_view>

// Numbers as they were sent. QJsonDocument makes doubles of them, which would send 1.0 back as 1
// and round long ones. While a body is read, such a number stands in a box: a text that no client
// can send by chance.
namespace Sluice::Sandbox {

// JSON text with boxes, for QJsonDocument.
QByteArray boxed(std::string_view json);
// JSON text that QJsonDocument made, with the numbers as they were.
QByteArray unboxed(const QByteArray &json);

// The value of a number, in a box or not; nothing for all else.
std::optional<double> numberIn(const QJsonValue &value);

} // namespace Sluice::Sandbox
