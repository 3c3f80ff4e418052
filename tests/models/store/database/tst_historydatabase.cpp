// SPDX-License-Identifier: Apache-2.0
#include "tests/support/storefixture.h"
#include "tests/support/testprogram.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QThread>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The thread behind the store: order, answers, failing and ending.
class TestHistoryDatabase : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StoreFixture> m_fixture;

    StoreDatabase *database() { return m_fixture->store->database(); }

    static void addNote(Sql &sql, const QString &text)
    {
        sql.run(u"CREATE TABLE IF NOT EXISTS note (text TEXT)"_s);
        sql.run(u"INSERT INTO note (text) VALUES (?)"_s, {text});
    }

private Q_SLOTS:

    void init() { m_fixture = std::make_unique<StoreFixture>(); }

    void cleanup() { m_fixture.reset(); }

    void opensForThisUserAlone()
    {
        StoreFixture fixture;
        const QString folder = fixture.folder.filePath(u"deep/er"_s);
        StoreDatabase made(folder + u"/history.db"_s);
        QCOMPARE(made.state(), StoreDatabase::State::Opening);
        QTRY_VERIFY(made.isOpen());
        QVERIFY(!made.problem());
        const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                                QFileDevice::ExeGroup | QFileDevice::ReadOther |
                                                QFileDevice::WriteOther | QFileDevice::ExeOther;
        QCOMPARE(QFile::permissions(folder) & others, QFileDevice::Permissions());
        const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
        QVERIFY(!files.isEmpty());
        for (const QFileInfo &file : files)
            QCOMPARE(file.permissions() & others, QFileDevice::Permissions());
    }

    void usesAWriteAheadLog()
    {
        QCOMPARE(m_fixture->value(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
    }

    void callsReturnWhileTheDiskIsSlow()
    {
        QSemaphore disk;
        const auto busy = std::make_shared<QSemaphore>();
        database()->write([&disk, busy](Sql &) {
            busy->release();
            disk.acquire();
        });
        QVERIFY(busy->tryAcquire(1, 10000));
        // Each of these would wait for ever if it waited for the disk.
        QStringList order;
        QObject context;
        for (const QString &name : {u"a"_s, u"b"_s}) {
            database()->write([name](Sql &sql) { addNote(sql, name); }, &context,
                              [&order, name](bool kept) { order.append(kept ? name : u"lost"_s); });
        }
        database()->read(
            [](Sql &sql) { return sql.value(u"SELECT count(*) FROM note"_s); }, &context,
            [&order](const StoreResult<QVariant> &count) { order.append(count->toString()); });
        m_fixture->store->drafts()->save({.id = u"d"_s});
        m_fixture->store->drafts()->flush();
        m_fixture->store->versions()->recordSeen(u"acc"_s, u"p"_s, {pipeline(u"x"_s, u"y"_s)});
        QVERIFY(order.isEmpty());
        disk.release();
        QTRY_COMPARE(order, QStringList({u"a"_s, u"b"_s, u"2"_s}));
    }

    void answersComeInTheCallersThread()
    {
        QThread *answeredIn = nullptr;
        const auto ranIn = std::make_shared<QThread *>(nullptr);
        database()->write([ranIn](Sql &) { *ranIn = QThread::currentThread(); }, this,
                          [&](bool) { answeredIn = QThread::currentThread(); });
        QTRY_COMPARE(answeredIn, thread());
        QVERIFY(*ranIn && *ranIn != thread());
    }

    void theDeadGetNoAnswer()
    {
        bool isCalled = false;
        auto context = std::make_unique<QObject>();
        database()->write([](Sql &sql) { addNote(sql, u"kept"_s); }, context.get(),
                          [&](bool) { isCalled = true; });
        context.reset();
        QVERIFY(m_fixture->settle());
        QVERIFY(!isCalled);
        QCOMPARE(m_fixture->value(u"SELECT text FROM note"_s).toString(), u"kept"_s);
    }

    void aFailedTaskLeavesNothingBehind()
    {
        QSignalSpy problem(database(), &StoreDatabase::problemChanged);
        std::optional<bool> kept;
        database()->write(
            [](Sql &sql) {
                addNote(sql, u"half"_s);
                sql.run(u"INSERT INTO nowhere VALUES (1)"_s);
                addNote(sql, u"after"_s);
            },
            this, [&](bool answer) { kept = answer; });
        QTRY_COMPARE(kept, std::optional(false));
        QCOMPARE(problem.size(), 1);
        QCOMPARE(database()->problem().kind, StoreProblem::Kind::Failed);
        QVERIFY(database()->problem().text.contains(u"nowhere"_s));
        QCOMPARE(m_fixture->value(u"SELECT count(*) FROM sqlite_schema WHERE name = 'note'"_s), 0);
        QVERIFY(m_fixture->settle());
        QVERIFY(!database()->problem());
    }

    void theEndWritesWhatWaits()
    {
        m_fixture->store->drafts()->save({.id = u"typed last"_s});
        for (int note = 0; note < 200; ++note)
            database()->write([](Sql &sql) { addNote(sql, u"x"_s); });
        m_fixture->open();
        QCOMPARE(m_fixture->value(u"SELECT count(*) FROM note"_s), 200);
        QCOMPARE(m_fixture->value(u"SELECT id FROM draft"_s), u"typed last"_s);
    }

    void theEndDoesNotWaitForAStuckDisk()
    {
        const auto disk = std::make_shared<QSemaphore>();
        const auto busy = std::make_shared<QSemaphore>();
        bool isAnswered = false;
        database()->write(
            [disk, busy](Sql &) {
                busy->release();
                disk->acquire();
            },
            this, [&](bool) { isAnswered = true; });
        QVERIFY(busy->tryAcquire(1, 10000));
        QVERIFY(!database()->close(20ms));
        QCOMPARE(database()->state(), StoreDatabase::State::Closed);
        disk->release();
        // What comes later is refused, and answered all the same.
        QVERIFY(!m_fixture->settle());
        QVERIFY(!isAnswered);
    }
};

SLUICE_TEST(TestHistoryDatabase, Core)
#include "tst_historydatabase.moc"
