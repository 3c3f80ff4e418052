// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/definitionpath.h"

#include <QJsonValue>
#include <QList>
#include <QString>

namespace Sluice {

// What one click can do about a field: values to set, as one edit. Empty: nothing.
struct FieldFix {
    QString label; // "Use host and port"; translated
    QList<std::pair<DefinitionPath, QJsonValue>> values;

    bool isEmpty() const { return values.isEmpty(); }

    bool operator==(const FieldFix &) const = default;
};

// A remark about a field, and what can be done about it. Translated; empty: nothing to say.
struct FieldAdvice {
    QString text;
    FieldFix fix = {};
};

} // namespace Sluice
