// SPDX-License-Identifier: Apache-2.0
#include "tests/support/storefixture.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;

class TestDrafts : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StoreFixture> m_fixture;

    DraftStore *drafts() { return m_fixture->store->drafts(); }

    QList<Draft> all()
    {
        return answerTo<QList<Draft>>(
            [this](QObject *context, auto got) { drafts()->all(context, got); });
    }

    static Draft wizardDraft()
    {
        Draft draft;
        draft.id = u"d1"_s;
        draft.kind = Draft::Kind::Wizard;
        draft.key = {u"acc"_s, u"p1"_s, QString()};
        draft.base = pipeline(u"x"_s, u"before"_s);
        draft.edited = pipeline(u"x"_s, u"after \"quotes\" \u00e4"_s);
        draft.typed = {{u"streamingSource.connection.jdbcProperties"_s,
                        QJsonArray{QJsonObject{{u"name"_s, QString()}, {u"value"_s, u"1"_s}}}}};
        draft.jsonText = u"{ \"name\": "_s;
        draft.page = u"tables"_s;
        draft.environment = u"prod"_s;
        draft.sent = {u"acc"_s, u"p0"_s, u"orders"_s};
        return draft;
    }

private Q_SLOTS:

    void init() { m_fixture = std::make_unique<StoreFixture>(); }

    void cleanup() { m_fixture.reset(); }

    void comesBackAsItWas()
    {
        const Draft saved = wizardDraft();
        drafts()->save(saved);
        m_fixture->open();
        const QList<Draft> found = all();
        QCOMPARE(found.size(), 1);
        Draft expected = saved;
        expected.saved = found[0].saved;
        QVERIFY(found[0].saved.isValid());
        QCOMPARE(found[0], expected);
    }

    void tellsWhenItIsOnDisk()
    {
        bool isTold = false;
        drafts()->save(wizardDraft());
        drafts()->flush(this, [&isTold] { isTold = true; });
        QVERIFY(!isTold);
        QTRY_VERIFY(isTold);
        QCOMPARE(m_fixture->value(u"SELECT count(*) FROM draft"_s), 1);
        // Nor is anybody left waiting when it cannot be written.
        m_fixture->store->database()->close();
        isTold = false;
        drafts()->flush(this, [&isTold] { isTold = true; });
        QTRY_VERIFY(isTold);
    }

    void typingIsSavedWithoutAPause()
    {
        QSignalSpy saved(drafts(), &DraftStore::saved);
        Draft draft = wizardDraft();
        QElapsedTimer typing;
        typing.start();
        int keys = 0;
        // A key press at every turn of the event loop: there is no pause to wait for.
        while (saved.size() < 3 && typing.elapsed() < 20000) {
            draft.page = QString::number(++keys);
            drafts()->save(draft);
            QCoreApplication::processEvents();
        }
        QVERIFY(saved.size() >= 3);
        QVERIFY(keys > saved.size()); // not one write for each key
        QCOMPARE(all().at(0).page, draft.page);
    }

    void lastKeyCounts()
    {
        Draft draft = wizardDraft();
        drafts()->save(draft);
        draft.page = u"review"_s;
        drafts()->save(draft);
        QCOMPARE(all().size(), 1);
        QCOMPARE(all().at(0).page, u"review"_s);
    }

    void newestFirst()
    {
        QDateTime now = QDateTime::currentDateTimeUtc();
        DraftStore store(m_fixture->store->database(), [&now] { return now; });
        for (const QString &id : {u"old"_s, u"new"_s}) {
            store.save({.id = id});
            store.flush();
            now = now.addSecs(1);
        }
        const QList<Draft> found = all();
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].id, u"new"_s);
        QCOMPARE(found[0].saved, found[1].saved.addSecs(1));
    }

    void aRemovedDraftStaysAway()
    {
        drafts()->save(wizardDraft());
        drafts()->remove(u"d1"_s); // before it was written
        QCOMPARE(all(), QList<Draft>());
        drafts()->save(wizardDraft());
        drafts()->flush();
        drafts()->remove(u"d1"_s);
        m_fixture->open();
        QCOMPARE(all(), QList<Draft>());
    }

    void oneThatDidNotFitIsTriedAgain()
    {
        StoreSettings small;
        small.largestPages = 60;
        m_fixture->open(small);
        const PipelineKey key{u"a"_s, u"p"_s, u"x"_s};
        Trash *trash = m_fixture->store->trash();
        trash->put({.key = key}, pipeline(u"x"_s, u"y"_s, 3000));
        trash->confirm(key);
        QVERIFY(m_fixture->settle());
        Draft draft = wizardDraft();
        draft.edited = pipeline(u"x"_s, u"large"_s, 3000);
        drafts()->save(draft);
        QCOMPARE(all(), QList<Draft>());
        QCOMPARE(m_fixture->store->database()->problem().kind, StoreProblem::Kind::Full);
        trash->empty();
        QSignalSpy saved(drafts(), &DraftStore::saved);
        drafts()->flush();
        QVERIFY(saved.wait());
        QCOMPARE(all().at(0).edited, draft.edited);
    }

    void holdsNoSecret()
    {
        const QString key = u"-----BEGIN PRIVATE KEY-----\nMIIplanted1"_s;
        Draft draft = wizardDraft();
        draft.edited[u"streamingSource"_s] = QJsonObject{
            {u"connection"_s, QJsonObject{{u"host"_s, u"db1"_s}, {u"password"_s, u"planted2"_s}}}};
        draft.base[u"streamingTarget"_s] = QJsonObject{
            {u"accountKey"_s, QJsonObject{{u"secretType"_s, u"AWS"_s}, {u"secretName"_s, key}}}};
        draft.typed[u"a"_s] = QJsonArray{u"user=sa;password=planted3"_s, u"stays"_s};
        draft.jsonText = u"{ \"password\": \"planted4\", \"host\": \"db2\", \"x\": \""_s + key;
        draft.sent.name = u"Server=a;Password=planted5"_s;
        drafts()->save(draft);
        const Draft found = all().value(0);
        QCOMPARE(found.id, draft.id);
        QCOMPARE(found.edited[u"streamingSource"_s][u"connection"_s][u"host"_s], u"db1"_s);
        QCOMPARE(found.typed[u"a"_s], QJsonArray({QString(), u"stays"_s}));
        QVERIFY(found.jsonText.contains(u"\"host\": \"db2\""_s));
        QCOMPARE(found.leftOut,
                 (QList<DefinitionPath>{
                     {u"streamingSource"_s, u"connection"_s, u"password"_s}, {u"a"_s}, {}}));
        QCOMPARE(found.missing(), found.leftOut);
        QCOMPARE(found.sent, (SentCreate{u"acc"_s, u"p0"_s, QString()}));
        const QByteArray bytes = m_fixture->bytes();
        QVERIFY(bytes.contains("stays"));
        QVERIFY(!bytes.contains("planted"));
    }

    // Kept again without what is missing; forgotten when it is there again, or given up.
    void missingValuesAreRemembered()
    {
        Draft draft = wizardDraft();
        draft.edited[u"jdbc.url"_s] = u"jdbc:x://h;user=u;password=p"_s;
        draft.edited[u"passphrase"_s] = u"x"_s;
        draft.typed[u"a.b"_s] = u"token=prod"_s;
        draft.jsonText = u"{\"password\": \"x"_s;
        drafts()->save(draft);
        for (int round = 0; round < 2; ++round) {
            drafts()->save(all().value(0));
            QCOMPARE(all().value(0).missing(),
                     (QList<DefinitionPath>{{u"jdbc.url"_s}, {u"passphrase"_s}, {u"a.b"_s}, {}}));
        }
        Draft next = all().value(0);
        next.edited[u"jdbc.url"_s] = u"jdbc:x://h"_s;
        next.edited.remove(u"passphrase"_s);
        next.typed.remove(u"a.b"_s);
        QCOMPARE(next.missing(), QList<DefinitionPath>{DefinitionPath()});
        next.jsonText.clear();
        QCOMPARE(next.missing(), QList<DefinitionPath>());
        drafts()->save(next);
        QCOMPARE(all().value(0).leftOut, QList<DefinitionPath>());
    }

    // Whatever it looks like: the server has it, or the user said that it is a name.
    void keepsNamesThatLookRandom()
    {
        for (const QString &name :
             {u"DatabaseSecretA1B2C3D43fdaad7efa858a3daf9490cf0a702aeb-Zk3TqLw9XbVn"_s,
              QString(u"3f9a"_s).repeated(32), QString(u"k7Xq2"_s).repeated(14),
              u"x7Kq2mZp9Wv4TJ8rn3BD6hF5gc1LS0ya/Qe+uO2I"_s, u"rds!cluster-1234abcd"_s}) {
            const QJsonObject reference{{u"secretType"_s, u"AWS_SECRETS_MANAGER"_s},
                                        {u"secretName"_s, name}};
            Draft draft = wizardDraft();
            draft.base[u"source"_s] = QJsonObject{{u"password"_s, reference}};
            draft.edited = draft.base;
            draft.typed[u"a"_s] = QJsonArray{name};
            draft.jsonText = u"{\"password\": {\"secretName\": \"%1\"}, \"host\": "_s.arg(name);
            drafts()->save(draft);
            const Draft found = all().value(0);
            QCOMPARE(found.base, draft.base);
            QCOMPARE(found.edited, draft.edited);
            QCOMPARE(found.typed, draft.typed);
            QCOMPARE(found.jsonText, draft.jsonText);
        }
    }
};

SLUICE_TEST(TestDrafts, Core)
#include "tst_drafts.moc"
