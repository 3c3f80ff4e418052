// SPDX-License-Identifier: Apache-2.0
#include "models/pipeline/jsontext.h"

#include "models/pipeline/jsonloss.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cctype>

namespace Sluice {

namespace {

QString plainWords(QJsonParseError::ParseError error)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("Json", text); };
    switch (error) {
    case QJsonParseError::UnterminatedObject:
        return say(
            QT_TRANSLATE_NOOP("Json", "an object is not closed: a \"}\" or a comma is missing"));
    case QJsonParseError::MissingNameSeparator:
        return say(QT_TRANSLATE_NOOP("Json", "a \":\" is missing after the name"));
    case QJsonParseError::UnterminatedArray:
        return say(
            QT_TRANSLATE_NOOP("Json", "a list is not closed: a \"]\" or a comma is missing"));
    case QJsonParseError::MissingValueSeparator:
        return say(QT_TRANSLATE_NOOP("Json", "a comma is missing"));
    case QJsonParseError::IllegalValue:
        return say(QT_TRANSLATE_NOOP("Json", "a value is missing or is not JSON"));
    case QJsonParseError::TerminationByNumber:
    case QJsonParseError::IllegalNumber:
        return say(QT_TRANSLATE_NOOP("Json", "this number is not JSON"));
    case QJsonParseError::IllegalEscapeSequence:
        return say(QT_TRANSLATE_NOOP("Json", "this escape in a text is not JSON"));
    case QJsonParseError::IllegalUTF8String:
        return say(QT_TRANSLATE_NOOP("Json", "the text is not UTF-8"));
    case QJsonParseError::UnterminatedString:
        return say(QT_TRANSLATE_NOOP("Json", "a text is not closed: a quote is missing"));
    case QJsonParseError::MissingObject:
        return say(QT_TRANSLATE_NOOP("Json", "a name in quotes is missing"));
    case QJsonParseError::DeepNesting:
        return say(QT_TRANSLATE_NOOP("Json", "it is nested too deeply"));
    case QJsonParseError::DocumentTooLarge:
        return say(QT_TRANSLATE_NOOP("Json", "it is too large"));
    case QJsonParseError::GarbageAtEnd:
        return say(QT_TRANSLATE_NOOP("Json", "there is more text after the end of the object"));
    case QJsonParseError::NoError: break;
    }
    return {};
}

QString plainWords(const JsonLoss &loss)
{
    const QString text = QString::fromUtf8(loss.text);
    return loss.kind == JsonLoss::Kind::Number
               ? QCoreApplication::translate("Json",
                                             "the number %1 has more digits than can be kept")
                     .arg(text)
               : QCoreApplication::translate("Json", "the name \"%1\" stands twice in one object")
                     .arg(text);
}

JsonFault faultAt(const QByteArray &text, qsizetype offset, const QString &message)
{
    const QByteArray before = text.left(qBound(qsizetype(0), offset, text.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    JsonFault fault;
    fault.line = int(before.count('\n')) + 1;
    fault.column = int(QString::fromUtf8(before.mid(lineStart)).size()) + 1;
    fault.message = message;
    return fault;
}

// Where the fault itself stands: with these faults Qt has read it already and counts past it.
qsizetype placeOf(const QByteArray &text, const QJsonParseError &error)
{
    switch (error.error) {
    case QJsonParseError::UnterminatedObject:
    case QJsonParseError::MissingNameSeparator:
    case QJsonParseError::MissingValueSeparator:
    case QJsonParseError::IllegalValue:
    case QJsonParseError::MissingObject: break;
    default: return error.offset;
    }
    const qsizetype before = error.offset - 1;
    const bool isBlank =
        before < 0 || before >= text.size() || std::isspace(uchar(text.at(before)));
    return isBlank ? error.offset : before;
}

JsonFault objectExpected(const QByteArray &text)
{
    const qsizetype start = text.indexOf(text.trimmed().front());
    return faultAt(text, start,
                   QCoreApplication::translate("Json", "an object in braces is expected"));
}

// Two spaces, as the vendor's guide writes definitions; Qt indents by four. Texts hold no line
// ends of their own (they are escaped), so each line's leading blanks are Qt's.
QByteArray withTwoSpaces(const QJsonDocument &document)
{
    QByteArray text;
    const QList<QByteArray> lines = document.toJson(QJsonDocument::Indented).split('\n');
    for (const QByteArray &line : lines) {
        qsizetype indent = 0;
        while (indent < line.size() && line.at(indent) == ' ')
            ++indent;
        const QByteArrayView rest = QByteArrayView(line).sliced(indent);
        const bool isEmpty = (rest.startsWith(']') && text.endsWith("[\n")) ||
                             (rest.startsWith('}') && text.endsWith("{\n"));
        if (isEmpty) // a list or an object without content, on one line
            text.chop(1);
        else
            text.append(indent / 2, ' ');
        text.append(rest).append('\n');
    }
    text.chop(1); // split gave an empty last line
    return text;
}

} // namespace

ParsedDocument parseJson(const QByteArray &text)
{
    static constexpr QByteArrayView mark("\xEF\xBB\xBF");

    ParsedDocument parsed;
    parsed.text = text.startsWith(mark) ? text.mid(mark.size()) : text;
    const QByteArray &plain = parsed.text;
    if (plain.trimmed().isEmpty()) {
        parsed.fault.message = QCoreApplication::translate("Json", "it is empty");
        return parsed;
    }
    const char first = plain.trimmed().front();
    if (first != '{' && first != '[') {
        parsed.fault = objectExpected(plain);
        return parsed;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(plain, &error);
    if (error.error != QJsonParseError::NoError)
        parsed.fault = faultAt(plain, placeOf(plain, error), plainWords(error.error));
    else if (const auto loss = findJsonLoss(plain))
        parsed.fault = faultAt(plain, loss->offset, plainWords(*loss));
    else
        parsed.document = document;
    return parsed;
}

ParsedJson parseJsonObject(const QByteArray &text)
{
    const ParsedDocument whole = parseJson(text);
    ParsedJson parsed;
    parsed.text = whole.text;
    parsed.fault = whole.fault;
    if (!whole.document)
        return parsed;
    if (whole.document->isObject())
        parsed.object = whole.document->object();
    else
        parsed.fault = objectExpected(whole.text);
    return parsed;
}

QByteArray jsonText(const QJsonObject &object)
{
    return withTwoSpaces(QJsonDocument(object));
}

QByteArray jsonText(const QJsonArray &array)
{
    return withTwoSpaces(QJsonDocument(array));
}

} // namespace Sluice
