// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/http.h"

#include <QJsonObject>
#include <QString>

#include <functional>

namespace Sluice::Sandbox {

// The result of a check: the body with enum values in the spelling of the schema, and all faults.
struct Checked {
    QJsonObject value;
    QList<Fault> faults;
};

// One file of JSON Schemas, and the check against it. Knows the keywords that the API description
// uses: type, properties, required, enum, minLength, maxLength, minimum, maximum, minItems, items,
// format uuid, additionalProperties, anyOf of plain types, $ref, and discriminator with mapping.
class Schema
{
public:
    // Reads the schemas from a resource. The resource is part of the program, so a fault in it ends
    // the program.
    explicit Schema(const QString &resource);

    // Checks a body against the definition of that name. Finds all faults at once: first the
    // required fields in the order of the schema's `required` lists, then the optional fields by
    // name.
    Checked check(const QJsonObject &body, const QString &definition) const;

    // Answers a request with a body. Calls `work` when the body is a JSON object without faults.
    // Else answers what is wrong; `refuse` makes the answer for faults.
    using Refuse = std::function<Answer(const Request &request, const QList<Fault> &faults)>;
    using Work = std::function<Answer(const QJsonObject &body)>;
    Answer answer(const Request &request, const QString &definition, const Refuse &refuse,
                  const Work &work) const;

private:
    QJsonObject m_definitions;
};

} // namespace Sluice::Sandbox
