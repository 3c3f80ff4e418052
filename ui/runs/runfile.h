// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shared/pathchooser.h"

#include <QStringList>

namespace Sluice {

// Asks for a file, writes the table into it as CSV, and tells when that failed.
void saveTable(QWidget *parent, const PathChooser &paths, const QString &title,
               const QString &fileName, const QList<QStringList> &table);

} // namespace Sluice
