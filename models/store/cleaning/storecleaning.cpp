// SPDX-License-Identifier: Apache-2.0
#include "models/store/cleaning/storecleaning.h"

#include "models/definition/secret/secretscrubber.h"
#include "models/json/jsontext.h"
#include "models/store/database/storedatabase.h"
#include "models/store/database/storedvalues.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Sluice {

struct StoreCleaning::Progress {
    QString last; // hash of the last definition that was looked at
    bool isOver = false;
};

namespace {

constexpr int definitionsAtOnce = 100;

QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(compactJson(object));
}

// Notes more places of a row that was cleaned. Copies of older stores have no room for them.
void addPlaces(Sql &sql, const QString &table, const QVariant &id,
               const QList<DefinitionPath> &more)
{
    const bool hasRoom =
        sql.value(u"SELECT 1 FROM pragma_table_info(?) WHERE name = 'left_out'"_s, {table})
            .isValid();
    if (!hasRoom)
        return;
    QList<DefinitionPath> places =
        StoredValue::places(sql.value(u"SELECT left_out FROM %1 WHERE id = ?"_s.arg(table), {id}));
    for (const DefinitionPath &place : more) {
        if (!places.contains(place))
            places.append(place);
    }
    sql.run(u"UPDATE %1 SET left_out = ? WHERE id = ?"_s.arg(table),
            {StoredValue::places(places), id});
}

// The tables that hold one definition a row, with the places that were left out of it.
void cleanRows(Sql &sql, const QString &table)
{
    const QList<Sql::Row> rows = sql.rows(u"SELECT id, json FROM "_s + table);
    for (const Sql::Row &row : rows) {
        const QJsonObject kept = StoredValue::object(row[1]);
        const QJsonObject clean = SecretScrubber::definition(kept);
        if (clean == kept)
            continue;
        sql.run(u"UPDATE %1 SET json = ? WHERE id = ?"_s.arg(table), {textOf(clean), row[0]});
        addPlaces(sql, table, row[0], SecretScrubber::leftOut(clean, kept));
    }
}

void cleanDrafts(Sql &sql)
{
    const QList<Sql::Row> rows =
        sql.rows(u"SELECT id, base, edited, typed, json_text FROM draft"_s);
    for (const Sql::Row &row : rows) {
        const QJsonObject base = StoredValue::object(row[1]);
        const QJsonObject edited = StoredValue::object(row[2]);
        const QJsonObject typed = StoredValue::object(row[3]);
        const QString text = row[4].toString();
        const QList<QJsonObject> known{base, edited};
        const QJsonObject cleanBase = SecretScrubber::definition(base);
        const QJsonObject cleanEdited = SecretScrubber::definition(edited);
        const QJsonObject cleanTyped = SecretScrubber::typed(typed, known);
        const QString cleanText = SecretScrubber::jsonText(text, known);
        if (cleanBase == base && cleanEdited == edited && cleanTyped == typed && cleanText == text)
            continue;
        QList<DefinitionPath> places = SecretScrubber::leftOut(cleanEdited, edited);
        for (auto part = typed.begin(); part != typed.end(); ++part) {
            if (cleanTyped.value(part.key()) != *part)
                places.append(DefinitionPath{part.key()});
        }
        if (cleanText != text)
            places.append(DefinitionPath());
        sql.run(u"UPDATE draft SET base = ?, edited = ?, typed = ?, json_text = ? WHERE id = ?"_s,
                {textOf(cleanBase), textOf(cleanEdited), textOf(cleanTyped),
                 StoredValue::text(cleanText), row[0]});
        addPlaces(sql, u"draft"_s, row[0], places);
    }
}

// Versions name their definition by its hash.
void cleanDefinition(Sql &sql, const QString &hash, const QJsonObject &kept)
{
    const QJsonObject clean = SecretScrubber::definition(kept);
    if (clean == kept)
        return;
    const QByteArray json = SecretScrubber::canonical(kept);
    const QString newHash =
        QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex());
    const QString text = QString::fromUtf8(json);
    sql.run(u"INSERT OR IGNORE INTO definition (hash, size, json) VALUES (?, ?, ?)"_s,
            {newHash, text.size(), text});
    const QList<DefinitionPath> places = SecretScrubber::leftOut(clean, kept);
    const QList<Sql::Row> versions = sql.rows(u"SELECT id FROM version WHERE hash = ?"_s, {hash});
    for (const Sql::Row &version : versions) {
        sql.run(u"UPDATE version SET hash = ? WHERE id = ?"_s, {newHash, version[0]});
        addPlaces(sql, u"version"_s, version[0], places);
    }
    sql.run(u"DELETE FROM definition WHERE hash = ?"_s, {hash});
}

void cleanAllButVersions(Sql &sql)
{
    cleanDrafts(sql);
    cleanRows(sql, u"trash"_s);
    cleanRows(sql, u"template"_s);
}

// The copies that were made before migrations. One that cannot be opened or written stays as it is.
void cleanCopies(const QString &path)
{
    const QFileInfo store(path);
    const QFileInfoList copies =
        store.dir().entryInfoList({store.fileName() + u".v*.copy"_s}, QDir::Files);
    for (const QFileInfo &copy : copies) {
        const QString name = u"copy-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
        {
            QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
            connection.setDatabaseName(copy.filePath());
            if (connection.open()) {
                QSqlQuery(connection).exec(u"PRAGMA secure_delete = ON"_s);
                Sql(connection).transact(Sql::Access::Write, [](Sql &sql) {
                    cleanAllButVersions(sql);
                    const QList<Sql::Row> rows = sql.rows(u"SELECT hash, json FROM definition"_s);
                    for (const Sql::Row &row : rows)
                        cleanDefinition(sql, row[0].toString(), StoredValue::object(row[1]));
                });
            }
        }
        QSqlDatabase::removeDatabase(name);
    }
}

bool isDone(Sql &sql)
{
    return sql.value(u"SELECT max(rules) FROM cleaned"_s).toInt() >= StoreCleaning::rules;
}

void noteDone(Sql &sql)
{
    sql.run(u"INSERT INTO cleaned (rules) VALUES (?)"_s, {StoreCleaning::rules});
}

} // namespace

StoreCleaning::StoreCleaning(StoreDatabase *database, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_progress(std::make_shared<Progress>())
{}

void StoreCleaning::start()
{
    m_database->read([](Sql &sql) { return isDone(sql); }, this,
                     [this](const StoreResult<bool> &done) {
                         if (done && !*done)
                             next();
                         else
                             Q_EMIT finished();
                     });
}

void StoreCleaning::next()
{
    m_database->write(
        [progress = m_progress, path = m_database->path()](Sql &sql) {
            // What is freed is overwritten, not only forgotten.
            sql.value(u"PRAGMA secure_delete = ON"_s);
            if (progress->last.isEmpty())
                cleanAllButVersions(sql);
            const QList<Sql::Row> rows = sql.rows(
                u"SELECT hash, json FROM definition WHERE hash > ? ORDER BY hash LIMIT ?"_s,
                {StoredValue::text(progress->last), definitionsAtOnce});
            for (const Sql::Row &row : rows) {
                cleanDefinition(sql, row[0].toString(), StoredValue::object(row[1]));
                progress->last = row[0].toString();
            }
            progress->isOver = rows.size() < definitionsAtOnce;
            if (progress->isOver) {
                cleanCopies(path);
                noteDone(sql);
            }
        },
        this,
        [this](bool kept) {
            if (kept && !m_progress->isOver)
                next();
            else
                Q_EMIT finished();
        });
}

} // namespace Sluice
