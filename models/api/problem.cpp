// SPDX-License-Identifier: Apache-2.0
#include "models/api/problem.h"

#include "models/api/plainkeys.h"
#include "models/api/redaction.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringDecoder>
#include <QTimeZone>

#include <cmath>

namespace Sluice {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestMessage = 500;
constexpr qsizetype mostViolations = 500;
constexpr int deepest = 6; // levels of errors within errors

using Keys = std::initializer_list<QLatin1String>;

// These keys are spelled as plainKeys() makes them: "field_violations" and "FieldViolations" are
// the same.

// Keys of a message, the most useful first.
constexpr Keys messageKeys{
    "detail"_L1,      "errordescription"_L1, "message"_L1,        "errormessage"_L1, "msg"_L1,
    "faultstring"_L1, "description"_L1,      "defaultmessage"_L1, "reason"_L1,       "title"_L1,
    "error"_L1,       "usermessage"_L1,      "errors"_L1};

// Keys of a list of faults, or of a map of field to faults.
constexpr Keys listKeys{
    "validationerrors"_L1,   "violations"_L1, "errors"_L1,        "fielderrors"_L1,
    "fieldviolations"_L1,    "fields"_L1,     "invalidparams"_L1, "parameterviolations"_L1,
    "propertyviolations"_L1, "details"_L1,    "issues"_L1,        "messages"_L1,
    "errormessages"_L1,      "suberrors"_L1,  "children"_L1};

// Keys of a whole problem inside another one.
constexpr Keys nestKeys{"error"_L1, "fault"_L1, "problem"_L1, "embedded"_L1, "detail"_L1};

constexpr Keys fieldKeys{"field"_L1,        "path"_L1,         "property"_L1, "propertypath"_L1,
                         "pointer"_L1,      "loc"_L1,          "param"_L1,    "parameter"_L1,
                         "instancepath"_L1, "datapath"_L1,     "target"_L1,   "fieldname"_L1,
                         "attribute"_L1,    "propertyname"_L1, "fieldpath"_L1};

// Keys under which a fault says more about its place.
constexpr Keys placeKeys{"source"_L1, "context"_L1, "extensions"_L1, "location"_L1};

QString shortened(const QString &text)
{
    const QString line = withoutSecret(text).simplified();
    return line.size() > longestMessage ? line.left(longestMessage) + u'…' : line;
}

// One line of readable text from a body that is not JSON.
QString plainText(QString text)
{
    static const QRegularExpression hidden(u"<(script|style|head)\\b.*?</\\1\\s*>"_s,
                                           QRegularExpression::CaseInsensitiveOption |
                                               QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(u"<[a-zA-Z/!?][^>]*>"_s);
    text.truncate(20 * longestMessage);
    text.replace(hidden, u" "_s).replace(tag, u" "_s);
    text.replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s).replace(u"&quot;"_s, u"\""_s);
    text.replace(u"&#39;"_s, u"'"_s).replace(u"&nbsp;"_s, u" "_s).replace(u"&amp;"_s, u"&"_s);
    return shortened(text);
}

// A message that is a text, or an object with the text as its value, beside the language.
QString textOf(const QJsonValue &value)
{
    const QString text =
        value.isObject() ? value.toObject().value("value"_L1).toString() : value.toString();
    // Longer texts are cut anyway. This only limits the work.
    return shortened(text.left(20 * longestMessage));
}

// object: with keys as plainKeys() makes them.
QString firstText(const QJsonObject &object, Keys keys)
{
    for (const QLatin1String key : keys) {
        QString text = textOf(object.value(key));
        if (!text.isEmpty())
            return text;
    }
    return {};
}

// Joins the parts of a path in the body. Leaves out leading parts that only name the body.
QString dotted(QStringList parts)
{
    static const QStringList places{u"body"_s, u"query"_s, u"$"_s, u"#"_s, QString()};
    while (!parts.isEmpty() && places.contains(parts.constFirst()))
        parts.removeFirst();
    if (parts.size() > 2 && parts.at(0) == "data"_L1 && parts.at(1) == "attributes"_L1)
        parts = parts.mid(2);
    return parts.join(u'.');
}

QString fieldOf(const QJsonValue &value)
{
    QStringList parts;
    const QString text = value.toString().simplified().left(longestMessage);
    if (value.isArray()) {
        const QJsonArray entries = value.toArray();
        for (const auto &entry : entries)
            parts << entry.toVariant().toString();
    } else if (text.startsWith(u'/') || text.startsWith("#/"_L1)) {
        const QStringList encoded = text.split(u'/');
        for (QString part : encoded)
            parts << part.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
    } else
        parts = text.split(u'.');
    return dotted(parts);
}

// A location may be a field, but also a part of the request, a file or an address.
QString fieldAtLocation(const QJsonObject &fault)
{
    static const QStringList parts{u"body"_s,    u"query"_s,  u"header"_s,  u"headers"_s,
                                   u"path"_s,    u"params"_s, u"cookie"_s,  u"cookies"_s,
                                   u"request"_s, u"url"_s,    u"response"_s};
    static const QRegularExpression name(uR"(^(\$\.?)?[A-Za-z_][\w-]*(\.[\w-]+|\[[\w'"-]+\])*$)"_s);
    const QJsonValue location = fault.value("location"_L1);
    const QString text = location.toString();
    const bool isField = location.isArray() || fault.contains("locationtype"_L1) ||
                         (text.contains(name) && !parts.contains(text.toLower()));
    return isField ? fieldOf(location) : QString();
}

// The field that a fault is about. Empty when it names none. fault: with plain keys.
QString fieldIn(const QJsonObject &fault)
{
    for (const QLatin1String key : fieldKeys) {
        QString field = fieldOf(fault.value(key));
        if (!field.isEmpty())
            return field;
    }
    if (QString field = fieldAtLocation(fault); !field.isEmpty())
        return field;
    for (const QLatin1String key : placeKeys) {
        const QJsonObject place = plainKeys(fault.value(key).toObject());
        for (const QLatin1String inner : fieldKeys) {
            if (QString field = fieldOf(place.value(inner)); !field.isEmpty())
                return field;
        }
    }
    // A name is that of the field only beside a reason. Otherwise it is that of the error.
    return fault.contains("reason"_L1) ? fieldOf(fault.value("name"_L1)) : QString();
}

// Collects the faults that a body names, in its order.
class FaultReader
{
public:
    // Reads the lists of an object, and those of the errors in it.
    void readLists(const QJsonObject &any, const QString &field = {}, int depth = 0)
    {
        if (depth > deepest || isFull())
            return;
        const QJsonObject object = plainKeys(any);
        for (const QLatin1String key : listKeys)
            readList(key == "fields"_L1 ? withFields(object.value(key)) : object.value(key), field,
                     depth);
        // Some servers put a list where others have a text.
        for (const QLatin1String key : {"detail"_L1, "message"_L1}) {
            if (object.value(key).isArray())
                readList(object.value(key), field, depth);
        }
        for (const QLatin1String key : nestKeys) {
            const QJsonValue nest = object.value(key);
            if (nest.isObject())
                readLists(nest.toObject(), field, depth + 1);
        }
    }

    // True when the object has only fields with their messages. Then takes these.
    bool readBareMap(const QJsonObject &object)
    {
        if (object.isEmpty() || !isBareMap(object, 0))
            return false;
        readMap(object, {}, 0);
        return !m_found.isEmpty();
    }

    const QList<Violation> &found() const { return m_found; }

private:
    // In a list of fields, a name is that of the field.
    static QJsonValue withFields(const QJsonValue &value)
    {
        QJsonArray entries = value.toArray();
        for (qsizetype place = 0; place < entries.size(); ++place) {
            QJsonObject entry = entries.at(place).toObject();
            if (!entry.value("name"_L1).isString() || entry.contains("field"_L1))
                continue;
            entry.insert("field"_L1, entry.value("name"_L1));
            entries.replace(place, entry);
        }
        return value.isArray() ? QJsonValue(entries) : value;
    }

    void readList(const QJsonValue &value, const QString &field, int depth)
    {
        if (value.isObject()) {
            readMap(value.toObject(), field, depth);
            return;
        }
        const QJsonArray entries = value.toArray();
        for (qsizetype i = 0; i < entries.size() && !isFull(); ++i)
            readEntry(entries.at(i), field, depth);
    }

    void readEntry(const QJsonValue &entry, const QString &field, int depth)
    {
        if (!entry.isObject()) {
            add(field, textOf(entry));
            return;
        }
        const QJsonObject fault = plainKeys(entry.toObject());
        const QString own = fieldIn(fault);
        const QString place = own.isEmpty() ? field : own;
        const QJsonObject constraints = fault.value("constraints"_L1).toObject();
        for (const auto &constraint : constraints)
            add(place, textOf(constraint));
        const qsizetype before = m_found.size();
        readLists(fault, place, depth + 1);
        // The faults inside say more than the sentence around them.
        if (constraints.isEmpty() && (m_found.size() == before || !own.isEmpty()))
            add(own.isEmpty() ? field : own, firstText(fault, messageKeys));
    }

    void readMap(const QJsonObject &map, const QString &prefix, int depth)
    {
        if (depth > deepest)
            return;
        for (auto it = map.begin(); it != map.end() && !isFull(); ++it) {
            static const QStringList whole{u"non_field_errors"_s, u"__all__"_s, u"base"_s,
                                           u"formErrors"_s, QString()};
            const QString own = whole.contains(it.key()) ? QString() : fieldOf(it.key());
            const QString field =
                prefix.isEmpty() || own.isEmpty() ? prefix + own : prefix + u'.' + own;
            if (it->isObject() && hasMessage(it->toObject()))
                readEntry(*it, field, depth + 1);
            else if (it->isObject())
                readMap(it->toObject(), field, depth + 1);
            else if (it->isArray())
                readList(*it, field, depth + 1);
            else if (const QString text = textOf(*it); !text.isEmpty())
                add(field, text);
        }
    }

    // True for the fault of a field, which has a message beside its code. False for a map of
    // fields.
    static bool hasMessage(const QJsonObject &object)
    {
        const auto keys = {"message"_L1, "msg"_L1, "defaultmessage"_L1, "errormessage"_L1};
        const QJsonObject plain = plainKeys(object);
        return std::any_of(keys.begin(), keys.end(),
                           [&plain](QLatin1String key) { return plain.value(key).isString(); });
    }

    static bool isBareMap(const QJsonObject &object, int depth)
    {
        return depth <= deepest &&
               std::all_of(object.begin(), object.end(), [depth](const QJsonValue &value) {
                   const QJsonArray texts = value.toArray();
                   const bool isTexts = !texts.isEmpty() && std::all_of(texts.begin(), texts.end(),
                                                                        [](const QJsonValue &text) {
                                                                            return text.isString();
                                                                        });
                   return isTexts || (value.isObject() && !value.toObject().isEmpty() &&
                                      isBareMap(value.toObject(), depth + 1));
               });
    }

    void add(const QString &field, const QString &message)
    {
        const Violation violation{field, message};
        const bool isEmpty = field.isEmpty() && message.isEmpty();
        if (!isEmpty && !isFull() && !m_found.contains(violation))
            m_found.append(violation);
    }

    bool isFull() const { return m_found.size() >= mostViolations; }

    QList<Violation> m_found;
};

// The sentence of the problem inside this one, else of this one.
QString messageIn(const QJsonObject &any, int depth = 0)
{
    if (depth > deepest)
        return {};
    const QJsonObject object = plainKeys(any);
    for (const QLatin1String key : {"error"_L1, "fault"_L1, "problem"_L1}) {
        const QJsonValue nest = object.value(key);
        QString inner = nest.isObject() ? messageIn(nest.toObject(), depth + 1) : QString();
        if (!inner.isEmpty())
            return inner;
    }
    return firstText(object, messageKeys);
}

// Reads {"detail": {"name": ["is wrong"]}}, where the map is inside another object.
bool readBareNest(FaultReader &faults, const QJsonObject &object)
{
    const QJsonObject plain = plainKeys(object);
    return plain.size() == 1 &&
           std::any_of(nestKeys.begin(), nestKeys.end(), [&faults, &plain](QLatin1String key) {
               return faults.readBareMap(plain.value(key).toObject());
           });
}

Problem problemIn(const QJsonDocument &json)
{
    const QJsonObject object = json.object();
    FaultReader faults;
    Problem problem{messageIn(object), {}};
    faults.readLists(json.isArray() ? QJsonObject{{u"errors"_s, json.array()}} : object);
    if (problem.message.isEmpty() && faults.found().isEmpty() && !readBareNest(faults, object))
        faults.readBareMap(object);
    problem.violations = faults.found();
    if (!problem.message.isEmpty())
        return problem;
    if (!problem.violations.isEmpty()) {
        // The first fault takes the place of a missing sentence if it is about no field.
        if (problem.violations.constFirst().field.isEmpty())
            problem.message = problem.violations.constFirst().message;
        if (problem.violations.size() == 1 && !problem.message.isEmpty())
            problem.violations.clear();
        return problem;
    }
    if (object.isEmpty() && json.array().isEmpty())
        return problem;
    const QJsonValue clean =
        withoutSecrets(json.isArray() ? QJsonValue(json.array()) : QJsonValue(object));
    const QJsonDocument shown =
        clean.isArray() ? QJsonDocument(clean.toArray()) : QJsonDocument(clean.toObject());
    const QByteArray text = shown.toJson(QJsonDocument::Compact).left(20 * longestMessage);
    problem.message = shortened(QString::fromUtf8(text));
    return problem;
}

// Reads the date of RFC 9110, "Sun, 06 Nov 1994 08:49:37 GMT", and the old forms "Sunday, 06-Nov-94
// 08:49:37 GMT" and "Sun Nov  6 08:49:37 1994".
QDateTime httpDate(const QByteArray &bytes)
{
    static const QRegularExpression weekday(u"^[A-Za-z]+,? "_s);
    const QLocale c = QLocale::c();
    const QString text = QString::fromLatin1(bytes).simplified().remove(weekday);
    for (const QString &form : {u"dd MMM yyyy hh:mm:ss 'GMT'"_s, u"dd-MMM-yy hh:mm:ss 'GMT'"_s,
                                u"MMM d hh:mm:ss yyyy"_s}) {
        QDateTime date = c.toDateTime(text, form);
        if (!date.isValid())
            continue;
        date.setTimeSpec(Qt::UTC);
        // Qt reads a year of two digits as one of the last century.
        return date.date().year() < 1970 ? date.addYears(100) : date;
    }
    return {};
}

// The body in UTF-8, whatever its encoding. Empty when it is not text, but compressed or a picture.
QByteArray asUtf8(const QByteArray &body)
{
    if (body.startsWith("\xff\xfe") || body.startsWith("\xfe\xff")) {
        QStringDecoder utf16(QStringConverter::Utf16);
        return QString(utf16(body)).toUtf8();
    }
    if (body.startsWith("\xef\xbb\xbf"))
        return body.mid(3);
    QStringDecoder utf8(QStringConverter::Utf8);
    const QString text = utf8(body);
    if (body.contains('\0'))
        return {};
    return utf8.hasError() ? QString::fromLatin1(body).toUtf8() : text.toUtf8();
}

} // namespace

Problem readProblem(const QByteArray &body)
{
    const QByteArray text = asUtf8(body);
    const QJsonDocument json = QJsonDocument::fromJson(text);
    if (json.isNull())
        return {plainText(QString::fromUtf8(text.left(100 * longestMessage))), {}};
    return problemIn(json);
}

ApiError::Kind kindOfStatus(int status)
{
    switch (status) {
    case 401: return ApiError::Kind::Unauthorized;
    case 403: return ApiError::Kind::Forbidden;
    case 404: return ApiError::Kind::NotFound;
    case 409: return ApiError::Kind::Conflict;
    case 429: return ApiError::Kind::RateLimited;
    default: break;
    }
    if (status >= 400 && status < 500)
        return ApiError::Kind::Rejected;
    return status >= 500 ? ApiError::Kind::Server : ApiError::Kind::BadReply;
}

std::optional<std::chrono::milliseconds>
readRetryAfter(const QByteArray &value, const QByteArray &date, const QDateTime &now)
{
    constexpr qint64 day = 86'400'000; // ms
    constexpr qint64 lateness = 60'000;
    static const QRegularExpression number(u"^\\d+([.,]\\d+)?$"_s);
    QString text = QString::fromLatin1(value).trimmed();
    if (number.match(text).hasMatch()) {
        const double seconds = text.replace(u',', u'.').toDouble();
        return std::chrono::milliseconds(
            static_cast<qint64>(std::ceil(std::min(seconds * 1000.0, double(day)))));
    }
    const QDateTime until = httpDate(value);
    if (!until.isValid())
        return std::nullopt;
    const QDateTime from = httpDate(date);
    const qint64 wait = (from.isValid() ? from : now).msecsTo(until);
    if (wait < -lateness || wait > day)
        return std::nullopt;
    return std::chrono::milliseconds(std::max<qint64>(wait, 0));
}

} // namespace Sluice
