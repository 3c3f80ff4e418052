// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QStringList>

namespace Sluice {

// The statements that take the local store from one version to the next, run in one transaction. A
// migration that was in a release never changes; a change is a new migration after it.
using Migration = QStringList;

// All migrations, beginning with an empty file. The store's version (PRAGMA user_version) is the
// number of migrations it has had.
QList<Migration> storeMigrations();

} // namespace Sluice
