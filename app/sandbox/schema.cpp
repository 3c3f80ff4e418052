// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/schema.h"

#include "app/sandbox/schemawalk.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Sluice::Sandbox {

Schema::Schema(const QString &resource)
{
    QFile file(resource);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no schema %s", qUtf8Printable(resource));
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    m_definitions = document.object().value("$defs"_L1).toObject();
    if (m_definitions.isEmpty())
        qFatal("%s: %s", qUtf8Printable(resource), qUtf8Printable(error.errorString()));
}

Checked Schema::check(const QJsonObject &body, const QString &definition) const
{
    Checked checked;
    SchemaWalk walk(m_definitions, checked.faults);
    const QJsonObject schema = m_definitions.value(definition).toObject();
    Q_ASSERT(!schema.isEmpty());
    checked.value = walk.value(schema, body, {}).toObject();
    return checked;
}

Answer Schema::answer(const Request &request, const QString &definition, const Refuse &refuse,
                      const Work &work) const
{
    const std::optional<QJsonObject> body = objectIn(request.body);
    if (!body)
        return unreadable(request.path);
    const Checked checked = check(*body, definition);
    return checked.faults.isEmpty() ? work(checked.value) : refuse(request, checked.faults);
}

} // namespace Sluice::Sandbox
