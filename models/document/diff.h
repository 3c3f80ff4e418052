// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/field.h"

#include <QJsonObject>
#include <QList>

// What differs between two definitions, in the user's terms.
namespace Sluice {

// One difference: a field, a property of a map, a table, a key that no field knows. A secret
// reference is one place: half of one would name another secret.
struct Change {
    enum class Kind { Added, Removed, Changed };

    Kind kind = Kind::Changed;
    DefinitionPath path; // of a table: that of the list
    QString table;       // tells an entry of the table list from the others; else empty
    QJsonValue was{QJsonValue::Undefined};
    QJsonValue will{QJsonValue::Undefined};
    const Field *field = nullptr; // the field it lies in; null when none knows the place

    bool isTable() const { return !table.isEmpty(); }

    // True when both are about the same place.
    bool isSamePlace(const Change &other) const
    {
        return path == other.path && table == other.table;
    }

    // "schema.table" of a table, else empty.
    QString tableName() const;
    // Dotted, as the API writes places; a table as "streamingSource.tables[schema.table]".
    QString pathText() const;
    // "Target settings › Transformation", translated; the dotted path where no field is known.
    QString place() const;
    // What the change may bring with it ("May need a new snapshot"), translated; empty: nothing.
    QString risk() const;

    bool operator==(const Change &) const = default;
};

// The changes from base to mine, in the order of the form; places without a field come last. Tables
// are compared as a set (their order tells nothing), as are the keys of objects; values of choices,
// types and secret providers ignore case, as the API does (guide); numbers are compared by their
// value, so that 1 and 1.0 are the same. Missing, null and empty differ.
QList<Change> semanticDiff(const QJsonObject &base, const QJsonObject &mine);

// A value as the changes show it: text as it is ("" for the empty one), a reference to a secret as
// "AZURE_KEY_VAULT › vault › name", a property of a map as JSON, so that 60 and "60" differ; empty
// for Undefined.
QString valueText(const Change &change, const QJsonValue &value);

// Where a place of the definition is in the form, as Change::place() says it.
QString placeText(const QJsonObject &definition, const DefinitionPath &path);

// The fields that a definition's types bring, common ones included, in the order of the form.
QList<const Field *> fieldsOf(const QJsonObject &definition);

} // namespace Sluice
