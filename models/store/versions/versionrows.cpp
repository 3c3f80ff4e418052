// SPDX-License-Identifier: Apache-2.0
#include "models/store/versions/versionrows.h"

#include "models/store/database/storedvalues.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace Sluice::VersionRows {

namespace {

using Origin = Version::Origin;

constexpr StoredWords<Origin, 6> origins{{{
    {Origin::Read, "read"},
    {Origin::BeforeSave, "before-save"},
    {Origin::Deleted, "deleted"},
    {Origin::Created, "created"},
    {Origin::Saved, "saved"},
    {Origin::Restored, "restored"},
}}};

Origin originFrom(const QVariant &word)
{
    return origins.value(word.toString(), Origin::Read);
}

QVariantList keyValues(const PipelineKey &key)
{
    return {StoredValue::text(key.account), StoredValue::text(key.project),
            StoredValue::text(key.pipeline)};
}

// A deletion is always a version of its own, whatever its content.
bool isSameVersion(const New &version, const QString &latestHash, Origin latestOrigin)
{
    return version.hash == latestHash &&
           (version.origin != Origin::Deleted || latestOrigin == Origin::Deleted);
}

// True when an earlier version had this content: the save restored it.
bool isFormer(Sql &sql, const New &version, const QVariant &latestId)
{
    QVariantList which = keyValues(version.key);
    which << version.hash << latestId;
    return sql
        .value(u"SELECT 1 FROM version WHERE account = ? AND project = ? AND pipeline = ? AND "
               "hash = ? AND id < ? LIMIT 1"_s,
               which)
        .isValid();
}

void dropOldest(Sql &sql, const PipelineKey &key)
{
    QVariantList which = keyValues(key);
    which.append(VersionStore::versionsKept);
    const QList<Sql::Row> tooMany =
        sql.rows(u"SELECT id, hash FROM version WHERE account = ? AND project = ? AND pipeline = ? "
                 "ORDER BY id DESC LIMIT -1 OFFSET ?"_s,
                 which);
    for (const Sql::Row &row : tooMany) {
        sql.run(u"DELETE FROM version WHERE id = ?"_s, {row[0]});
        sql.run(u"DELETE FROM definition WHERE hash = ? AND NOT EXISTS "
                "(SELECT 1 FROM version WHERE version.hash = definition.hash)"_s,
                {row[1]});
    }
}

// Returns its id.
qint64 insert(Sql &sql, const New &version)
{
    sql.run(u"INSERT OR IGNORE INTO definition (hash, size, json) VALUES (?, ?, ?)"_s,
            {version.hash, version.json.size(), version.json});
    QVariantList row = keyValues(version.key);
    row << version.hash << origins.word(version.origin) << StoredValue::text(version.name)
        << version.tableCount << version.now << version.now << StoredValue::places(version.leftOut);
    sql.run(u"INSERT INTO version (account, project, pipeline, hash, origin, name, tables, "
            "first_seen, last_seen, left_out) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            row);
    const qint64 id = sql.value(u"SELECT last_insert_rowid()"_s).toLongLong();
    dropOldest(sql, version.key);
    return id;
}

const QString &versionColumns()
{
    static const QString columns =
        u"SELECT version.id, account, project, pipeline, version.hash, origin, name, tables, "
        "size, first_seen, last_seen, left_out FROM version "
        "JOIN definition ON definition.hash = version.hash "
        "WHERE account = ? AND project = ? AND pipeline = ? "_s;
    return columns;
}

Version versionFrom(const Sql::Row &row)
{
    Version version;
    version.id = row[0].toLongLong();
    version.key = {row[1].toString(), row[2].toString(), row[3].toString()};
    version.hash = row[4].toString();
    version.origin = originFrom(row[5]);
    version.name = row[6].toString();
    version.tableCount = row[7].toInt();
    version.size = row[8].toLongLong();
    version.firstSeen = StoredValue::time(row[9]);
    version.lastSeen = StoredValue::time(row[10]);
    version.leftOut = StoredValue::places(row[11]);
    return version;
}

} // namespace

std::optional<VersionChange> add(Sql &sql, const New &added)
{
    using Step = VersionChange::Step;
    New version = added;
    const QList<Sql::Row> found =
        sql.rows(u"SELECT id, hash, origin, last_seen FROM version WHERE account = ? AND "
                 "project = ? AND pipeline = ? ORDER BY id DESC LIMIT 1"_s,
                 keyValues(version.key));
    if (found.isEmpty())
        return VersionChange{version.key, insert(sql, version), version.origin, Step::First};
    const Sql::Row &latest = found.first();
    if (version.origin == Origin::Saved && isFormer(sql, version, latest[0]))
        version.origin = Origin::Restored;
    const Origin former = originFrom(latest[2]);
    if (isSameVersion(version, latest[1].toString(), former)) {
        const Origin now = std::max(former, version.origin);
        sql.run(u"UPDATE version SET last_seen = ?, origin = ?, left_out = ? WHERE id = ?"_s,
                {version.now, origins.word(now), StoredValue::places(version.leftOut), latest[0]});
        if (now == former)
            return std::nullopt;
        return VersionChange{version.key, latest[0].toLongLong(), now, Step::Origin};
    }
    if (version.formerLastSeen > latest[3].toLongLong()) {
        sql.run(u"UPDATE version SET last_seen = ? WHERE id = ?"_s,
                {version.formerLastSeen, latest[0]});
    }
    return VersionChange{version.key, insert(sql, version), version.origin, Step::Next};
}

QStringList lastHashes(Sql &sql, const PipelineKey &key, int count)
{
    QStringList hashes;
    QVariantList values = keyValues(key);
    values.append(count);
    const QList<Sql::Row> rows =
        sql.rows(u"SELECT hash FROM version WHERE account = ? AND project = ? AND pipeline = ? "
                 "ORDER BY id DESC LIMIT ?"_s,
                 values);
    for (const Sql::Row &row : rows)
        hashes.append(row[0].toString());
    return hashes;
}

void removeAccount(Sql &sql, const QString &account)
{
    sql.run(u"DELETE FROM version WHERE account = ?"_s, {account});
    sql.run(u"DELETE FROM definition WHERE NOT EXISTS "
            "(SELECT 1 FROM version WHERE version.hash = definition.hash)"_s);
}

QList<Latest> latestOf(Sql &sql, const QString &account, const QString &project)
{
    QList<Latest> latest;
    const QList<Sql::Row> rows =
        sql.rows(u"SELECT pipeline, hash, last_seen FROM version WHERE id IN (SELECT max(id) "
                 "FROM version WHERE account = ? AND project = ? GROUP BY pipeline)"_s,
                 {account, project});
    for (const Sql::Row &row : rows)
        latest.append({row[0].toString(), row[1].toString(), row[2].toLongLong()});
    return latest;
}

QList<Version> list(Sql &sql, const PipelineKey &key)
{
    QList<Version> versions;
    const QList<Sql::Row> rows =
        sql.rows(versionColumns() + u"ORDER BY version.id DESC"_s, keyValues(key));
    for (const Sql::Row &row : rows)
        versions.append(versionFrom(row));
    return versions;
}

QJsonObject definition(Sql &sql, qint64 id)
{
    return StoredValue::object(sql.value(
        u"SELECT json FROM definition JOIN version ON version.hash = definition.hash WHERE id = ?"_s,
        {id}));
}

std::optional<SavedChange> lastSave(Sql &sql, const PipelineKey &key)
{
    const QList<Version> versions = list(sql, key); // newest first, versionsKept at most
    const auto after =
        std::find_if(versions.cbegin(), versions.cend(), std::mem_fn(&Version::isSave));
    if (after == versions.cend() || after + 1 == versions.cend())
        return std::nullopt;
    const Version &before = *(after + 1);
    return SavedChange{before, *after, definition(sql, before.id), definition(sql, after->id)};
}

} // namespace Sluice::VersionRows
