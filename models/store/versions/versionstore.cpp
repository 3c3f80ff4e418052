// SPDX-License-Identifier: Apache-2.0
#include "models/store/versions/versionstore.h"

#include "models/store/database/storedatabase.h"
#include "models/store/versions/seendefinitions.h"
#include "models/store/versions/versionrows.h"

using namespace Qt::StringLiterals;

namespace Sluice {

VersionStore::VersionStore(StoreDatabase *database, Now now, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_now(std::move(now))
    , m_seen(std::make_shared<SeenDefinitions>())
{}

VersionStore::~VersionStore() = default;

void VersionStore::recordSeen(const QString &account, const QString &project,
                              const QJsonArray &definitions)
{
    recordAll(
        [account, project, definitions] {
            QList<Recorded> recorded;
            recorded.reserve(definitions.size());
            for (const QJsonValue &value : definitions) {
                const QJsonObject definition = value.toObject();
                const QString id = definition.value("streamingPipelineId"_L1).toString();
                if (!id.isEmpty())
                    recorded.append({{account, project, id}, definition});
            }
            return recorded;
        },
        Version::Origin::Read, nullptr, {});
}

void VersionStore::record(const PipelineKey &key, const QJsonObject &definition,
                          Version::Origin origin, QObject *context, std::function<void(bool)> done)
{
    recordAll(
        [key, definition] {
            return QList<Recorded>{{key, definition}};
        },
        origin, context, std::move(done));
}

void VersionStore::recordAll(std::function<QList<Recorded>()> recorded, Version::Origin origin,
                             QObject *context, std::function<void(bool)> done)
{
    const auto changes = std::make_shared<QList<VersionChange>>();
    m_database->write(
        [seen = m_seen, recorded = std::move(recorded), origin, changes,
         now = m_now().toMSecsSinceEpoch()](Sql &sql) {
            const QList<Recorded> all = recorded();
            for (const Recorded &each : all) {
                if (const auto change = seen->record(sql, each.key, each.definition, origin, now))
                    changes->append(*change);
            }
        },
        this,
        [this, changes, guard = QPointer<QObject>(context), hasContext = context != nullptr,
         done = std::move(done)](bool kept) {
            if (kept && !changes->isEmpty())
                tell(*changes);
            if (done && (!hasContext || guard))
                done(kept);
        });
}

void VersionStore::recordSave(const PipelineKey &key, const QJsonObject &before,
                              const QJsonObject &saved)
{
    const auto changes = std::make_shared<QList<VersionChange>>();
    m_database->write(
        [seen = m_seen, key, before, saved, changes, now = m_now().toMSecsSinceEpoch()](Sql &sql) {
            *changes = seen->recordSave(sql, key, before, saved, now);
        },
        this,
        [this, changes](bool kept) {
            if (kept && !changes->isEmpty())
                tell(*changes);
        });
}

void VersionStore::tell(const QList<VersionChange> &changes)
{
    Q_EMIT stepped(changes);
    QList<PipelineKey> keys;
    keys.reserve(changes.size());
    for (const VersionChange &change : changes)
        keys.append(change.key);
    Q_EMIT changed(keys);
}

void VersionStore::removeAccount(const QString &account)
{
    m_database->write([seen = m_seen, account](Sql &sql) {
        VersionRows::removeAccount(sql, account);
        seen->forget(sql, account);
    });
}

void VersionStore::list(const PipelineKey &key, QObject *context,
                        std::function<void(const StoreResult<QList<Version>> &)> got)
{
    m_database->read([key](Sql &sql) { return VersionRows::list(sql, key); }, context,
                     std::move(got));
}

void VersionStore::definition(qint64 id, QObject *context,
                              std::function<void(const StoreResult<QJsonObject> &)> got)
{
    m_database->read([id](Sql &sql) { return VersionRows::definition(sql, id); }, context,
                     std::move(got));
}

void VersionStore::lastSave(
    const PipelineKey &key, QObject *context,
    std::function<void(const StoreResult<std::optional<SavedChange>> &)> got)
{
    m_database->read([key](Sql &sql) { return VersionRows::lastSave(sql, key); }, context,
                     std::move(got));
}

} // namespace Sluice
