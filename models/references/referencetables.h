// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace Sluice {

class ReferenceMonitor;

// The references as tables for other programs, as a security review asks for them. The first row
// holds the titles; rows are in people's order. Only names of secrets, never a secret.
namespace ReferenceTables {

using Table = QList<QStringList>;

// A row for each reference: how often it is used, by which pipelines, findings, last seen (UTC).
Table references(const ReferenceMonitor &monitor);
// A row for each use, by vault: which pipeline reads it in which field.
Table vaults(const ReferenceMonitor &monitor);
// A row for each runner and reference: what the runner must be able to read.
Table runners(const ReferenceMonitor &monitor);

// RFC 4180, UTF-8. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
QByteArray csv(const Table &table);
// A title and a table, GitHub's way; nothing in a cell is taken for formatting. Addresses may
// still become links.
QByteArray markdown(const QString &title, const Table &table);

} // namespace ReferenceTables

} // namespace Sluice
