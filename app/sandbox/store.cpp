// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/store.h"

#include "app/sandbox/exactnumbers.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>
#include <QThread>

#include <exception>

using namespace Qt::StringLiterals;

namespace Sluice::Sandbox {

namespace {

// One table for each kind of record. `seq` keeps the order in which they came.
const QStringList &schemaStatements()
{
    static const QStringList statements{
        u"PRAGMA locking_mode = EXCLUSIVE"_s,
        u"PRAGMA journal_mode = WAL"_s,
        u"PRAGMA synchronous = FULL"_s,
        u"CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT)"_s,
        u"CREATE TABLE IF NOT EXISTS project (seq INTEGER PRIMARY KEY, id TEXT UNIQUE, name TEXT, "
        "description TEXT)"_s,
        u"CREATE TABLE IF NOT EXISTS environment (seq INTEGER PRIMARY KEY, project_id TEXT, "
        "name TEXT, agent_id TEXT)"_s,
        u"CREATE TABLE IF NOT EXISTS agent (seq INTEGER PRIMARY KEY, id TEXT UNIQUE, details TEXT, "
        "status TEXT, connected INTEGER, restart_ends_at INTEGER, client_secret TEXT)"_s,
        u"CREATE TABLE IF NOT EXISTS pipeline (seq INTEGER PRIMARY KEY, id TEXT UNIQUE, "
        "project_id TEXT, agent_id TEXT, json TEXT, starting INTEGER, snapshot INTEGER, "
        "stopping INTEGER, ends_after INTEGER, is_started INTEGER, command_at INTEGER, "
        "has_snapshot INTEGER)"_s,
    };
    return statements;
}

QString cellOf(const QUuid &id)
{
    return id.isNull() ? QString() : id.toString(QUuid::WithoutBraces);
}

QUuid uuidAt(const QSqlQuery &query, int column)
{
    return QUuid::fromString(query.value(column).toString());
}

} // namespace

Store::Store(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_connection(u"sandbox-%1"_s.arg(quintptr(this)))
    , m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection))
{
    if (!QDir().mkpath(folder))
        throw StoreError(u"Cannot make the folder %1."_s.arg(folder).toStdString());
    m_database.setDatabaseName(QDir(folder).filePath(u"sandbox.sqlite"_s));
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=500"_s);
    if (!m_database.open())
        throw StoreError(m_database.lastError().text().toStdString());
    // An older version may have made the file with other permissions.
    for (const QString &end : {QString(), u"-wal"_s, u"-shm"_s})
        QFile::setPermissions(m_database.databaseName() + end,
                              QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    for (const QString &statement : schemaStatements())
        run(statement);
}

Store::~Store()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

bool Store::isEmpty()
{
    return !run(u"SELECT value FROM meta WHERE key = 'clientId'"_s).next();
}

void Store::fill(const Records &records, const Credentials &credentials)
{
    run(u"BEGIN"_s);
    const QString meta = u"INSERT INTO meta (key, value) VALUES (?, ?)"_s;
    run(meta, {u"clientId"_s, credentials.clientId});
    run(meta, {u"clientSecret"_s, credentials.clientSecret});
    for (const Project &project : records.projects)
        write(project);
    for (const Agent &agent : records.agents)
        write(agent);
    for (const Pipeline &pipeline : records.pipelines)
        write(pipeline);
    run(u"COMMIT"_s);
}

Records Store::load()
{
    Records records;
    loadProjects(records);
    loadAgents(records);
    loadPipelines(records);
    return records;
}

Credentials Store::credentials()
{
    const auto value = [this](const QString &key) {
        QSqlQuery query = run(u"SELECT value FROM meta WHERE key = ?"_s, {key});
        return query.next() ? query.value(0).toString() : QString();
    };
    return {value(u"clientId"_s), value(u"clientSecret"_s)};
}

void Store::save(const Pipeline &pipeline)
{
    inOwnThread([&] { write(pipeline); });
}

void Store::save(const Agent &agent)
{
    inOwnThread([&] { write(agent); });
}

void Store::removePipeline(const QUuid &id)
{
    inOwnThread([&] { run(u"DELETE FROM pipeline WHERE id = ?"_s, {cellOf(id)}); });
}

void Store::removeAgent(const QUuid &id)
{
    inOwnThread([&] { run(u"DELETE FROM agent WHERE id = ?"_s, {cellOf(id)}); });
}

QSqlQuery Store::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_database);
    bool isDone = query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    isDone = isDone && query.exec();
    if (!isDone)
        throw StoreError(query.lastError().text().toStdString());
    return query;
}

void Store::write(const Project &project)
{
    run(u"INSERT INTO project (id, name, description) VALUES (?, ?, ?)"_s,
        {cellOf(project.id), project.name, project.description});
    for (const Environment &environment : project.environments)
        run(u"INSERT INTO environment (project_id, name, agent_id) VALUES (?, ?, ?)"_s,
            {cellOf(project.id), environment.name, cellOf(environment.defaultAgentId)});
}

void Store::write(const Agent &agent)
{
    const QByteArray details = unboxed(QJsonDocument(agent.details).toJson(QJsonDocument::Compact));
    run(u"INSERT INTO agent (id, details, status, connected, restart_ends_at, client_secret) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET details = excluded.details, "
        "status = excluded.status, connected = excluded.connected, "
        "restart_ends_at = excluded.restart_ends_at, client_secret = excluded.client_secret"_s,
        {cellOf(agent.id), QString::fromUtf8(details), agent.status, agent.connected,
         agent.restartEndsAt, agent.clientSecret});
}

void Store::write(const Pipeline &pipeline)
{
    run(u"INSERT INTO pipeline (id, project_id, agent_id, json, starting, snapshot, stopping, "
        "ends_after, is_started, command_at, has_snapshot) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "agent_id = excluded.agent_id, json = excluded.json, snapshot = excluded.snapshot, "
        "is_started = excluded.is_started, command_at = excluded.command_at, "
        "has_snapshot = excluded.has_snapshot"_s,
        {cellOf(pipeline.id), cellOf(pipeline.projectId), cellOf(pipeline.agentId),
         QString::fromUtf8(pipeline.json), pipeline.pace.starting, pipeline.pace.snapshot,
         pipeline.pace.stopping, pipeline.pace.endsAfter, pipeline.life.isStarted,
         pipeline.life.commandAt, pipeline.life.hasSnapshot});
}

void Store::loadProjects(Records &records)
{
    QSqlQuery projects = run(u"SELECT id, name, description FROM project ORDER BY seq"_s);
    while (projects.next()) {
        Project project{
            uuidAt(projects, 0), projects.value(1).toString(), projects.value(2).toString(), {}};
        QSqlQuery environments =
            run(u"SELECT name, agent_id FROM environment WHERE project_id = ? ORDER BY seq"_s,
                {projects.value(0)});
        while (environments.next())
            project.environments.append(
                {environments.value(0).toString(), uuidAt(environments, 1)});
        records.projects.append(project);
    }
}

void Store::loadAgents(Records &records)
{
    QSqlQuery query = run(u"SELECT id, details, status, connected, restart_ends_at, client_secret "
                          "FROM agent ORDER BY seq"_s);
    while (query.next()) {
        const QByteArray details = query.value(1).toString().toUtf8();
        records.agents.append({uuidAt(query, 0), QJsonDocument::fromJson(details).object(),
                               query.value(2).toString(), query.value(3).toBool(),
                               query.value(4).toLongLong(), query.value(5).toString()});
    }
}

void Store::loadPipelines(Records &records)
{
    QSqlQuery query = run(u"SELECT id, project_id, agent_id, json, starting, snapshot, stopping, "
                          "ends_after, is_started, command_at, has_snapshot "
                          "FROM pipeline ORDER BY seq"_s);
    while (query.next()) {
        const Pace pace{query.value(4).toLongLong(), query.value(5).toLongLong(),
                        query.value(6).toLongLong(), query.value(7).toLongLong()};
        const Life life{query.value(8).toBool(), query.value(9).toLongLong(),
                        query.value(10).toBool()};
        records.pipelines.append({uuidAt(query, 0), uuidAt(query, 1), uuidAt(query, 2),
                                  query.value(3).toString().toUtf8(), pace, life});
    }
}

template <typename Change>
void Store::inOwnThread(Change change)
{
    if (QThread::currentThread() == thread())
        return change();
    std::exception_ptr thrown;
    const auto guarded = [&] {
        try {
            change();
        } catch (...) {
            thrown = std::current_exception();
        }
    };
    QMetaObject::invokeMethod(this, guarded, Qt::BlockingQueuedConnection);
    if (thrown)
        std::rethrow_exception(thrown);
}

} // namespace Sluice::Sandbox
