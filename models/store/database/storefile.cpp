// SPDX-License-Identifier: Apache-2.0
#include "models/store/database/storefile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct FileText {
    Q_DECLARE_TR_FUNCTIONS(Sluice::StoreFile)
};

constexpr int longestOpening = 10'000; // ms, of another program

constexpr QFileDevice::Permissions forOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

bool makeFolder(const QString &path)
{
    if (QFileInfo::exists(path))
        return QFileInfo(path).isDir();
    const QString parent = QFileInfo(path).path();
    return QDir().mkpath(parent) && QDir().mkdir(path, forOwner | QFileDevice::ExeOwner);
}

// An empty file that nobody else can read; SQLite gives its side files the same permissions.
bool makeFile(QFile &file)
{
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly, forOwner);
}

StoreProblem prepareFile(const QString &path)
{
    using Kind = StoreProblem::Kind;
    const QFileInfo info(path);
    if (!makeFolder(info.path()))
        return storeProblem(Kind::NoAccess, path, FileText::tr("its folder cannot be made"));
    if (info.isDir())
        return storeProblem(Kind::NoAccess, path, FileText::tr("it is a folder"));
    QFile file(path);
    if (!info.exists()) {
        if (!makeFile(file))
            return storeProblem(Kind::NoAccess, path, file.errorString());
        return {};
    }
    if (!file.open(QIODevice::ReadOnly))
        return storeProblem(Kind::NoAccess, path, file.errorString());
    static const QByteArray mark("SQLite format 3\0", 16);
    if (file.size() > 0 && file.read(mark.size()) != mark)
        return storeProblem(Kind::Damaged, path);
    return {};
}

// Runs the statements that open a file, and keeps the first failure.
class Opening
{
public:
    Opening(QSqlDatabase &connection, const QString &path, const StoreSettings &settings)
        : m_connection(connection)
        , m_path(path)
        , m_settings(settings)
    {}

    StoreProblem open();

private:
    QVariant run(const QString &statement, const QVariant &value = {});
    void setUp();
    void migrate();
    void makeCopy(int version);
    void runMigrations();

    int version() { return run(u"PRAGMA user_version"_s).toInt(); }

    QSqlDatabase &m_connection;
    QString m_path;
    const StoreSettings &m_settings;
    StoreProblem m_problem;
};

StoreProblem Opening::open()
{
    m_problem = prepareFile(m_path);
    if (m_problem)
        return m_problem;
    m_connection.setDatabaseName(m_path);
    if (!m_connection.open())
        return storeProblem(m_connection.lastError(), m_path);
    if (version() < 0 && !m_problem)
        return storeProblem(StoreProblem::Kind::Damaged, m_path);
    if (version() > m_settings.migrations.size() && !m_problem)
        return storeProblem(StoreProblem::Kind::Newer, m_path);
    setUp();
    migrate();
    // Finds out here that a file cannot be written, not at the first thing to keep.
    run(u"BEGIN IMMEDIATE"_s);
    run(u"ROLLBACK"_s);
    return m_problem;
}

QVariant Opening::run(const QString &statement, const QVariant &value)
{
    if (m_problem)
        return {};
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    bool ok = query.prepare(statement);
    if (ok && value.isValid())
        query.addBindValue(value);
    ok = ok && query.exec();
    QVariant first = ok && query.next() ? query.value(0) : QVariant();
    if (!ok || query.lastError().isValid())
        m_problem = storeProblem(query.lastError(), m_path);
    return first;
}

void Opening::setUp()
{
    run(u"PRAGMA journal_mode = WAL"_s);
    // Committed data survive a power failure. Only the store's thread waits for that.
    run(u"PRAGMA synchronous = FULL"_s);
    run(u"PRAGMA foreign_keys = ON"_s);
    run(u"PRAGMA journal_size_limit = 16777216"_s);
    if (m_settings.largestPages > 0)
        run(u"PRAGMA max_page_count = %1"_s.arg(m_settings.largestPages));
}

void Opening::migrate()
{
    const int found = version();
    if (m_problem || found >= m_settings.migrations.size())
        return;
    if (run(u"SELECT count(*) FROM sqlite_schema"_s).toInt() > 0)
        makeCopy(found);
    runMigrations();
}

void Opening::makeCopy(int version)
{
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmsszzz"_s);
    const QString name = u"%1.v%2-%3.copy"_s.arg(m_path).arg(version).arg(time);
    QFile copy(name);
    if (!makeFile(copy)) {
        m_problem = storeProblem(StoreProblem::Kind::NoAccess, m_path,
                                 FileText::tr("no copy of it can be made before it is updated: %1")
                                     .arg(copy.errorString()));
        return;
    }
    copy.close();
    run(u"VACUUM INTO ?"_s, name); // with what the write-ahead log still holds
    if (m_problem)
        copy.remove(); // the copy is not complete
}

void Opening::runMigrations()
{
    run(u"BEGIN EXCLUSIVE"_s);
    if (m_problem)
        return;
    // Reads the version again: another window may have done this migration meanwhile.
    for (qsizetype next = version(); next < m_settings.migrations.size(); ++next) {
        for (const QString &statement : m_settings.migrations.at(next))
            run(statement);
        run(u"PRAGMA user_version = %1"_s.arg(next + 1));
    }
    run(u"COMMIT"_s);
    if (m_problem)
        QSqlQuery(m_connection).exec(u"ROLLBACK"_s);
}

} // namespace

QString usualStorePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/sluice.sqlite"_s;
}

StoreProblem openStoreFile(QSqlDatabase &connection, const QString &path,
                           const StoreSettings &settings)
{
    // Lets in one program at a time, because SQLite refuses two at a new file without waiting. If
    // no lock can be made, opening the file will show what is wrong with its folder.
    makeFolder(QFileInfo(path).path());
    QLockFile opening(path + u".opening"_s);
    opening.setStaleLockTime(3 * longestOpening);
    static_cast<void>(opening.tryLock(longestOpening));
    return Opening(connection, path, settings).open();
}

} // namespace Sluice
