// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/schemawalk.h"

#include "app/sandbox/exactnumbers.h"

#include <QJsonArray>
#include <QUuid>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Sluice::Sandbox {

namespace {

bool isAbsent(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

bool isOfType(const QJsonValue &value, const QString &type)
{
    if (type == "object"_L1)
        return value.isObject();
    if (type == "array"_L1)
        return value.isArray();
    const std::optional<double> number = numberIn(value);
    if (type == "string"_L1)
        return value.isString() && !number;
    if (type == "boolean"_L1)
        return value.isBool();
    if (type == "integer"_L1)
        return number && *number == std::floor(*number);
    return type == "number"_L1 && number;
}

QString wordFor(const QString &type)
{
    if (type == "boolean"_L1)
        return u"true or false"_s;
    const bool isVowel = type == "object"_L1 || type == "array"_L1 || type == "integer"_L1;
    return (isVowel ? u"an "_s : u"a "_s) + type;
}

// The types that a value may have: the type of the schema, or those of its anyOf.
QStringList typesOf(const QJsonObject &schema)
{
    if (schema.contains("type"_L1))
        return {schema.value("type"_L1).toString()};
    QStringList types;
    const QJsonArray choices = schema.value("anyOf"_L1).toArray();
    for (const QJsonValue &choice : choices)
        types.append(choice["type"_L1].toString());
    return types;
}

QString wordsFor(const QStringList &types)
{
    QStringList words;
    for (const QString &type : types)
        words.append(wordFor(type));
    return u"must be "_s + words.join(u" or "_s);
}

// The fields of the schema: first the required ones in the order of their list, then the others by
// name.
QStringList fieldsOf(const QJsonObject &schema, qsizetype &required)
{
    QStringList fields;
    const QJsonArray first = schema.value("required"_L1).toArray();
    for (const QJsonValue &name : first)
        fields.append(name.toString());
    required = fields.size();
    const QStringList all = schema.value("properties"_L1).toObject().keys();
    for (const QString &name : all)
        if (!fields.contains(name))
            fields.append(name);
    return fields;
}

} // namespace

QJsonValue SchemaWalk::value(const QJsonObject &reference, const QJsonValue &value,
                             const QString &path)
{
    const QJsonObject schema = resolved(reference);
    const QStringList types = typesOf(schema);
    const auto fits = [&](const QString &type) { return isOfType(value, type); };
    if (!types.isEmpty() && std::none_of(types.cbegin(), types.cend(), fits)) {
        refuse(path, wordsFor(types));
        return value;
    }
    if (value.isObject())
        return object(chosen(schema, value.toObject()), value.toObject(), path);
    if (value.isArray())
        return array(schema, value.toArray(), path);
    if (numberIn(value))
        return number(schema, value, path);
    if (value.isString())
        return text(schema, value.toString(), path);
    return value;
}

QJsonObject SchemaWalk::resolved(const QJsonObject &schema) const
{
    const QString reference = schema.value("$ref"_L1).toString();
    if (reference.isEmpty())
        return schema;
    const QString name = reference.mid(reference.lastIndexOf(u'/') + 1);
    return resolved(m_definitions.value(name).toObject());
}

// The schema that the object chooses by the field of the discriminator, in upper or lower case.
// When the object chooses none, the schema itself, which holds what all of them have.
QJsonObject SchemaWalk::chosen(const QJsonObject &schema, const QJsonObject &object) const
{
    const QJsonObject discriminator = schema.value("discriminator"_L1).toObject();
    if (discriminator.isEmpty())
        return schema;
    const QString word = object.value(discriminator.value("propertyName"_L1).toString()).toString();
    const QJsonValue reference = discriminator.value("mapping"_L1).toObject().value(word.toLower());
    if (!reference.isString())
        return schema;
    return resolved({{u"$ref"_s, reference}});
}

QJsonObject SchemaWalk::object(const QJsonObject &schema, QJsonObject object, const QString &path)
{
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    qsizetype required = 0;
    const QStringList fields = fieldsOf(schema, required);
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const QString &name = fields.at(i);
        const QJsonObject field = properties.value(name).toObject();
        const QString fieldPath = path.isEmpty() ? name : path + u'.' + name;
        const QJsonValue inside = object.value(name);
        if (!isAbsent(inside))
            object.insert(name, value(field, inside, fieldPath));
        else if (i < required)
            missing(field, fieldPath);
    }
    const QJsonValue others = schema.value("additionalProperties"_L1);
    if (!others.isObject())
        return object;
    const QStringList names = object.keys();
    for (const QString &name : names)
        if (!properties.contains(name))
            value(others.toObject(), object.value(name), path + u'.' + name);
    return object;
}

QJsonValue SchemaWalk::array(const QJsonObject &schema, const QJsonArray &array,
                             const QString &path)
{
    if (array.size() < schema.value("minItems"_L1).toInt())
        refuse(path, u"must not be empty"_s);
    const QJsonObject itemSchema = schema.value("items"_L1).toObject();
    QJsonArray checked;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString itemPath = u"%1[%2]"_s.arg(path).arg(i);
        const QJsonValue item = array.at(i);
        if (item.isNull())
            missing(itemSchema, itemPath);
        checked.append(item.isNull() ? item : value(itemSchema, item, itemPath));
    }
    return checked;
}

QJsonValue SchemaWalk::text(const QJsonObject &schema, const QString &text, const QString &path)
{
    const QJsonArray words = schema.value("enum"_L1).toArray();
    QStringList list;
    for (const QJsonValue &word : words) {
        if (word.toString().compare(text, Qt::CaseInsensitive) == 0)
            return word;
        list.append(word.toString());
    }
    const int least = schema.value("minLength"_L1).toInt();
    const QJsonValue most = schema.value("maxLength"_L1);
    if (text.isEmpty() && (least > 0 || !list.isEmpty()))
        refuse(path, u"must not be empty"_s);
    else if (!list.isEmpty())
        refuse(path, u"must be one of "_s + list.join(u", "_s));
    else if (most.isDouble() && text.size() > most.toInt())
        refuse(path, u"must have at most %1 characters"_s.arg(most.toInt()));
    else if (schema.value("format"_L1) == "uuid"_L1 &&
             (text.size() != 36 || QUuid::fromString(text).isNull()))
        refuse(path, text.isEmpty() ? u"must not be empty"_s : u"must be a valid UUID"_s);
    return text;
}

QJsonValue SchemaWalk::number(const QJsonObject &schema, const QJsonValue &number,
                              const QString &path)
{
    const QJsonValue low = schema.value("minimum"_L1);
    const QJsonValue high = schema.value("maximum"_L1);
    const double sent = numberIn(number).value_or(0);
    if ((low.isDouble() && sent < low.toDouble()) || (high.isDouble() && sent > high.toDouble()))
        refuse(path, u"must be between %1 and %2"_s.arg(low.toInteger()).arg(high.toInteger()));
    return number;
}

// The words of the guide: "must not be empty" for a string, "must not be null" for an object. A
// missing array is treated like an empty one, a missing number like an object (both are
// assumptions).
void SchemaWalk::missing(const QJsonObject &reference, const QString &path)
{
    const QStringList types = typesOf(resolved(reference));
    const bool canBeEmpty = types.contains("string"_L1) || types.contains("array"_L1);
    refuse(path, canBeEmpty ? u"must not be empty"_s : u"must not be null"_s);
}

void SchemaWalk::refuse(const QString &path, const QString &message)
{
    m_faults.append({path, message});
}

} // namespace Sluice::Sandbox
