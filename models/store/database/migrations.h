// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QStringList>

namespace Sluice {

// The statements that take the local store from one version to the next, run in one transaction.
// A migration that has been in a release is never changed: a later one is added after it.
using Migration = QStringList;

// All migrations from an empty file on; the store's version (PRAGMA user_version) is how many of
// them it has seen.
QList<Migration> storeMigrations();

} // namespace Sluice
