// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/http.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace Sluice::Sandbox {

// Walks through a value and its schema side by side. Each step returns the value with its enum
// texts in the spelling of the schema, and appends the faults to the list.
class SchemaWalk
{
public:
    SchemaWalk(const QJsonObject &definitions, QList<Fault> &faults)
        : m_definitions(definitions)
        , m_faults(faults)
    {}

    QJsonValue value(const QJsonObject &reference, const QJsonValue &value, const QString &path);

private:
    QJsonObject resolved(const QJsonObject &schema) const;
    QJsonObject chosen(const QJsonObject &schema, const QJsonObject &object) const;
    QJsonObject object(const QJsonObject &schema, QJsonObject object, const QString &path);
    QJsonValue array(const QJsonObject &schema, const QJsonArray &array, const QString &path);
    QJsonValue text(const QJsonObject &schema, const QString &text, const QString &path);
    QJsonValue number(const QJsonObject &schema, const QJsonValue &number, const QString &path);
    void missing(const QJsonObject &reference, const QString &path);
    void refuse(const QString &path, const QString &message);

    const QJsonObject &m_definitions;
    QList<Fault> &m_faults;
};

} // namespace Sluice::Sandbox
