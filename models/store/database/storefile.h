// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/database/migrations.h"
#include "models/store/database/storeproblem.h"

class QSqlDatabase;

namespace Sluice {

struct StoreSettings {
    QList<Migration> migrations = storeMigrations();
    int largestPages = 0; // no more pages than this, as on a small disk; 0: no bound
};

// Where the programs of this user keep drafts, versions and trash:
// ~/.local/share/Sluice/Sluice/... on Linux.
QString usualStorePath();

// Opens the store's file and runs all missing migrations. Makes folder and file with access for
// this user alone. Before a migration the file is copied to "PATH.vN-TIME.copy" (N: the version it
// has). After a problem the file is unchanged, and the connection may be open or not.
StoreProblem openStoreFile(QSqlDatabase &connection, const QString &path,
                           const StoreSettings &settings);

} // namespace Sluice
