// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
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

// JSON text read as an object or a list: either document or fault is set.
struct ParsedDocument {
    std::optional<QJsonDocument> document;
    QByteArray text; // without a byte order mark, else as it was
    JsonFault fault;
};

// Reads UTF-8 text, with or without a byte order mark. A plain value is a fault, and so is what
// would change unseen: a number with more digits than are kept, a name that an object has twice.
ParsedDocument parseJson(const QByteArray &text);

// Reads UTF-8 text, with or without a byte order mark. An array or a plain value is a fault too:
// every body of the API is an object.
ParsedJson parseJsonObject(const QByteArray &text);

// The canonical text of a definition or of a list, as Sluice shows, writes and sends it, so that
// equal definitions give equal bytes: keys sorted, two spaces a level, one value a line, UTF-8 as
// it is, whole numbers up to 64 bits exact and without a fraction, a newline at the end.
QByteArray jsonText(const QJsonObject &object);
QByteArray jsonText(const QJsonArray &array);

} // namespace Sluice
