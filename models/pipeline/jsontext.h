// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace Sluice {

// A fault in JSON text, counted from 1 as editors do; the column counts characters, not bytes.
struct JsonFault {
    int line = 1;
    int column = 1;
    QString message; // plain words, translated
};

// JSON text read as one object: either object or fault is set.
struct ParsedJson {
    std::optional<QJsonObject> object;
    QByteArray text; // without a byte order mark, else as it was
    JsonFault fault;
};

// Reads UTF-8 text, with or without a byte order mark. An array or a plain value is a fault too:
// every body of the API is an object.
ParsedJson parseJsonObject(const QByteArray &text);

// The text of a definition as Sluice shows and writes it: sorted keys, indented, newline at the
// end.
QByteArray jsonText(const QJsonObject &object);

} // namespace Sluice
