// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/http.h"

#include <QJsonObject>
#include <QString>

#include <functional>

namespace Sluice::Sandbox {

// A body after the check: enum values in the schema's spelling, and everything that is wrong with
// it.
struct Checked {
    QJsonObject value;
    QList<Fault> faults;
};

// One file of JSON Schemas and the walk over it. It knows the keywords that the API description
// uses: type, properties, required, enum, minLength, maxLength, minimum, maximum, minItems, items,
// format uuid, additionalProperties, anyOf of plain types, $ref, and discriminator with mapping.
class Schema
{
public:
    // Reads the schemas of a resource; it is part of the program, so a fault in it ends the
    // program.
    explicit Schema(const QString &resource);

    // Checks a body against the definition of that name. All faults are found at once, in the order
    // of the schema's `required` lists, then the optional fields by name.
    Checked check(const QJsonObject &body, const QString &definition) const;

    // Answers a request that brings a body: by work when the body is a JSON object without faults,
    // else with what is wrong with it, faults in the words of refuse.
    using Refuse = std::function<Answer(const Request &request, const QList<Fault> &faults)>;
    using Work = std::function<Answer(const QJsonObject &body)>;
    Answer answer(const Request &request, const QString &definition, const Refuse &refuse,
                  const Work &work) const;

private:
    QJsonObject m_definitions;
};

} // namespace Sluice::Sandbox
