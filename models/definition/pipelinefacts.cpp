// SPDX-License-Identifier: Apache-2.0
#include "models/definition/pipelinefacts.h"

#include "models/definition/pipelinetypes.h"
#include "models/json/jsontext.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr qsizetype mostFacts = 5;

bool isPlace(const Field &field)
{
    const bool plain = field.kind == FieldKind::Text || field.kind == FieldKind::Number;
    return plain &&
           (field.section == Section::SourceConnection ||
            field.section == Section::TargetConnection || field.section == Section::TargetSettings);
}

// Required fields say where the data is. Optional ones follow while there is room.
QList<Fact> knownFacts(const TypeInfo &type, const QJsonObject &definition)
{
    QList<Fact> facts;
    for (const bool required : {true, false}) {
        for (const Field &field : type.fields) {
            if (!isPlace(field) || field.required != required || facts.size() == mostFacts)
                continue;
            const QString value = valueAsText(field.definitionPath().valueIn(definition));
            if (!value.isEmpty())
                facts.append({QCoreApplication::translate("Form", field.label), value});
        }
    }
    return facts;
}

QList<Fact> rawFacts(const QJsonObject &end)
{
    QList<Fact> facts;
    const QJsonObject connection = end.value("connection"_L1).toObject();
    for (const QJsonObject &part : {connection, end}) {
        for (auto it = part.begin(); it != part.end() && facts.size() < mostFacts; ++it) {
            const QString value = valueAsText(it.value());
            if (!value.isEmpty() && it.key() != "type"_L1)
                facts.append({it.key(), value});
        }
    }
    return facts;
}

EndFacts endFacts(const TypeInfo *type, const QString &typeId, const QJsonObject &definition,
                  const QJsonObject &end)
{
    if (!type)
        return {typeId, {}, rawFacts(end)};
    return {QCoreApplication::translate("Form", type->label), QString::fromLatin1(type->mark),
            knownFacts(*type, definition)};
}

} // namespace

EndFacts sourceFacts(const QJsonObject &definition)
{
    const QJsonObject source = definition.value("streamingSource"_L1).toObject();
    const QString type = source.value("type"_L1).toString();
    return endFacts(findSourceType(type), type, definition, source);
}

EndFacts targetFacts(const QJsonObject &definition)
{
    const QJsonObject target = definition.value("streamingTarget"_L1).toObject();
    const QString type = target.value("type"_L1).toString();
    return endFacts(findTargetType(type), type, definition, target);
}

QString sourceMark(const QString &type)
{
    const TypeInfo *known = findSourceType(type);
    return known ? QString::fromLatin1(known->mark) : QString();
}

QString targetMark(const QString &type)
{
    const TypeInfo *known = findTargetType(type);
    return known ? QString::fromLatin1(known->mark) : QString();
}

QList<TableName> tableNames(const QJsonObject &definition)
{
    QList<TableName> names;
    const QJsonArray tables =
        DefinitionPath{u"streamingSource"_s, u"tables"_s}.valueIn(definition).toArray();
    names.reserve(tables.size());
    for (const auto &table : tables)
        names.append({table["schema"_L1].toString(), table["table"_L1].toString()});
    return names;
}

} // namespace Sluice
