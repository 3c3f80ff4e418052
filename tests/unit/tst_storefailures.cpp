// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/storefixture.h"

#include <QRegularExpression>
#include <QSignalSpy>

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

} // namespace

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
        QTRY_COMPARE(store.database()->state(), HistoryDatabase::State::Failed);
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
        QTest::newRow("a header and no more") << path(u"header only.db"_s) << Kind::Damaged;
    }

    void saysWhatIsWrong()
    {
        QFETCH(QString, file);
        QFETCH(Kind, kind);
        const QByteArray before = contentOf(file);
        {
            LocalStore store(file);
            QSignalSpy problems(store.database(), &HistoryDatabase::problemChanged);
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
        fixture.store->versions()->note({u"a"_s, u"p"_s, u"x"_s}, pipeline(u"x"_s, u"y"_s, 500),
                                        Version::Origin::Read);
        QVERIFY(fixture.settle());
        fixture.store.reset();
        QByteArray content = contentOf(fixture.path());
        constexpr qsizetype page = 4096;
        QVERIFY(content.size() > 2 * page);
        content.replace(page, content.size() - page, QByteArray(content.size() - page, 'x'));
        write(fixture.path(), content);
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

    void aFullDiskIsToldOnce()
    {
        StoreFixture fixture;
        StoreSettings small;
        small.largestPages = 60;
        fixture.open(small);
        LocalStore &store = *fixture.store;
        QVERIFY(fixture.settle());
        QSignalSpy problems(store.database(), &HistoryDatabase::problemChanged);
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
        QVERIFY(copies[0].fileName().startsWith(u"history.db.v1-"_s));
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

QTEST_GUILESS_MAIN(TestStoreFailures)
#include "tst_storefailures.moc"
