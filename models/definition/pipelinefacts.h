// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace Sluice {

// A line of an overview frame: "Host", "sqlserver.my-org.com".
struct Fact {
    QString label;
    QString value;
    bool operator==(const Fact &) const = default;
};

// One end of a pipeline, in words: its product and the values that tell where it is.
struct EndFacts {
    QString title; // "SQL Server"; the raw type of one that Sluice does not know
    QString mark;  // monogram of a source, icon name of a target
    QList<Fact> facts;
};

// What is known of the definition's source and target: the labels of the field tables with the
// values of the definition. Skips empty values; gives at most five lines. An unknown type shows its
// own keys.
EndFacts sourceFacts(const QJsonObject &definition);
EndFacts targetFacts(const QJsonObject &definition);

// The mark of a type by its name in the API; empty for an unknown type.
QString sourceMark(const QString &type);
QString targetMark(const QString &type);

// A table's schema (may be empty) and name.
struct TableName {
    QString schema;
    QString table;
    bool operator==(const TableName &) const = default;
};

QList<TableName> tableNames(const QJsonObject &definition);

} // namespace Sluice
