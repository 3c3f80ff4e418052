// SPDX-License-Identifier: Apache-2.0
#include "models/pipeline/jsontext.h"

#include <QCoreApplication>
#include <QJsonDocument>

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

} // namespace

ParsedJson parseJsonObject(const QByteArray &text)
{
    static constexpr QByteArrayView mark("\xEF\xBB\xBF");
    const QByteArray plain = text.startsWith(mark) ? text.mid(mark.size()) : text;

    ParsedJson parsed;
    parsed.text = plain;
    if (plain.trimmed().isEmpty()) {
        parsed.fault.message = QCoreApplication::translate("Json", "it is empty");
        return parsed;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(plain, &error);
    if (document.isObject()) {
        parsed.object = document.object();
        return parsed;
    }
    const char first = plain.trimmed().front();
    if (error.error == QJsonParseError::NoError || (first != '{' && first != '[')) {
        const qsizetype start = plain.indexOf(first);
        parsed.fault = faultAt(
            plain, start, QCoreApplication::translate("Json", "an object in braces is expected"));
        return parsed;
    }
    parsed.fault = faultAt(plain, error.offset, plainWords(error.error));
    return parsed;
}

QByteArray jsonText(const QJsonObject &object)
{
    // Two spaces, as the vendor's guide writes definitions; Qt indents by four.
    QByteArray text;
    const QList<QByteArray> lines =
        QJsonDocument(object).toJson(QJsonDocument::Indented).split('\n');
    for (const QByteArray &line : lines) {
        qsizetype indent = 0;
        while (indent < line.size() && line.at(indent) == ' ')
            ++indent;
        text += line.mid(indent / 2) + '\n';
    }
    text.chop(1); // split gave an empty last line
    return text;
}

} // namespace Sluice
