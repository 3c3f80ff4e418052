// SPDX-License-Identifier: Apache-2.0
#include "models/store/accountrecords.h"
#include "tests/support/storefixture.h"
#include "tests/support/testprogram.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;

namespace {

using Kind = StoreProblem::Kind;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

// Closes the store and overwrites the page on which the table of drafts begins. Returns the file.
QByteArray damageDrafts(StoreFixture &fixture)
{
    const auto fromStore = [&fixture](const QString &what) {
        return fixture.value(what).toLongLong();
    };
    const qsizetype size = fromStore(u"PRAGMA page_size"_s);
    const qsizetype page = fromStore(u"SELECT rootpage FROM sqlite_master WHERE name = 'draft'"_s);
    fixture.store.reset();
    QByteArray content = contentOf(fixture.path());
    content.replace((page - 1) * size, size, QByteArray(size, 'x'));
    write(fixture.path(), content);
    return content;
}

} // namespace

// Everything that can be asked of the store; each answers with the problem that stood in its way.
struct Question {
    const char *name;
    std::function<StoreProblem(LocalStore *store)> ask;
};

// The problem that one question was answered with; none: it was read.
template <typename Answer, typename Ask>
StoreProblem problemOf(Ask ask)
{
    QObject context;
    std::optional<StoreResult<Answer>> answer;
    ask(&context, [&answer](const StoreResult<Answer> &given) { answer = given; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 10000))
        qFatal("The store gave no answer.");
    return *answer ? StoreProblem() : answer->error();
}

const PipelineKey &anyKey()
{
    static const PipelineKey key{u"a"_s, u"p"_s, u"x"_s};
    return key;
}

QList<Question> questions()
{
    return {
        {"drafts",
         [](LocalStore *store) {
             return problemOf<QList<Draft>>(
                 [&](QObject *context, auto got) { store->drafts()->all(context, got); });
         }},
        {"trash",
         [](LocalStore *store) {
             return problemOf<QList<TrashEntry>>(
                 [&](QObject *context, auto got) { store->trash()->list(context, got); });
         }},
        {"a definition in the trash",
         [](LocalStore *store) {
             return problemOf<QJsonObject>([&](QObject *context, auto got) {
                 store->trash()->definition(u"x"_s, context, got);
             });
         }},
        {"versions",
         [](LocalStore *store) {
             return problemOf<QList<Version>>([&](QObject *context, auto got) {
                 store->versions()->list(anyKey(), context, got);
             });
         }},
        {"the definition of a version",
         [](LocalStore *store) {
             return problemOf<QJsonObject>([&](QObject *context, auto got) {
                 store->versions()->definition(1, context, got);
             });
         }},
        {"the last save",
         [](LocalStore *store) {
             return problemOf<std::optional<SavedChange>>([&](QObject *context, auto got) {
                 store->versions()->lastSave(anyKey(), context, got);
             });
         }},
        {"templates",
         [](LocalStore *store) {
             return problemOf<QList<PipelineTemplate>>(
                 [&](QObject *context, auto got) { store->templates()->list(context, got); });
         }},
        {"what there is of an account",
         [](LocalStore *store) {
             return problemOf<AccountRecords>([&](QObject *context, auto got) {
                 countAccountRecords(store, u"a"_s, context, got);
             });
         }},
    };
}

// A store that cannot be opened, updated or written: said in words, and nothing is destroyed.
class TestStoreFailures : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    // Everything can be asked of a store that does not work, and is answered.
    void verifyUseless(LocalStore &store)
    {
        QTRY_COMPARE(store.database()->state(), StoreDatabase::State::Failed);
        store.drafts()->save({.id = u"d"_s});
        const auto drafts = answerTo<QList<Draft>>(
            [&](QObject *context, auto got) { store.drafts()->all(context, got); });
        QCOMPARE(drafts, QList<Draft>());
        const bool isKept = answerTo<bool>([&](QObject *context, auto done) {
            store.trash()->put({.key = {u"a"_s, u"p"_s, u"x"_s}}, pipeline(u"x"_s, u"y"_s), context,
                               done);
        });
        QVERIFY(!isKept);
        const QString words = store.database()->problem().text;
        QVERIFY2(words.contains(store.database()->path()), qPrintable(words));
        QVERIFY2(words.contains(u"not kept"_s), qPrintable(words));
    }

private Q_SLOTS:

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<Kind>("kind");
        write(path(u"garbage.db"_s), QByteArray(8192, 'x'));
        write(path(u"short.db"_s), "SQLite");
        write(path(u"header only.db"_s),
              QByteArray("SQLite format 3\0", 16) + QByteArray(4096, 'x'));
        QVERIFY(QDir(m_folder.path()).mkdir(u"folder.db"_s));
        write(path(u"file"_s), "in the way");
        QTest::newRow("a folder stands there") << path(u"folder.db"_s) << Kind::NoAccess;
        QTest::newRow("a file instead of its folder")
            << path(u"file/history.db"_s) << Kind::NoAccess;
        QTest::newRow("no folder can be made there")
            << u"/proc/nowhere/history.db"_s << Kind::NoAccess;
        QTest::newRow("no file can be made there") << u"/proc/history.db"_s << Kind::NoAccess;
        QTest::newRow("no database") << path(u"garbage.db"_s) << Kind::Damaged;
        QTest::newRow("cut off") << path(u"short.db"_s) << Kind::Damaged;
        {
            QSqlDatabase made = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"made"_s);
            made.setDatabaseName(path(u"below zero.db"_s));
            QVERIFY(made.open());
            QVERIFY(QSqlQuery(made).exec(u"PRAGMA user_version = -3"_s));
        }
        QSqlDatabase::removeDatabase(u"made"_s);
        QTest::newRow("a version below zero") << path(u"below zero.db"_s) << Kind::Damaged;
        QTest::newRow("a header and no more") << path(u"header only.db"_s) << Kind::Damaged;
    }

    void saysWhatIsWrong()
    {
        QFETCH(QString, file);
        QFETCH(Kind, kind);
        const QByteArray before = contentOf(file);
        {
            LocalStore store(file);
            QSignalSpy problems(store.database(), &StoreDatabase::problemChanged);
            verifyUseless(store);
            QCOMPARE(store.database()->problem().kind, kind);
            QCOMPARE(problems.size(), 1);
        }
        QCOMPARE(contentOf(file), before);
    }

    void leavesANewerStoreAlone()
    {
        StoreFixture fixture;
        QVERIFY(fixture.settle());
        fixture.store->database()->write([](Sql &sql) { sql.run(u"PRAGMA user_version = 999"_s); });
        QVERIFY(fixture.settle());
        fixture.store.reset();
        const QByteArray before = contentOf(fixture.path());
        fixture.open();
        verifyUseless(*fixture.store);
        QCOMPARE(fixture.store->database()->problem().kind, Kind::Newer);
        fixture.store.reset();
        QCOMPARE(contentOf(fixture.path()), before);
    }

    void tellsOfDamageMetOnTheWay()
    {
        StoreFixture fixture;
        fixture.store->versions()->record({u"a"_s, u"p"_s, u"x"_s}, pipeline(u"x"_s, u"y"_s, 500),
                                          Version::Origin::Read);
        QVERIFY(fixture.settle());
        const QByteArray content = damageDrafts(fixture);
        fixture.open();
        const auto drafts = answerTo<QList<Draft>>(
            [&](QObject *context, auto got) { fixture.store->drafts()->all(context, got); });
        QCOMPARE(drafts, QList<Draft>());
        QCOMPARE(fixture.store->database()->problem().kind, Kind::Damaged);
        QVERIFY(fixture.settle()); // a write that meets no damage
        QCOMPARE(fixture.store->database()->problem().kind, Kind::Damaged);
        fixture.store.reset();
        QCOMPARE(contentOf(fixture.path()), content);
    }

    // What could not be read is told to whoever asked, and not as "nothing there".
    void aFailedReadSaysSo_data()
    {
        QTest::addColumn<QString>("trouble");
        for (const char *trouble : {"no trouble", "tables gone", "columns gone", "no database",
                                    "closed", "newer", "a folder stands there"})
            QTest::newRow(trouble) << QString::fromLatin1(trouble);
    }

    void aFailedReadSaysSo()
    {
        QFETCH(QString, trouble);
        StoreFixture fixture;
        QVERIFY(fixture.settle());
        const auto run = [&](const QStringList &statements) {
            fixture.store->database()->write([statements](Sql &sql) {
                for (const QString &statement : statements)
                    sql.run(statement);
            });
            QVERIFY(fixture.settle());
        };
        if (trouble == u"tables gone") {
            run({u"DROP TABLE draft"_s, u"DROP TABLE version"_s, u"DROP TABLE trash"_s,
                 u"DROP TABLE template"_s});
        } else if (trouble == u"columns gone") {
            run({u"DROP TABLE draft"_s, u"DROP TABLE version"_s, u"DROP TABLE trash"_s,
                 u"DROP TABLE template"_s, u"CREATE TABLE draft (other)"_s,
                 u"CREATE TABLE version (other)"_s, u"CREATE TABLE trash (other)"_s,
                 u"CREATE TABLE template (other)"_s});
        } else if (trouble == u"newer") {
            run({u"PRAGMA user_version = 999"_s});
            fixture.open();
        } else if (trouble == u"closed") {
            fixture.store->database()->close();
        } else if (trouble == u"no database") {
            fixture.store.reset();
            QVERIFY(QFile::remove(fixture.path()));
            write(fixture.path(), QByteArray(8192, 'x'));
            fixture.open();
        } else if (trouble == u"a folder stands there") {
            fixture.store.reset();
            QVERIFY(QFile::remove(fixture.path()));
            QVERIFY(QDir().mkdir(fixture.path()));
            fixture.open();
        }
        const QList<Question> all = questions();
        for (const Question &question : all) {
            const StoreProblem problem = question.ask(fixture.store.get());
            QVERIFY2(bool(problem) == (trouble != u"no trouble"), question.name);
            QVERIFY2(!problem || problem.text.contains(fixture.path()), qPrintable(problem.text));
        }
    }

    // Whatever came before and goes well after: a damaged file stays told as damaged.
    void damageIsNotHidden_data()
    {
        QTest::addColumn<bool>("wasBusy");
        QTest::addColumn<bool>("bySeveral");
        QTest::newRow("damage alone") << false << false;
        QTest::newRow("met twice") << false << true;
        QTest::newRow("busy before") << true << false;
        QTest::newRow("busy before, met twice") << true << true;
    }

    void damageIsNotHidden()
    {
        QFETCH(bool, wasBusy);
        QFETCH(bool, bySeveral);
        StoreFixture fixture;
        fixture.store->versions()->record(anyKey(), pipeline(u"x"_s, u"y"_s, 500),
                                          Version::Origin::Read);
        QVERIFY(fixture.settle());
        damageDrafts(fixture);
        fixture.open();
        StoreDatabase *database = fixture.store->database();
        QTRY_VERIFY(database->state() != StoreDatabase::State::Opening);
        if (wasBusy) {
            // As a write says that finds the store held by another program for too long.
            const bool isKept = answerTo<bool>([&](QObject *context, auto done) {
                database->write([](Sql &sql) { sql.run(u"PRAGMA no such pragma (("_s); }, context,
                                done);
            });
            QVERIFY(!isKept);
            QVERIFY(database->problem());
            QVERIFY(database->problem().kind != Kind::Damaged);
        }
        const auto drafts = [&] {
            return problemOf<QList<Draft>>(
                [&](QObject *context, auto got) { fixture.store->drafts()->all(context, got); });
        };
        QCOMPARE(drafts().kind, Kind::Damaged);
        if (bySeveral)
            QCOMPARE(drafts().kind, Kind::Damaged);
        QCOMPARE(database->problem().kind, Kind::Damaged);
        QVERIFY(fixture.settle()); // a write that meets no damage
        QCOMPARE(database->problem().kind, Kind::Damaged);
    }

    void aFullDiskIsToldOnce()
    {
        StoreFixture fixture;
        StoreSettings small;
        small.largestPages = 60;
        fixture.open(small);
        LocalStore &store = *fixture.store;
        QVERIFY(fixture.settle());
        QSignalSpy problems(store.database(), &StoreDatabase::problemChanged);
        const PipelineKey key{u"a"_s, u"p"_s, u"x"_s};
        const auto put = [&](int tables) {
            return answerTo<bool>([&](QObject *context, auto done) {
                store.trash()->put({.key = key}, pipeline(u"x"_s, u"y"_s, tables), context, done);
            });
        };
        QVERIFY(put(1000));
        store.trash()->confirm(key);
        for (int attempt = 0; attempt < 3; ++attempt)
            QVERIFY(!put(10000));
        QCOMPARE(problems.size(), 1);
        QCOMPARE(store.database()->problem().kind, Kind::Full);
        QVERIFY(store.database()->isOpen());
        // What was kept is kept.
        const auto entries = answerTo<QList<TrashEntry>>(
            [&](QObject *context, auto got) { store.trash()->list(context, got); });
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries[0].tableCount, 1000);
        // With room again it goes on.
        store.trash()->empty();
        QVERIFY(put(1000));
        QCOMPARE(problems.size(), 2);
        QVERIFY(!store.database()->problem());
    }

    void copiesBeforeItMigrates()
    {
        StoreFixture fixture;
        fixture.store->templates()->save(u"Mine"_s, pipeline(u"x"_s, u"y"_s),
                                         TemplateStore::IfTaken::Refuse, nullptr, {});
        QVERIFY(fixture.settle());
        QCOMPARE(QDir(fixture.folder.path()).entryList({u"*.copy"_s}).size(), 0);

        StoreSettings next;
        next.migrations.append({u"ALTER TABLE template ADD COLUMN note TEXT DEFAULT 'new'"_s});
        fixture.open(next);
        QCOMPARE(fixture.value(u"SELECT name || note FROM template"_s).toString(), u"Minenew"_s);
        QCOMPARE(fixture.value(u"PRAGMA user_version"_s).toLongLong(), next.migrations.size());
        fixture.open(next); // nothing more to do
        QVERIFY(fixture.settle());

        const QFileInfoList copies = QDir(fixture.folder.path()).entryInfoList({u"*.copy"_s});
        QCOMPARE(copies.size(), 1);
        QVERIFY(copies[0].fileName().startsWith(
            u"history.db.v%1-"_s.arg(StoreSettings().migrations.size())));
        QVERIFY(!(copies[0].permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
        LocalStore former(copies[0].filePath()); // whole, and as it was
        const auto templates = answerTo<QList<PipelineTemplate>>(
            [&](QObject *context, auto got) { former.templates()->list(context, got); });
        QCOMPARE(templates.size(), 1);
        QCOMPARE(templates[0].name, u"Mine"_s);
    }

    void aFailedMigrationChangesNothing()
    {
        StoreFixture fixture;
        QVERIFY(fixture.settle());
        StoreSettings next;
        next.migrations.append({u"DROP TABLE template"_s, u"INSERT INTO nowhere VALUES (1)"_s});
        fixture.open(next);
        verifyUseless(*fixture.store);
        fixture.open();
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.value(u"SELECT count(*) FROM template"_s), 0);
    }

    void aCopyThatCannotBeMadeStopsTheMigration()
    {
        StoreFixture fixture;
        QVERIFY(fixture.settle());
        StoreSettings next;
        next.migrations.append({u"DROP TABLE template"_s});
        // A name that leaves room for SQLite's side files, but none for the copy's name.
        const QString longest = fixture.folder.filePath(QString(237, u'x') + u".db"_s);
        fixture.store.reset();
        QVERIFY(QFile::rename(fixture.path(), longest));
        {
            LocalStore store(longest, next);
            verifyUseless(store);
            QVERIFY(store.database()->problem().text.contains(u"no copy"_s));
        }
        LocalStore store(longest);
        const auto answer = answerTo<TemplateStore::Outcome>([&](QObject *context, auto done) {
            store.templates()->save(u"Mine"_s, {}, TemplateStore::IfTaken::Refuse, context, done);
        });
        QCOMPARE(answer, TemplateStore::Outcome::Done);
    }
};

SLUICE_TEST(TestStoreFailures, Core)
#include "tst_storefailures.moc"
