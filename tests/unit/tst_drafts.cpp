// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/storefixture.h"

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
        QCOMPARE(all()[0].page, draft.page);
    }

    void lastKeyCounts()
    {
        Draft draft = wizardDraft();
        drafts()->save(draft);
        draft.page = u"review"_s;
        drafts()->save(draft);
        QCOMPARE(all().size(), 1);
        QCOMPARE(all()[0].page, u"review"_s);
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
        QCOMPARE(all()[0].edited, draft.edited);
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
        drafts()->save(draft);
        const Draft found = all().value(0);
        QCOMPARE(found.id, draft.id);
        QCOMPARE(found.edited[u"streamingSource"_s][u"connection"_s][u"host"_s], u"db1"_s);
        QCOMPARE(found.typed[u"a"_s], QJsonArray({QString(), u"stays"_s}));
        QVERIFY(found.jsonText.contains(u"\"host\": \"db2\""_s));
        const QByteArray bytes = m_fixture->bytes();
        QVERIFY(bytes.contains("stays"));
        QVERIFY(!bytes.contains("planted"));
    }
};

QTEST_GUILESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
