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

// Reads UTF-8 text, with or without a byte order mark. Numbers are kept digit for digit (see
// JsonNumber). A plain value is a fault, and so is what would change unseen: a name that an object
// has twice. Faults say what stands there and how to mend it, other encodings included.
ParsedDocument parseJson(const QByteArray &text);

// Reads UTF-8 text, with or without a byte order mark. An array or a plain value is a fault too:
// every body of the API is an object.
ParsedJson parseJsonObject(const QByteArray &text);

// Reads what a server or the local store wrote, its numbers digit for digit (see JsonNumber);
// a null document when it is no JSON object or list.
QJsonDocument readJson(const QByteArray &text);

// The canonical text of a definition or of a list, as Sluice shows, writes and sends it, so that
// equal definitions give equal bytes: keys sorted, two spaces a level, one value a line, numbers
// as they were read, a newline at the end. UTF-8 as it is, but for characters that a terminal or an
// editor would act on instead of showing them (control characters, marks that turn the direction
// of text): these are escaped, which is the same JSON.
QByteArray jsonText(const QJsonObject &object);
QByteArray jsonText(const QJsonArray &array);

// A value of any kind on one line without blanks, keys sorted, nothing escaped that need not be.
QByteArray compactJson(const QJsonValue &value);

// A plain value as people read it: a text as it is, a number as it is written, true or false; empty
// for all others.
QString valueAsText(const QJsonValue &value);

} // namespace Sluice
