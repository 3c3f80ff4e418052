// SPDX-License-Identifier: Apache-2.0
#include "models/definition/definitiontypes.h"

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

void carryOver(QJsonObject &definition, const TypeInfo &type, const QJsonObject &former,
               const TypeInfo &formerType)
{
    for (const Field &field : type.fields) {
        const DefinitionPath path = field.definitionPath();
        const QJsonValue value = path.valueIn(former);
        // The rows of a group are copied one by one.
        if (field.kind != FieldKind::Group && !value.isUndefined() && hasField(formerType, field))
            path.setAndPruneIn(definition, value);
    }
}

// Sets the usual port of the new type, unless the user typed another port.
void followPort(QJsonObject &definition, const TypeInfo &type, const TypeInfo *formerType)
{
    if (type.usualPort == 0)
        return;
    const DefinitionPath path{sideKey(Side::Source), u"connection"_s, u"port"_s};
    const QJsonValue port = path.valueIn(definition);
    if (port.isUndefined() || port.isNull() || (formerType && port == formerType->usualPort))
        path.setAndPruneIn(definition, type.usualPort);
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
    QString value = DefinitionPath::fromText(path).valueIn(definition).toString();
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
        const DefinitionPath path = field.definitionPath();
        if (!field.preset || !path.valueIn(definition).isUndefined())
            continue;
        const QString preset = QString::fromLatin1(field.preset);
        path.setAndPruneIn(definition, field.kind == FieldKind::Number ? QJsonValue(preset.toInt())
                                                                       : QJsonValue(preset));
    }
}

QJsonObject withType(const QJsonObject &definition, Side side, const QString &typeId)
{
    const TypeInfo *formerType = typeOf(side, definition);
    QJsonObject changed = definition;
    if (formerType)
        changed.remove(sideKey(side));
    DefinitionPath{sideKey(side), u"type"_s}.setAndPruneIn(changed, typeId);
    const TypeInfo *type = typeOf(side, changed);
    if (type && formerType)
        carryOver(changed, *type, definition, *formerType);
    if (type)
        followPort(changed, *type, formerType);
    return changed;
}

} // namespace Sluice
