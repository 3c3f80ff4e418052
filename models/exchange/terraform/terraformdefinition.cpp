// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/terraform/terraformdefinition.h"

#include "models/definition/definitionpath.h"
#include "models/definition/secret/secretparts.h"
#include "models/exchange/files/portable.h"
#include "models/exchange/terraform/terraformnames.h"
#include "models/json/jsonnumber.h"
#include "models/json/jsontext.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct DefinitionWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::Terraform)
};

// The keys right below path in the paths of these fields, in their order.
QStringList keysBelow(const QString &path, std::span<const Field> fields)
{
    const QString above = path + u'.';
    QStringList keys;
    for (const Field &field : fields) {
        const QString place = QString::fromLatin1(field.path);
        const QString key = place.sliced(std::min(above.size(), place.size())).section(u'.', 0, 0);
        if (place.startsWith(above) && !keys.contains(key))
            keys += key;
    }
    return keys;
}

const Field *fieldAt(const QString &path, std::span<const Field> fields)
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&path](const Field &field) {
        return path == QLatin1String(field.path) && field.kind != FieldKind::Group;
    });
    return found == fields.end() ? nullptr : &*found;
}

QString withoutPlace(const QString &type)
{
    if (type.isEmpty())
        return DefinitionWords::tr("The provider requires it, and the definition has none.");
    return DefinitionWords::tr("The provider has no place for the type \"%1\".").arg(type);
}

bool isIn(std::span<const Choice> choices, const QString &value)
{
    return std::any_of(choices.begin(), choices.end(), [&value](const Choice &choice) {
        return value.compare(QLatin1String(choice.value), Qt::CaseInsensitive) == 0;
    });
}

} // namespace

TerraformDefinition::TerraformDefinition(const TerraformPipeline &pipeline)
    : m_definition(portableDefinition(pipeline.definition))
{
    const auto common = commonFields();
    const auto add = [&](const QString &path) {
        addField(m_attributes, TerraformNames::attribute(path), *fieldAt(path, common));
    };
    add(u"name"_s);
    m_attributes.append({u"project_id"_s, Hcl::text(pipeline.projectId)});
    add(u"agentId"_s);
    addSide(Side::Source);
    addSide(Side::Target);
    add(u"advancedProperties"_s);
    recordUnknown({}, m_definition,
                  {u"name"_s, u"agentId"_s, u"streamingSource"_s, u"streamingTarget"_s,
                   u"advancedProperties"_s});
}

void TerraformDefinition::addSide(Side side)
{
    const QString path = sideKey(side);
    const TypeInfo *type = typeOf(side, m_definition);
    const QString name = TerraformNames::side(type);
    if (name.isEmpty()) {
        recordGap(path, withoutPlace(typeIdOf(side, m_definition)));
        m_isAccepted = false;
        return;
    }
    if (TerraformNames::isNewer(type)) {
        recordGap(path,
                  DefinitionWords::tr("Newer versions of the provider have %1; older ones refuse "
                                      "it.")
                      .arg(name));
        m_isAccepted = false;
    }
    m_attributes.append({name, Hcl::object(objectAt(path, type->fields))});
}

QList<Hcl::Attribute> TerraformDefinition::objectAt(const QString &path,
                                                    std::span<const Field> fields)
{
    QList<Hcl::Attribute> attributes;
    QStringList keys = keysBelow(path, fields);
    for (const QString &key : std::as_const(keys)) {
        const QString below = path + u'.' + key;
        const Field *field = fieldAt(below, fields);
        if (field)
            addField(attributes, TerraformNames::attribute(key), *field);
        else if (DefinitionPath::fromText(below).valueIn(m_definition).isObject())
            attributes.append(
                {TerraformNames::attribute(key), Hcl::object(objectAt(below, fields))});
        else
            recordGap(below, DefinitionWords::tr(
                                 "The provider requires it, and the definition has none."));
    }
    keys += u"type"_s; // said by the attribute's name
    recordUnknown(path, DefinitionPath::fromText(path).valueIn(m_definition).toObject(), keys);
    return attributes;
}

void TerraformDefinition::addField(QList<Hcl::Attribute> &attributes, const QString &name,
                                   const Field &field)
{
    const QString path = QString::fromLatin1(field.path);
    const QJsonValue value = field.definitionPath().valueIn(m_definition);
    if (value.isUndefined() || value.isNull()) {
        if (field.required)
            recordGap(path, DefinitionWords::tr(
                                "The provider requires it, and the definition has none."));
        else if (value.isNull())
            recordGap(path, DefinitionWords::tr("The provider cannot hold null; it is left out."));
        return;
    }
    const qsizetype before = attributes.size() + m_gaps.size();
    if (field.kind == FieldKind::Number && JsonNumber::isWhole(value)) {
        attributes.append({name, Hcl::expression(QString::number(JsonNumber::toInteger(value)))});
    } else if (field.kind == FieldKind::Choice && value.isString()) {
        addChoice(attributes, name, field, value);
        return;
    } else if (field.kind == FieldKind::Secret && value.isObject()) {
        addSecret(attributes, name, path, value.toObject());
    } else if (field.kind == FieldKind::Map && value.isObject()) {
        addMap(attributes, name, path, value.toObject());
    } else if (field.kind == FieldKind::Tables && value.isArray()) {
        addTables(attributes, path, value.toArray());
    } else if ((field.kind == FieldKind::Text || field.kind == FieldKind::Runner) &&
               value.isString()) {
        addText(attributes, name, path, value);
        return;
    }
    if (attributes.size() + m_gaps.size() == before)
        recordGap(path, DefinitionWords::tr(
                            "The provider cannot hold a value of this kind; it is left out."));
}

void TerraformDefinition::addText(QList<Hcl::Attribute> &attributes, const QString &name,
                                  const QString &path, const QJsonValue &value)
{
    // The provider itself sends an empty prefix and reads it as a missing one.
    if (path == "streamingTarget.prefix"_L1 && value.toString().isEmpty())
        return;
    attributes.append({name, Hcl::text(checkedText(path, value.toString()))});
}

void TerraformDefinition::addChoice(QList<Hcl::Attribute> &attributes, const QString &name,
                                    const Field &field, const QJsonValue &value)
{
    const QString path = QString::fromLatin1(field.path);
    if (path == "streamingTarget.connection.authentication.type"_L1) {
        if (!isIn(field.choices, value.toString()))
            recordGap(path, DefinitionWords::tr("The provider always sends \"key-pair\"."));
        return;
    }
    if (!isIn(field.choices, value.toString()))
        recordGap(path, DefinitionWords::tr("The provider may not know the value \"%1\".")
                            .arg(value.toString()));
    attributes.append({name, Hcl::text(value.toString().toLower())});
}

void TerraformDefinition::addSecret(QList<Hcl::Attribute> &attributes, const QString &name,
                                    const QString &path, const QJsonObject &reference)
{
    const bool isShort = path.contains(".authentication."_L1);
    QList<Hcl::Attribute> parts;
    const auto add = [&](const QString &attribute, const QString &key) {
        const QJsonValue value = reference.value(key);
        const QString place = path + u'.' + key;
        if (value.isString())
            parts.append({attribute, Hcl::text(checkedText(place, key == SecretPartKey::provider
                                                                      ? value.toString().toLower()
                                                                      : value.toString()))});
        else
            recordGap(place, DefinitionWords::tr(
                                 "The provider requires it, and the definition has none."));
    };
    add(isShort ? u"secret_type"_s : u"type"_s, SecretPartKey::provider);
    add(isShort ? u"secret_name"_s : u"name"_s, SecretPartKey::name);
    QStringList known{SecretPartKey::provider, SecretPartKey::name};
    const QString key =
        reference.contains(SecretPartKey::key) ? QString(SecretPartKey::key) : u"key"_s;
    if (!isShort && reference.value(key).isString()) {
        add(u"key"_s, key);
        known += key;
    }
    if (known.contains(SecretPartKey::key)) {
        recordGap(path + u".secretKey"_s,
                  DefinitionWords::tr(
                      "The provider sends it as \"key\"; whether the API takes that for the "
                      "secret's key is not documented."));
    }
    recordUnknown(path, reference, known);
    attributes.append({name, Hcl::object(parts)});
}

void TerraformDefinition::addMap(QList<Hcl::Attribute> &attributes, const QString &name,
                                 const QString &path, const QJsonObject &map)
{
    QList<Hcl::Attribute> entries;
    for (auto it = map.begin(); it != map.end(); ++it) {
        const QString place = path + u'.' + it.key();
        const bool isPlain = it->isString() || it->isBool() || JsonNumber::is(*it);
        if (!isPlain) {
            recordGap(place, DefinitionWords::tr("The provider holds text only; it is left out."));
            continue;
        }
        // As JSON writes it: 60, 0.5, true.
        const QString plain =
            it->isString() ? checkedText(place, it->toString()) : valueAsText(*it);
        if (!it->isString())
            recordGap(
                place,
                path == "advancedProperties"_L1
                    ? DefinitionWords::tr("The provider cannot read a pipeline with anything but "
                                          "text here; it is written as text.")
                    : DefinitionWords::tr("The provider holds text only; it is written as text."));
        entries.append({Hcl::quoted(it.key()), Hcl::text(plain)});
    }
    attributes.append({name, Hcl::object(entries)});
}

void TerraformDefinition::addTables(QList<Hcl::Attribute> &attributes, const QString &path,
                                    const QJsonArray &tables)
{
    QList<Hcl::Value> items;
    for (qsizetype row = 0; row < tables.size(); ++row) {
        const QString place = u"%1[%2]"_s.arg(path).arg(row);
        const QJsonObject table = tables.at(row).toObject();
        QList<Hcl::Attribute> parts;
        for (const QString &key : {u"schema"_s, u"table"_s}) {
            if (table.value(key).isString())
                parts.append(
                    {key, Hcl::text(checkedText(place + u'.' + key, table[key].toString()))});
            else
                recordGap(
                    place + u'.' + key,
                    DefinitionWords::tr("The provider requires it, and the definition has none."));
        }
        recordUnknown(place, table, {u"schema"_s, u"table"_s});
        items.append(Hcl::object(parts));
    }
    attributes.append({u"tables"_s, Hcl::list(items)});
}

void TerraformDefinition::recordUnknown(const QString &path, const QJsonObject &object,
                                        const QStringList &known)
{
    const QStringList keys = object.keys();
    for (const QString &key : keys) {
        if (!known.contains(key))
            recordGap(path.isEmpty() ? key : path + u'.' + key,
                      DefinitionWords::tr("The provider has no place for it; it is left out."));
    }
}

void TerraformDefinition::recordGap(const QString &path, const QString &reason)
{
    m_gaps.append({.path = path, .reason = reason});
}

// Returns the text, and records when Terraform will not keep it exactly.
QString TerraformDefinition::checkedText(const QString &path, const QString &text)
{
    if (text != text.normalized(QString::NormalizationForm_C))
        recordGap(path, DefinitionWords::tr(
                            "Terraform composes accents (Unicode NFC), the definition does not."));
    return text;
}

} // namespace Sluice
