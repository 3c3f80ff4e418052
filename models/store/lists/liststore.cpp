// SPDX-License-Identifier: Apache-2.0
#include "models/store/lists/liststore.h"

#include "models/definition/secret/textscrubber.h"
#include "models/store/database/storedatabase.h"
#include "models/store/database/storedvalues.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// Of the server, without secrets.
QVariant words(const QString &text)
{
    return StoredValue::text(TextScrubber(text, {}).scrubbed());
}

// By pipeline.
QHash<QString, QJsonObject> latestDefinitions(Sql &sql, const QString &account,
                                              const QString &project)
{
    QHash<QString, QJsonObject> definitions;
    const QList<Sql::Row> rows =
        sql.rows(u"SELECT pipeline, json FROM version JOIN definition USING (hash) WHERE id IN "
                 "(SELECT max(id) FROM version WHERE account = ? AND project = ? GROUP BY "
                 "pipeline)"_s,
                 {account, project});
    for (const Sql::Row &row : rows)
        definitions.insert(row[0].toString(), StoredValue::object(row[1]));
    return definitions;
}

// A pipeline without a version has nothing to show.
QList<QJsonObject> inOrder(const QHash<QString, QJsonObject> &definitions,
                           const QStringList &pipelines)
{
    QList<QJsonObject> ordered;
    ordered.reserve(pipelines.size());
    for (const QString &pipeline : pipelines) {
        const auto found = definitions.constFind(pipeline);
        if (found != definitions.cend() && !found->isEmpty())
            ordered.append(*found);
    }
    return ordered;
}

} // namespace

void ListStore::putProjects(const QString &account, const QList<Project> &projects)
{
    m_database->write([account, projects](Sql &sql) {
        sql.run(u"UPDATE listed_project SET place = -1 WHERE account = ?"_s, {account});
        for (int place = 0; place < projects.size(); ++place) {
            const Project &project = projects.at(place);
            sql.run(u"INSERT INTO listed_project (account, project, place, name, description, "
                    "read_at, pipelines) VALUES (?, ?, ?, ?, ?, 0, '') ON CONFLICT (account, "
                    "project) DO UPDATE SET place = excluded.place, name = excluded.name, "
                    "description = excluded.description"_s,
                    {account, project.id, place, words(project.name), words(project.description)});
        }
        sql.run(u"DELETE FROM listed_project WHERE account = ? AND place = -1"_s, {account});
    });
}

void ListStore::putPipelines(const QString &account, const QString &project,
                             const QStringList &pipelines, const QDateTime &read)
{
    m_database->write([=](Sql &sql) {
        sql.run(
            u"UPDATE listed_project SET read_at = ?, pipelines = ? WHERE account = ? AND "
            "project = ?"_s,
            {StoredValue::time(read), StoredValue::text(pipelines.join(u'\n')), account, project});
    });
}

void ListStore::putRunnerNames(const QString &account, const QHash<QString, QString> &names)
{
    m_database->write([account, names](Sql &sql) {
        sql.run(u"DELETE FROM listed_runner WHERE account = ?"_s, {account});
        for (auto [runner, name] : names.asKeyValueRange())
            sql.run(u"INSERT INTO listed_runner (account, runner, name) VALUES (?, ?, ?)"_s,
                    {account, StoredValue::text(runner), words(name)});
    });
}

void ListStore::removeAccount(const QString &account)
{
    m_database->write([account](Sql &sql) {
        sql.run(u"DELETE FROM listed_project WHERE account = ?"_s, {account});
        sql.run(u"DELETE FROM listed_runner WHERE account = ?"_s, {account});
    });
}

void ListStore::all(QObject *context, std::function<void(const StoreResult<Accounts> &)> got) const
{
    m_database->read(
        [](Sql &sql) {
            Accounts accounts;
            const QList<Sql::Row> projects =
                sql.rows(u"SELECT account, project, name, description, read_at, pipelines FROM "
                         "listed_project ORDER BY account, place"_s);
            for (const Sql::Row &row : projects) {
                const QString account = row[0].toString();
                ListedProject listed;
                listed.project = {row[1].toString(), row[2].toString(), row[3].toString()};
                listed.read = StoredValue::moment(row[4]);
                const QStringList pipelines = row[5].toString().split(u'\n', Qt::SkipEmptyParts);
                if (!pipelines.isEmpty())
                    listed.definitions =
                        inOrder(latestDefinitions(sql, account, listed.project.id), pipelines);
                accounts[account].projects.append(listed);
            }
            const QList<Sql::Row> runners =
                sql.rows(u"SELECT account, runner, name FROM listed_runner"_s);
            for (const Sql::Row &row : runners)
                accounts[row[0].toString()].runnerNames.insert(row[1].toString(),
                                                               row[2].toString());
            return accounts;
        },
        context, std::move(got));
}

} // namespace Sluice
