// SPDX-License-Identifier: Apache-2.0
#include "models/definition/definitiontypes.h"

#include "models/definition/jsonpath.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

bool hasField(const TypeInfo &type, const Field &field)
{
    return std::any_of(type.fields.begin(), type.fields.end(), [&field](const Field &other) {
        return other.kind == field.kind && qstrcmp(other.path, field.path) == 0;
    });
}

void takeAlong(QJsonObject &definition, const TypeInfo &type, const QJsonObject &former,
               const TypeInfo &formerType)
{
    for (const Field &field : type.fields) {
        const QString path = QString::fromLatin1(field.path);
        const QJsonValue value = JsonPath::value(former, path);
        // A group's rows go along one by one.
        if (field.kind != FieldKind::Group && !value.isUndefined() && hasField(formerType, field))
            JsonPath::setValue(definition, path, value);
    }
}

// A port that was never typed follows the type.
void followPort(QJsonObject &definition, const TypeInfo &type, const TypeInfo *formerType)
{
    if (type.usualPort == 0)
        return;
    const QString path = u"streamingSource.connection.port"_s;
    const QJsonValue port = JsonPath::value(definition, path);
    if (port.isUndefined() || port.isNull() || (formerType && port == formerType->usualPort))
        JsonPath::setValue(definition, path, type.usualPort);
}

} // namespace

QString sideKey(Side side)
{
    return side == Side::Source ? u"streamingSource"_s : u"streamingTarget"_s;
}

QString typeIdOf(Side side, const QJsonObject &definition)
{
    return definition.value(sideKey(side)).toObject().value("type"_L1).toString();
}

const TypeInfo *typeOf(Side side, const QJsonObject &definition)
{
    const QString id = typeIdOf(side, definition);
    return side == Side::Source ? findSourceType(id) : findTargetType(id);
}

QString choiceText(Side side, const QJsonObject &definition, const QString &path)
{
    QString value = JsonPath::value(definition, path).toString();
    const TypeInfo *type = typeOf(side, definition);
    for (const Field &field : type ? type->fields : std::span<const Field>()) {
        if (path != QLatin1String(field.path))
            continue;
        for (const Choice &choice : field.choices) {
            if (value.compare(QLatin1String(choice.value), Qt::CaseInsensitive) == 0)
                return QCoreApplication::translate("Form", choice.label);
        }
    }
    return value;
}

void addPresets(QJsonObject &definition, std::span<const Field> fields)
{
    for (const Field &field : fields) {
        const QString path = QString::fromLatin1(field.path);
        if (!field.preset || !JsonPath::value(definition, path).isUndefined())
            continue;
        const QString preset = QString::fromLatin1(field.preset);
        JsonPath::setValue(definition, path,
                           field.kind == FieldKind::Number ? QJsonValue(preset.toInt())
                                                           : QJsonValue(preset));
    }
}

QJsonObject withType(const QJsonObject &definition, Side side, const QString &typeId)
{
    const TypeInfo *formerType = typeOf(side, definition);
    QJsonObject changed = definition;
    if (formerType)
        changed.remove(sideKey(side));
    JsonPath::setValue(changed, sideKey(side) + u".type"_s, typeId);
    const TypeInfo *type = typeOf(side, changed);
    if (type && formerType)
        takeAlong(changed, *type, definition, *formerType);
    if (type)
        followPort(changed, *type, formerType);
    return changed;
}

} // namespace Sluice
