// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/definitionpath.h"
#include "models/store/database/sql.h"
#include "models/store/versions/versionstore.h"

// The statements on the tables version and definition.
namespace Sluice::VersionRows {

struct New {
    PipelineKey key;
    QString hash;
    QString json;
    Version::Origin origin = Version::Origin::Read;
    QString name;
    int tableCount = 0;
    QList<DefinitionPath> leftOut = {};
    qint64 now = 0;            // ms
    qint64 formerLastSeen = 0; // ms; when the former version was seen last, if that is known better
};

struct Latest {
    QString pipeline;
    QString hash;
    qint64 lastSeen = 0; // ms
};

// A new version, or the latest one seen again. Returns what changed beyond last_seen.
std::optional<VersionChange> add(Sql &sql, const New &added);

// The hashes of the last versions, newest first.
QStringList lastHashes(Sql &sql, const PipelineKey &key, int count);

void removeAccount(Sql &sql, const QString &account);

QList<Latest> latestOf(Sql &sql, const QString &account, const QString &project);
QList<Version> list(Sql &sql, const PipelineKey &key);
QJsonObject definition(Sql &sql, qint64 id);
std::optional<SavedChange> lastSave(Sql &sql, const PipelineKey &key);

} // namespace Sluice::VersionRows
