// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/definitiontypes.h"
#include "models/definition/field.h"
#include "models/exchange/terraform/hcl.h"
#include "models/exchange/terraform/terraformtext.h"

namespace Sluice {

// Writes one definition as the attributes of the provider's resource, by the field tables. Notes
// what the resource has no place for.
class TerraformDefinition
{
public:
    explicit TerraformDefinition(const TerraformPipeline &pipeline);

    const QList<Hcl::Attribute> &attributes() const { return m_attributes; }

    // False when some versions of the provider refuse the resource because it has no place for the
    // source or the target. The gaps say which.
    bool isAccepted() const { return m_isAccepted; }

    // All gaps are of pipeline 0.
    const QList<TerraformGap> &gaps() const { return m_gaps; }

private:
    void addSide(Side side);
    QList<Hcl::Attribute> objectAt(const QString &path, std::span<const Field> fields);
    void addField(QList<Hcl::Attribute> &attributes, const QString &name, const Field &field);
    void addText(QList<Hcl::Attribute> &attributes, const QString &name, const QString &path,
                 const QJsonValue &value);
    void addChoice(QList<Hcl::Attribute> &attributes, const QString &name, const Field &field,
                   const QJsonValue &value);
    void addSecret(QList<Hcl::Attribute> &attributes, const QString &name, const QString &path,
                   const QJsonObject &reference);
    void addMap(QList<Hcl::Attribute> &attributes, const QString &name, const QString &path,
                const QJsonObject &map);
    void addTables(QList<Hcl::Attribute> &attributes, const QString &path,
                   const QJsonArray &tables);
    void recordUnknown(const QString &path, const QJsonObject &object, const QStringList &known);
    void recordGap(const QString &path, const QString &reason);
    QString checkedText(const QString &path, const QString &text);

    QJsonObject m_definition;
    QList<Hcl::Attribute> m_attributes;
    QList<TerraformGap> m_gaps;
    bool m_isAccepted = true;
};

} // namespace Sluice
