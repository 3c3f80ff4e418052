// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/versions/versionstore.h"

#include <QHash>
#include <QSet>

#include <utility>

namespace Sluice {

class Sql;

// The last known content of each pipeline, so that an unchanged definition costs only a hash. Lives
// in the store's thread.
class SeenDefinitions
{
public:
    // Writes a definition down unless it is known already. Returns how this changed the pipeline's
    // versions. Time in ms.
    std::optional<VersionChange> record(Sql &sql, const PipelineKey &key,
                                        const QJsonObject &definition, Version::Origin origin,
                                        qint64 now);
    // Writes down a save from here: what it replaced, and what the server had then. A list may have
    // shown the new content already, before the answer came.
    QList<VersionChange> recordSave(Sql &sql, const PipelineKey &key, const QJsonObject &before,
                                    const QJsonObject &saved, qint64 now);
    // The store has nothing of this account any more.
    void forget(Sql &sql, const QString &account);

private:
    struct Seen {
        QByteArray hash;    // of the JSON as it came
        qint64 last = 0;    // ms, when it was seen last
        qint64 written = 0; // ms, the last_seen that is in the store
    };

    void load(Sql &sql, const QString &account, const QString &project);
    void remember(Sql &sql, const PipelineKey &key, const Seen &seen);

    QSet<std::pair<QString, QString>> m_loaded; // account, project
    QHash<PipelineKey, Seen> m_seen;
};

} // namespace Sluice
