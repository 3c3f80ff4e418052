// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablereport.h"

namespace Sluice::TableText {

// Reads one table a line: "schema.table", with identifiers in "", [] or `` when they hold a dot; or
// columns separated by tab, comma, semicolon, | or several blanks, with a header line when there
// are more than two ("database,schema,table": the words of the catalogues and drivers are known).
// Several "schema.table" in one line may stand between commas or blanks, as in Debezium's
// table.include.list, with its "\.". A line may begin as in a list (-, *, 1.) and end with a comma
// or a comment (--, //, or # before a blank). Skipped are blank lines and what database clients put
// around the rows of an answer: rules, the number of rows.
// isList: texts in quotes are one name each, as in a list of a script.
Found readLines(QStringView text, int firstLine = 1, bool isList = false);

// True when the line names the columns of an answer, among them schema and table.
bool isHeader(QStringView line);

// What a column or a key of this name holds, in the words of catalogues, drivers and tools.
// Owner: of a schema where no other word names it.
enum class Part { None, Schema, Owner, Table, Catalogue, Type };
Part partNamed(const QString &name);

// Whether the type of an object, as catalogues tell it, is known to be none of a table: a view, a
// sequence, an index.
bool isOtherThanTable(const QString &type);

// "orders.csv", "config.yaml" and "v1.2" without quotes. Words that tables are called by, such as
// "log", are none of these.
bool isFileName(QStringView text);

// The schema and table of "schema.table", with its quotes; no line. False: it is none.
bool readDotted(QStringView text, Name *name);

} // namespace Sluice::TableText
