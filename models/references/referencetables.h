// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace Sluice {

class ReferenceMonitor;

// The references as tables for other programs, for example for a security review. The first row
// holds the titles. The rows are sorted for people. They hold names of secrets, never a secret.
namespace ReferenceTables {

using Table = QList<QStringList>;

// A row for each reference: how often it is used, by which pipelines, findings, last seen (UTC).
Table references(const ReferenceMonitor &monitor);
// A row for each use, by vault: which pipeline reads it in which field.
Table vaults(const ReferenceMonitor &monitor);
// A row for each runner and reference: what the runner must be able to read.
Table runners(const ReferenceMonitor &monitor);

// A title and a table in GitHub's Markdown. Nothing in a cell is taken for formatting, but
// addresses may become links.
QByteArray markdown(const QString &title, const Table &table);

} // namespace ReferenceTables

} // namespace Sluice
