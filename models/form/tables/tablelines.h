// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablereport.h"

namespace Sluice::TableText {

// Reads one table a line: "schema.table", with identifiers in "", [] or `` when they hold a dot; or
// columns separated by tab, comma, semicolon, | or several blanks, with a header line when there
// are more than two ("database,schema,table": the words of the catalogues and drivers are known).
// One line may have several "schema.table" between commas or blanks, as in Debezium's
// table.include.list, also with its "\.". A line may begin as in a list (-, *, 1.) and end with a
// comma or a comment (--, //, or # before a blank). Skips blank lines and what database clients
// print around rows: rules, the number of rows. isList: texts in quotes are one name each, as in a
// list of a script.
Found readLines(QStringView text, int firstLine = 1, bool isList = false);

// True when the line names the columns of an answer, among them schema and table.
bool isHeader(QStringView line);

// What a column or a key of this name holds, in the words of catalogues, drivers and tools. Owner:
// the schema, if no other word names it.
enum class Part { None, Schema, Owner, Table, Catalogue, Type };
Part partNamed(const QString &name);

// True for the type of an object, as catalogues name it, that is known to be no table: a view, a
// sequence, an index.
bool isOtherThanTable(const QString &type);

// True for "orders.csv", "config.yaml" and "v1.2" without quotes. False when the ending is a common
// name of tables, such as "log".
bool isFileName(QStringView text);

// Reads schema and table of "schema.table", with or without quotes; sets no line. False when it is
// something else.
bool readDotted(QStringView text, Name *name);

} // namespace Sluice::TableText
