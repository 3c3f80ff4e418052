// SPDX-License-Identifier: Apache-2.0
#include "models/store/trash/trash.h"

#include "models/definition/definition.h"
#include "models/definition/secret/secretscrubber.h"
#include "models/store/database/storedatabase.h"
#include "models/store/database/storedvalues.h"

#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QVariantList values(const PipelineKey &key)
{
    return {StoredValue::text(key.account), StoredValue::text(key.project),
            StoredValue::text(key.pipeline)};
}

const QString &unconfirmed()
{
    static const QString condition =
        u" WHERE account = ? AND project = ? AND pipeline = ? AND confirmed = 0"_s;
    return condition;
}

void insert(Sql &sql, const TrashEntry &entry, const QJsonObject &definition)
{
    sql.run(u"DELETE FROM trash"_s + unconfirmed(), values(entry.key));
    QVariantList row = values(entry.key);
    row.prepend(entry.id);
    const QJsonObject clean = SecretScrubber::definition(definition);
    row << StoredValue::text(entry.accountName) << StoredValue::text(entry.projectName)
        << StoredValue::text(Definition::name(definition)) << QString::fromUtf8(compactJson(clean))
        << StoredValue::time(entry.deleted)
        << StoredValue::places(SecretScrubber::leftOut(clean, definition));
    sql.run(u"INSERT INTO trash (id, account, project, pipeline, account_name, project_name, name, "
            "json, deleted, left_out, confirmed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"_s,
            row);
}

int settleAll(Sql &sql, const QString &account, const QString &project,
              const QSet<QString> &present, const QSet<QString> &except, qint64 settled)
{
    const QList<Sql::Row> open =
        sql.rows(u"SELECT id, pipeline, deleted FROM trash WHERE account = ? AND project = ? AND "
                 "confirmed = 0"_s,
                 {StoredValue::text(account), StoredValue::text(project)});
    int changed = 0;
    for (const Sql::Row &row : open) {
        const QString pipeline = row[1].toString();
        const bool isPresent = present.contains(pipeline);
        if (except.contains(pipeline) || (isPresent && row[2].toLongLong() > settled))
            continue;
        sql.run(isPresent ? u"DELETE FROM trash WHERE id = ?"_s
                          : u"UPDATE trash SET confirmed = 1 WHERE id = ?"_s,
                {row[0]});
        ++changed;
    }
    return changed;
}

TrashEntry entryFrom(const Sql::Row &row)
{
    TrashEntry entry;
    entry.id = row[0].toString();
    entry.key = {row[1].toString(), row[2].toString(), row[3].toString()};
    entry.accountName = row[4].toString();
    entry.projectName = row[5].toString();
    entry.name = row[6].toString();
    entry.deleted = StoredValue::time(row[7]);
    entry.confirmed = row[8].toBool();
    const QJsonObject definition = StoredValue::object(row[9]);
    entry.sourceType = Definition::sourceType(definition);
    entry.tableCount = Definition::tableCount(definition);
    entry.leftOut = StoredValue::places(row[10]);
    return entry;
}

} // namespace

Trash::Trash(StoreDatabase *database, Now now, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_now(std::move(now))
{}

void Trash::write(std::function<int(Sql &)> change)
{
    const auto count = std::make_shared<int>(0);
    m_database->write([change = std::move(change), count](Sql &sql) { *count = change(sql); }, this,
                      [this, count](bool kept) {
                          if (kept && *count > 0)
                              Q_EMIT changed();
                      });
}

void Trash::put(const TrashEntry &entry, const QJsonObject &definition, QObject *context,
                std::function<void(bool)> done)
{
    TrashEntry dated = entry;
    dated.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    dated.deleted = m_now();
    m_database->write([dated, definition](Sql &sql) { insert(sql, dated, definition); }, this,
                      [this, guard = QPointer<QObject>(context), hasContext = context != nullptr,
                       done = std::move(done)](bool kept) {
                          if (kept)
                              Q_EMIT changed();
                          if (done && (!hasContext || guard))
                              done(kept);
                      });
}

void Trash::confirm(const PipelineKey &key)
{
    write([key](Sql &sql) {
        sql.run(u"UPDATE trash SET confirmed = 1"_s + unconfirmed(), values(key));
        return sql.changedRows();
    });
}

void Trash::cancel(const PipelineKey &key)
{
    write([key](Sql &sql) {
        sql.run(u"DELETE FROM trash"_s + unconfirmed(), values(key));
        return sql.changedRows();
    });
}

void Trash::settle(const QString &account, const QString &project, const QSet<QString> &present,
                   const QSet<QString> &except)
{
    const qint64 settled =
        m_now().toMSecsSinceEpoch() -
        std::chrono::duration_cast<std::chrono::milliseconds>(settlingTime).count();
    write([account, project, present, except, settled](Sql &sql) {
        return settleAll(sql, account, project, present, except, settled);
    });
}

void Trash::list(QObject *context, std::function<void(const StoreResult<QList<TrashEntry>> &)> got)
{
    m_database->read(
        [](Sql &sql) {
            QList<TrashEntry> entries;
            const QList<Sql::Row> rows = sql.rows(
                u"SELECT id, account, project, pipeline, account_name, project_name, "
                "name, deleted, confirmed, json, left_out FROM trash ORDER BY deleted DESC, id"_s);
            for (const Sql::Row &row : rows)
                entries.append(entryFrom(row));
            return entries;
        },
        context, std::move(got));
}

void Trash::definition(const QString &id, QObject *context,
                       std::function<void(const StoreResult<QJsonObject> &)> got)
{
    m_database->read(
        [id](Sql &sql) {
            return StoredValue::object(sql.value(u"SELECT json FROM trash WHERE id = ?"_s, {id}));
        },
        context, std::move(got));
}

void Trash::remove(const QStringList &ids)
{
    write([ids](Sql &sql) {
        int removed = 0;
        for (const QString &id : ids) {
            sql.run(u"DELETE FROM trash WHERE id = ?"_s, {id});
            removed += sql.changedRows();
        }
        return removed;
    });
}

void Trash::removeAccount(const QString &account)
{
    write([account](Sql &sql) {
        sql.run(u"DELETE FROM trash WHERE account = ?"_s, {account});
        return sql.changedRows();
    });
}

void Trash::empty()
{
    write([](Sql &sql) {
        sql.run(u"DELETE FROM trash WHERE confirmed = 1"_s);
        return sql.changedRows();
    });
}

} // namespace Sluice
