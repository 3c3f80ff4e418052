// SPDX-License-Identifier: Apache-2.0
#include "tests/support/storefixture.h"
#include "tests/support/testprogram.h"

#include <QDirIterator>
#include <QSignalSpy>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;

namespace {

const PipelineKey cleanedKey{u"a"_s, u"p"_s, u"x"_s};

QString address(const QString &password)
{
    return u"jdbc:x://h;user=u;password="_s + password;
}

QJsonObject withAddress(const QString &name, const QString &password)
{
    return {{u"name"_s, name}, {u"jdbc.url"_s, address(password)}};
}

} // namespace

// What a program that knew fewer forms of secrets kept is cleaned at the next start.
class TestStoreCleaning : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StoreFixture> m_fixture;

    bool clean()
    {
        QSignalSpy finished(m_fixture->store->cleaning(), &StoreCleaning::finished);
        m_fixture->store->cleaning()->start();
        return QTest::qWaitFor([&finished] { return !finished.isEmpty(); }, 10000) &&
               m_fixture->value(u"SELECT count(*) FROM cleaned"_s).toInt() == 1;
    }

    // Puts values into rows as no program does any more.
    void spoil(const QStringList &statements)
    {
        m_fixture->store->database()->write([statements](Sql &sql) {
            for (const QString &statement : statements)
                sql.run(statement);
        });
        QVERIFY(m_fixture->settle());
    }

    static QString json(const QJsonObject &object)
    {
        return QString::fromUtf8(compactJson(object));
    }

private Q_SLOTS:

    void init() { m_fixture = std::make_unique<StoreFixture>(); }

    void cleanup() { m_fixture.reset(); }

    void cleansAllThatIsKept()
    {
        Draft draft;
        draft.id = u"d"_s;
        draft.key = cleanedKey;
        draft.edited = {{u"name"_s, u"n"_s}};
        m_fixture->store->drafts()->save(draft);
        m_fixture->store->drafts()->flush();
        m_fixture->store->trash()->put({.key = cleanedKey}, {{u"name"_s, u"n"_s}});
        m_fixture->store->templates()->save(u"t"_s, {{u"name"_s, u"n"_s}},
                                            TemplateStore::IfTaken::Refuse, this, [](auto) {});
        m_fixture->store->versions()->record(cleanedKey, {{u"name"_s, u"n"_s}},
                                             Version::Origin::Read, this, [](bool) {});
        QVERIFY(m_fixture->settle());
        const QString old = json(withAddress(u"n"_s, u"planted-Secret1"_s));
        spoil({u"UPDATE draft SET edited = '%1', base = '%1', json_text = '%1'"_s.arg(old),
               u"UPDATE trash SET json = '%1'"_s.arg(old),
               u"UPDATE template SET json = '%1'"_s.arg(old),
               u"UPDATE definition SET json = '%1'"_s.arg(old)});
        m_fixture->open();
        QVERIFY(clean());
        for (const auto &select :
             {u"SELECT edited || base || json_text FROM draft"_s, u"SELECT json FROM trash"_s,
              u"SELECT json FROM template"_s,
              u"SELECT json FROM definition JOIN version ON definition.hash = version.hash"_s}) {
            const QString kept = m_fixture->value(select).toString();
            QVERIFY2(kept.contains(u"jdbc.url"_s), qPrintable(select + kept));
            QVERIFY2(!kept.contains(u"planted"_s), qPrintable(select + kept));
        }
        for (const auto *table : {"draft", "trash", "template", "version"})
            QVERIFY2(m_fixture->value(u"SELECT left_out FROM "_s + QLatin1String(table))
                         .toString()
                         .contains(u"jdbc.url"_s),
                     table);
        QCOMPARE(m_fixture->value(u"SELECT count(*) FROM definition"_s).toInt(), 1);
        // Not even in what is free by now.
        m_fixture->store.reset();
        QDirIterator files(m_fixture->folder.path(), QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("planted"), qPrintable(file.fileName()));
        }
        m_fixture->open();
    }

    // A copy of an older store, which does not know what was left out, has the same secrets.
    void cleansTheCopiesAsWell()
    {
        m_fixture->store->trash()->put({.key = cleanedKey}, {{u"name"_s, u"n"_s}});
        m_fixture->store->versions()->record(cleanedKey, {{u"name"_s, u"n"_s}},
                                             Version::Origin::Read, this, [](bool) {});
        QVERIFY(m_fixture->settle());
        const QString old = json(withAddress(u"n"_s, u"planted-Secret1"_s));
        const QString copy = m_fixture->path() + u".v2-20260101-000000000.copy"_s;
        spoil({u"UPDATE trash SET json = '%1'"_s.arg(old),
               u"UPDATE definition SET json = '%1'"_s.arg(old),
               u"ALTER TABLE trash DROP COLUMN left_out"_s,
               u"ALTER TABLE version DROP COLUMN left_out"_s});
        m_fixture->store.reset();
        QVERIFY(QFile::rename(m_fixture->path(), copy));
        QFile broken(m_fixture->path() + u".v1-20250101-000000000.copy"_s);
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no database") > 0);
        broken.close();
        m_fixture->open();
        QVERIFY(clean());
        m_fixture->store.reset();
        QVERIFY(!m_fixture->bytes().contains("planted"));
        {
            QSqlDatabase former = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"former"_s);
            former.setDatabaseName(copy);
            QVERIFY(former.open());
            QSqlQuery query(former);
            QVERIFY(query.exec(u"SELECT trash.json || definition.json FROM trash, version "
                               "JOIN definition ON definition.hash = version.hash"_s));
            QVERIFY(query.next());
            QCOMPARE(query.value(0).toString().count(u"jdbc.url"_s), 2);
        }
        QSqlDatabase::removeDatabase(u"former"_s);
        m_fixture->open();
    }

    // Two versions that differ in the secret alone are the same afterwards.
    void manyVersionsKeepTheirPlaces()
    {
        constexpr int many = 250; // more than one piece
        for (int i = 0; i < many; ++i)
            m_fixture->store->versions()->record({u"a"_s, u"p"_s, QString::number(i)},
                                                 {{u"name"_s, QString::number(i)}},
                                                 Version::Origin::Read, this, [](bool) {});
        QVERIFY(m_fixture->settle());
        spoil({u"UPDATE definition SET json = replace(json, '}', ',\"jdbc.url\":\"%1\"}')"_s.arg(
            address(u"planted-Secret1"_s))});
        m_fixture->open();
        QVERIFY(clean());
        QCOMPARE(m_fixture->value(u"SELECT count(*) FROM definition WHERE json LIKE '%planted%'"_s)
                     .toInt(),
                 0);
        QCOMPARE(m_fixture
                     ->value(u"SELECT count(*) FROM version JOIN definition "
                             "ON definition.hash = version.hash"_s)
                     .toInt(),
                 many);
    }

    void looksOnlyOnce()
    {
        QVERIFY(clean());
        m_fixture->store->versions()->record(cleanedKey, {{u"name"_s, u"n"_s}},
                                             Version::Origin::Read, this, [](bool) {});
        QVERIFY(m_fixture->settle());
        spoil({u"UPDATE definition SET json = '%1'"_s.arg(
            json(withAddress(u"n"_s, u"planted-Secret1"_s)))});
        m_fixture->open();
        QVERIFY(clean());
        QVERIFY(m_fixture->value(u"SELECT json FROM definition"_s)
                    .toString()
                    .contains(u"planted"_s)); // by now no program writes that
    }
};

SLUICE_TEST(TestStoreCleaning, Core)
#include "tst_storecleaning.moc"
