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
// JsonNumber). A plain value is a fault. So is a name that an object has twice, since one value
// would be lost unseen. A fault says what is there and how to correct it, also for text in another
// encoding.
ParsedDocument parseJson(const QByteArray &text);

// Reads UTF-8 text, with or without a byte order mark. An array or a plain value is a fault too:
// every body of the API is an object.
ParsedJson parseJsonObject(const QByteArray &text);

// Reads what a server or the local store wrote. Keeps numbers digit for digit (see JsonNumber).
// Gives a null document when the text is no JSON object or list.
QJsonDocument readJson(const QByteArray &text);

// The canonical text of a definition or of a list, as Sluice shows, writes and sends it. Equal
// definitions give equal bytes: keys are sorted, each level is indented by two spaces, each value
// has a line, numbers are as they were read, and a newline ends it. The text is UTF-8. Only
// characters that a terminal or an editor would act on instead of showing them are escaped: control
// characters and marks that turn the direction of text.
QByteArray jsonText(const QJsonObject &object);
QByteArray jsonText(const QJsonArray &array);

// Any value on one line without blanks. Keys are sorted; only what must be escaped is.
QByteArray compactJson(const QJsonValue &value);

// A plain value as people read it: a text, a number as it is written, true or false. Empty for all
// others.
QString valueAsText(const QJsonValue &value);

} // namespace Sluice
