// SPDX-License-Identifier: Apache-2.0
#include "models/store/versions/seendefinitions.h"

#include "models/definition/definition.h"
#include "models/definition/secret/secretscrubber.h"
#include "models/json/jsontext.h"
#include "models/store/database/sql.h"
#include "models/store/versions/versionrows.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr qint64 precision =
    std::chrono::duration_cast<std::chrono::milliseconds>(VersionStore::lastSeenPrecision).count();

QByteArray hashOf(const QByteArray &json)
{
    return QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex();
}

} // namespace

std::optional<VersionChange> SeenDefinitions::record(Sql &sql, const PipelineKey &key,
                                                     const QJsonObject &definition,
                                                     Version::Origin origin, qint64 now)
{
    load(sql, key.account, key.project);
    const QByteArray raw = compactJson(definition);
    Seen seen{hashOf(raw), now, now};
    const auto known = m_seen.find(key);
    const bool isKnown = known != m_seen.end();
    if (isKnown && origin == Version::Origin::Read && known->hash == seen.hash &&
        now - known->written < precision) {
        known->last = now;
        return std::nullopt;
    }

    const QByteArray clean = SecretScrubber::canonical(definition);
    VersionRows::New version;
    version.key = key;
    version.json = QString::fromUtf8(clean);
    version.hash = QString::fromLatin1(clean == raw ? seen.hash : hashOf(clean));
    version.origin = origin;
    version.name = Definition::name(definition);
    version.tableCount = Definition::tableCount(definition);
    if (clean != raw)
        version.leftOut =
            SecretScrubber::leftOut(SecretScrubber::definition(definition), definition);
    version.now = now;
    version.formerLastSeen = isKnown ? known->last : 0;
    std::optional<VersionChange> change = VersionRows::add(sql, version);
    remember(sql, key, seen);
    return change;
}

QList<VersionChange> SeenDefinitions::recordSave(Sql &sql, const PipelineKey &key,
                                                 const QJsonObject &before,
                                                 const QJsonObject &saved, qint64 now)
{
    const auto cleanHash = [](const QJsonObject &definition) {
        return QString::fromLatin1(hashOf(SecretScrubber::canonical(definition)));
    };
    const bool isOvertaken =
        VersionRows::lastHashes(sql, key, 2) == QStringList{cleanHash(saved), cleanHash(before)};
    QList<VersionChange> changes;
    if (!isOvertaken) {
        if (const auto change = record(sql, key, before, Version::Origin::BeforeSave, now))
            changes.append(*change);
    }
    if (const auto change = record(sql, key, saved, Version::Origin::Saved, now))
        changes.append(*change);
    return changes;
}

void SeenDefinitions::remember(Sql &sql, const PipelineKey &key, const Seen &seen)
{
    sql.afterCommit([this, key, seen] { m_seen.insert(key, seen); });
}

void SeenDefinitions::forget(Sql &sql, const QString &account)
{
    sql.afterCommit([this, account] {
        m_seen.removeIf([&account](const auto &each) { return each.key().account == account; });
        m_loaded.removeIf([&account](const auto &place) { return place.first == account; });
    });
}

void SeenDefinitions::load(Sql &sql, const QString &account, const QString &project)
{
    const std::pair place(account, project);
    if (m_loaded.contains(place))
        return;
    const QList<VersionRows::Latest> latest = VersionRows::latestOf(sql, account, project);
    if (sql.hasFailed())
        return;
    m_loaded.insert(place);
    for (const VersionRows::Latest &row : latest)
        m_seen.insert({account, project, row.pipeline},
                      {row.hash.toLatin1(), row.lastSeen, row.lastSeen});
}

} // namespace Sluice
