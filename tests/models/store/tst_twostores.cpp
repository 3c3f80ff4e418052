// SPDX-License-Identifier: Apache-2.0
// Two programs on one file: two stores that write at the same time.
#include "models/store/accountrecords.h"
#include "tests/support/storefixture.h"
#include "tests/support/testprogram.h"

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;

class TestTwoStores : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StoreFixture> m_first;
    std::unique_ptr<LocalStore> m_second;
    const PipelineKey m_key{u"acc"_s, u"p1"_s, u"x"_s};

    static bool settle(LocalStore *store)
    {
        return answerTo<bool>([store](QObject *context, const std::function<void(bool)> &done) {
            store->database()->write([](Sql &) {}, context, done);
        });
    }

    static QList<Draft> drafts(LocalStore *store)
    {
        return answerTo<QList<Draft>>(
            [store](QObject *context, auto got) { store->drafts()->all(context, got); });
    }

    Draft draft(const QString &id, const QString &name) const
    {
        Draft draft;
        draft.id = id;
        draft.key = m_key;
        draft.base = pipeline(m_key.pipeline, u"orders"_s);
        draft.edited = pipeline(m_key.pipeline, name);
        return draft;
    }

private Q_SLOTS:

    // The drafts of the other one are not offered as if it had ended.
    void onlyTheFirstIsAlone()
    {
        QVERIFY(m_first->store->isAlone());
        QVERIFY(!m_second->isAlone());
        m_first->store.reset();
        m_second = std::make_unique<LocalStore>(m_first->path());
        QVERIFY(m_second->isAlone());
    }

    void init()
    {
        m_first = std::make_unique<StoreFixture>();
        m_second = std::make_unique<LocalStore>(m_first->path()); // both make the file
        QTRY_VERIFY(m_first->store->database()->isOpen() && m_second->database()->isOpen());
    }

    void cleanup()
    {
        m_second.reset();
        m_first.reset();
    }

    void nothingOfEitherIsLost()
    {
        constexpr int count = 100;
        for (int number = 0; number < count; ++number) {
            for (LocalStore *store : {m_first->store.get(), m_second.get()}) {
                const bool isFirst = store != m_second.get();
                const QString name = u"%1 of %2"_s.arg(number).arg(int(isFirst));
                store->versions()->record({u"acc"_s, u"p1"_s, name}, pipeline(name, name),
                                          Version::Origin::Read);
                store->drafts()->save(draft(name, name));
                store->drafts()->flush();
            }
        }
        QVERIFY(settle(m_first->store.get()));
        QVERIFY(settle(m_second.get()));
        QVERIFY(!m_first->store->database()->problem());
        QVERIFY(!m_second->database()->problem());
        QCOMPARE(m_first->value(u"SELECT count(*) FROM version"_s), 2 * count);
        QCOMPARE(drafts(m_second.get()).size(), 2 * count);
    }

    // Each program has a draft of its own of a pipeline that both edit; the newer one comes first.
    void bothDraftsOfAPipelineAreKept()
    {
        m_first->store->drafts()->save(draft(u"one"_s, u"first"_s));
        QCOMPARE(drafts(m_first->store.get()).size(), 1);
        m_second->drafts()->save(draft(u"two"_s, u"second"_s));
        const QList<Draft> kept = drafts(m_second.get());
        QCOMPARE(kept.size(), 2);
        QVERIFY(kept[0].saved >= kept[1].saved);
        m_first->store->drafts()->remove(u"one"_s);
        QVERIFY(settle(m_first->store.get()));
        QCOMPARE(drafts(m_second.get()).value(0).edited.value("name"_L1).toString(), u"second"_s);
        QCOMPARE(drafts(m_second.get()).size(), 1);
    }

    void theSameVersionIsKeptOnce()
    {
        for (LocalStore *store : {m_first->store.get(), m_second.get()}) {
            store->versions()->record(m_key, pipeline(u"x"_s, u"a"_s), Version::Origin::Read);
            QVERIFY(settle(store));
        }
        m_second->versions()->record(m_key, pipeline(u"x"_s, u"b"_s), Version::Origin::Saved);
        QVERIFY(settle(m_second.get()));
        m_first->store->versions()->record(m_key, pipeline(u"x"_s, u"b"_s), Version::Origin::Read);
        QVERIFY(settle(m_first->store.get()));
        QCOMPARE(m_first->value(u"SELECT count(*) FROM version"_s), 2);
    }

    void forgettingTakesAllOfAnAccount()
    {
        LocalStore *store = m_first->store.get();
        const PipelineKey other{u"other"_s, u"p1"_s, u"x"_s};
        store->drafts()->save(draft(u"one"_s, u"first"_s));
        for (const PipelineKey &key : {m_key, other}) {
            store->versions()->record(key, pipeline(u"x"_s, u"a"_s), Version::Origin::Read);
            TrashEntry entry;
            entry.key = key;
            store->trash()->put(entry, pipeline(u"x"_s, u"a"_s));
            Event event;
            event.at = QDateTime::currentDateTimeUtc();
            event.key = key;
            store->events()->put({event});
            store->spans()->put({{key, 1, 2, u"STREAMING"_s}});
        }
        const auto records = [store](const QString &account) {
            return answerTo<AccountRecords>([store, account](QObject *context, auto got) {
                countAccountRecords(store, account, context, got);
            });
        };
        const AccountRecords before = records(m_key.account);
        QCOMPARE(before.drafts, 1);
        QCOMPARE(before.versions, 1);
        QCOMPARE(before.trash, 1);
        QCOMPARE(before.events, 1);
        store->drafts()->save(draft(u"one"_s, u"typed on"_s)); // waits to be written
        removeAccountRecords(store, m_key.account);
        QVERIFY(records(m_key.account).isEmpty());
        store->drafts()->flush();
        QVERIFY(records(m_key.account).isEmpty());
        QCOMPARE(records(other.account).versions, 1);
        QCOMPARE(records(other.account).trash, 1);
        QCOMPARE(records(other.account).events, 1);
        QCOMPARE(m_first->value(u"SELECT count(*) FROM observed"_s), 1);
    }
};

SLUICE_TEST(TestTwoStores, Core)
#include "tst_twostores.moc"
