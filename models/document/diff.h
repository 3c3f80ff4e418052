// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/field.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

// What differs between two definitions, in the user's terms.
namespace Sluice {

// One difference: a field, a property of a map, a table, or a key that no field knows. A reference
// to a secret is one place, because half of it would name another secret.
struct Change {
    enum class Kind { Added, Removed, Changed };

    Kind kind = Kind::Changed;
    DefinitionPath path; // of a table: that of the list
    QString table;       // tells an entry of the table list from the others; else empty
    QString renamed;     // of a renamed table: the other half's table, which comes right beside it
    QJsonValue was{QJsonValue::Undefined};
    QJsonValue will{QJsonValue::Undefined};
    const Field *field = nullptr; // the field it lies in; null when none knows the place

    bool isTable() const { return !table.isEmpty(); }

    // One half of a renamed table: the removed one or, right after it, the added one.
    bool isRename() const { return !renamed.isEmpty(); }

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

// The changes from base to mine, in the order of the form. Places without a field come last. Tables
// are compared as a set, since their order means nothing; so are the keys of objects. The case of
// choices, types and secret providers does not count, as in the API (guide). Numbers are compared
// by value: 1 and 1.0 are the same. Missing, null and empty differ. A table that stands where
// another one stood, in the same schema or with the same name, is that one renamed.
QList<Change> semanticDiff(const QJsonObject &base, const QJsonObject &mine);

// A value as the changes show it. Text is shown as it is ("" for the empty one), a reference to a
// secret as "AZURE_KEY_VAULT › vault › name". A property of a map is shown as JSON, so that 60 and
// "60" differ. Empty for Undefined.
QString valueText(const Change &change, const QJsonValue &value);

// The list of tables with their changes made, or with the changes taken back. A renamed table keeps
// its place.
enum class Direction { Make, TakeBack };
QJsonArray changedTables(const QJsonArray &tables, const QList<Change> &changes,
                         Direction direction);

// Where a place of the definition is in the form, as Change::place() says it.
QString placeText(const QJsonObject &definition, const DefinitionPath &path);

// All fields of a definition, those of its types and the common ones, in the order of the form.
QList<const Field *> fieldsOf(const QJsonObject &definition);

} // namespace Sluice
