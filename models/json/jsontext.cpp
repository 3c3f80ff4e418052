// SPDX-License-Identifier: Apache-2.0
#include "models/json/jsontext.h"

#include "models/json/exactjson.h"
#include "models/json/jsonmistake.h"
#include "models/json/jsonnumber.h"
#include "models/json/jsonwriter.h"
#include "models/json/repeatedname.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cctype>

using namespace Qt::StringLiterals;

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

QString plainWords(const RepeatedName &repeated)
{
    const QString words =
        QCoreApplication::translate("Json", "the name \"%1\" stands twice in one object")
            .arg(repeated.name);
    return repeated.path == repeated.name ? words : u"%1 (%2)"_s.arg(words, repeated.path);
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

// The place of the fault itself. For these faults Qt gives the place after it.
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

// Says what a text may be that does not even begin like JSON.
QString startWords(const QByteArray &trimmed)
{
    if (trimmed.startsWith("<<<<<<<"))
        return QCoreApplication::translate("Json", "a conflict of a merge is left here; settle it "
                                                   "first");
    if (trimmed.startsWith("version https://git-lfs"))
        return QCoreApplication::translate("Json", "it is only a pointer of Git LFS; fetch the "
                                                   "file itself, with \"git lfs pull\"");
    if (trimmed.startsWith("$ANSIBLE_VAULT") || trimmed.startsWith("age-encryption.org") ||
        trimmed.startsWith("-----BEGIN PGP"))
        return QCoreApplication::translate("Json", "it is encrypted; decrypt it first");
    if (trimmed.startsWith("diff --git ") ||
        (trimmed.startsWith("--- ") && trimmed.contains("\n+++ ")))
        return QCoreApplication::translate("Json", "it is a patch, not the file itself");
    if (trimmed.startsWith('<'))
        return QCoreApplication::translate("Json", "it is a web page or XML, not JSON");
    if (trimmed.startsWith("---"))
        return QCoreApplication::translate("Json", "it looks like YAML; JSON is needed");
    if (trimmed.startsWith("resource ") || trimmed.startsWith("terraform "))
        return QCoreApplication::translate("Json", "it looks like Terraform; JSON is needed");
    return {};
}

JsonFault startFault(const QByteArray &text)
{
    const QByteArray trimmed = text.trimmed();
    const qsizetype start = text.indexOf(trimmed.front());
    if (const QString words = startWords(trimmed); !words.isEmpty())
        return faultAt(text, start, words);
    const bool isSign = !std::isalnum(uchar(trimmed.front()));
    const auto mistake = isSign ? findJsonMistake(text) : std::nullopt;
    return mistake && mistake->offset == start ? faultAt(text, start, mistake->message)
                                               : objectExpected(text);
}

// offset, message: what the parser says. A known mistake at that place or before it is told
// instead.
JsonFault faultOf(const QByteArray &text, qsizetype offset, const QString &message)
{
    if (const auto encoding = findEncodingMistake(text))
        return faultAt(text, encoding->offset, encoding->message);
    const auto mistake = findJsonMistake(text);
    return mistake && mistake->offset <= offset + 1
               ? faultAt(text, mistake->offset, mistake->message)
               : faultAt(text, offset, message);
}

// place: of what the parser accepts although it is no JSON.
JsonFault misreadFault(const QByteArray &text, qsizetype place)
{
    if (text.at(place) != '\\')
        return faultOf(text, place, plainWords(QJsonParseError::IllegalNumber));
    return faultAt(text, place,
                   QCoreApplication::translate("Json", "a single backslash stands in a text; write "
                                                       "\"\\\\\" for it"));
}

// The place of a control character that is not escaped. The parser accepts it, JSON does not. -1:
// there is none.
qsizetype findBareControl(const QByteArray &json)
{
    bool isText = false;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char character = json.at(at);
        if (character == '"')
            isText = !isText;
        else if (isText && character == '\\')
            ++at;
        else if (isText && uchar(character) < 0x20)
            return at;
    }
    return -1;
}

JsonFault bareControlFault(const QByteArray &text, qsizetype place)
{
    const auto say = [](const char *words) { return QCoreApplication::translate("Json", words); };
    const char character = text.at(place);
    if (character == '\n' || character == '\r')
        return faultAt(text, place,
                       say(QT_TRANSLATE_NOOP("Json", "the line ends within a text: a quote is "
                                                     "missing, or write \"\\n\" for it")));
    if (character == '\t')
        return faultAt(text, place,
                       say(QT_TRANSLATE_NOOP("Json", "a tab stands in a text; write \"\\t\" for "
                                                     "it")));
    const QString code = QString::number(uchar(character), 16).toUpper().rightJustified(4, u'0');
    return faultAt(text, place,
                   say(QT_TRANSLATE_NOOP("Json", "the control character U+%1 stands in a text; "
                                                 "write \"\\u%1\" for it"))
                       .arg(code));
}

JsonFault faultOf(const QByteArray &text, const ExactJson &exact, const QJsonParseError &error)
{
    const qsizetype offset = exact.offsetBefore(placeOf(exact.text(), error));
    if (exact.misread() >= 0 && exact.misread() <= offset)
        return misreadFault(text, exact.misread());
    const bool isSecond = error.error == QJsonParseError::GarbageAtEnd && offset < text.size() &&
                          (text.at(offset) == '{' || text.at(offset) == '[');
    const QString message =
        isSecond ? QCoreApplication::translate("Json", "a second definition begins here; put "
                                                       "several into a list, [ ... , ... ]")
                 : plainWords(error.error);
    return faultOf(text, offset, message);
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
    if (plain.contains('\0') || (first != '{' && first != '[')) {
        const auto encoding = findEncodingMistake(plain);
        parsed.fault =
            encoding ? faultAt(plain, encoding->offset, encoding->message) : startFault(plain);
        return parsed;
    }
    const ExactJson exact(plain);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(exact.text(), &error);
    if (error.error != QJsonParseError::NoError)
        parsed.fault = faultOf(plain, exact, error);
    else if (const qsizetype place = exact.misread(); place >= 0)
        parsed.fault = misreadFault(plain, place);
    else if (const qsizetype control = findBareControl(plain); control >= 0)
        parsed.fault = bareControlFault(plain, control);
    else if (const auto repeated = findRepeatedName(plain))
        parsed.fault = faultAt(plain, repeated->offset, plainWords(*repeated));
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

QJsonDocument readJson(const QByteArray &text)
{
    const ExactJson exact(text);
    return exact.misread() < 0 ? QJsonDocument::fromJson(exact.text()) : QJsonDocument();
}

QByteArray jsonText(const QJsonObject &object)
{
    return JsonWriter(JsonWriter::Form::Indented).text(object) + '\n';
}

QByteArray jsonText(const QJsonArray &array)
{
    return JsonWriter(JsonWriter::Form::Indented).text(array) + '\n';
}

QByteArray compactJson(const QJsonValue &value)
{
    return JsonWriter(JsonWriter::Form::Compact).text(value);
}

QString valueAsText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return JsonNumber::is(value) ? JsonNumber::text(value) : value.toString();
}

} // namespace Sluice
