// SPDX-License-Identifier: Apache-2.0
#include "models/store/events/eventstore.h"
#include "models/store/events/spanstore.h"
#include "tests/support/storefixture.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;

// Events and spans on disk.
class TestEventStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsComeBackNewestFirst();
    void pagesGoOnWhereTheLastEnded();
    void filtersAsThePureFilterDoes();
    void wildcardsStandForThemselves();
    void secretsAreNotKept();
    void oldEventsArePruned();
    void kindsOfAnotherVersionAreNotShown();
    void momentsOutliveTheProgram();
    void spansComeBackByTime();
    void aSpanThatGrowsStaysOne();

private:
    EventStore::Page page(const EventFilter &filter = {}, qint64 before = 0, int count = 100)
    {
        return answerTo<EventStore::Page>([&](QObject *context, auto got) {
            m_fixture.store->events()->page(filter, before, count, context, got);
        });
    }

    static Event event(Event::Kind kind, const QString &pipeline = u"a"_s)
    {
        Event event;
        event.at = QDateTime::currentDateTimeUtc();
        event.at = event.at.addMSecs(-event.at.time().msec());
        event.kind = kind;
        event.key = {u"acc"_s, u"p"_s, pipeline};
        event.accountName = u"PROD"_s;
        event.projectName = u"Sales"_s;
        event.name = pipeline;
        event.before = u"STARTING"_s;
        event.after = u"STREAMING"_s;
        return event;
    }

    StoreFixture m_fixture;
};

void TestEventStore::eventsComeBackNewestFirst()
{
    Event first = event(Event::Kind::StateChanged);
    first.began = first.at.addSecs(-9);
    first.detail = u"why"_s;
    first.version = 7;
    const Event second = event(Event::Kind::Saved, u"b"_s);
    QSignalSpy added(m_fixture.store->events(), &EventStore::added);
    m_fixture.store->events()->put({first, second});
    QVERIFY(added.wait());
    const EventStore::Page found = page();
    QCOMPARE(found.all, 2);
    QCOMPARE(found.matching, 2);
    QCOMPARE(found.events.size(), 2);
    QCOMPARE(found.events.at(0).name, u"b"_s);
    Event kept = found.events.at(1);
    QVERIFY(kept.id > 0);
    QCOMPARE(added.at(0).at(0).value<QList<Event>>().at(0), kept);
    kept.id = 0;
    QCOMPARE(kept, first);
}

void TestEventStore::pagesGoOnWhereTheLastEnded()
{
    m_fixture.store->events()->removeAccount(u"acc"_s);
    QList<Event> many;
    for (int at = 0; at < 10; ++at)
        many.append(event(Event::Kind::StateChanged, QString::number(at)));
    m_fixture.store->events()->put(many);
    QList<QString> names;
    qint64 before = 0;
    for (int round = 0; round < 4; ++round) {
        const EventStore::Page found = page({}, before, 4);
        if (round == 0)
            QCOMPARE(found.matching, 10);
        for (const Event &each : found.events) {
            names.append(each.name);
            before = each.id;
        }
    }
    QCOMPARE(names, QList<QString>({u"9"_s, u"8"_s, u"7"_s, u"6"_s, u"5"_s, u"4"_s, u"3"_s, u"2"_s,
                                    u"1"_s, u"0"_s}));
}

void TestEventStore::filtersAsThePureFilterDoes()
{
    m_fixture.store->events()->removeAccount(u"acc"_s);
    QList<Event> many;
    const QList<Event::Kind> kinds = eventKinds();
    for (const Event::Kind kind : kinds) {
        many.append(event(kind));
        many.append(event(kind, u"b"_s));
        many.append(event(kind, {}));
        many.last().at = many.last().at.addDays(-2);
        many.append(event(kind));
        many.last().key = {};
    }
    m_fixture.store->events()->put(many);
    QList<EventFilter> filters(7);
    filters[1].pipeline = {u"acc"_s, u"p"_s, u"b"_s};
    filters[2].account = u"other"_s;
    filters[3].categories = {Event::Category::Change, Event::Category::Gap};
    filters[4].least = Event::Severity::Problem;
    filters[5].from = QDateTime::currentDateTimeUtc().addDays(-1);
    filters[6].text = u"Sales STREAMING b"_s;
    for (const EventFilter &filter : std::as_const(filters)) {
        QCOMPARE(page(filter, 0, 1000).events.size(),
                 std::count_if(many.cbegin(), many.cend(),
                               [&filter](const Event &each) { return filter.passes(each); }));
        QCOMPARE(page(filter, 0, 1000).events.size(), page(filter).matching);
    }
    m_fixture.store->events()->removeAccount(u"acc"_s);
    m_fixture.store->events()->removeAccount({});
    QCOMPARE(page().all, 0);
}

void TestEventStore::wildcardsStandForThemselves()
{
    m_fixture.store->events()->put({event(Event::Kind::StateChanged, u"a_b%c"_s),
                                    event(Event::Kind::StateChanged, u"axbyc"_s)});
    EventFilter filter;
    filter.text = u"a_b%c"_s;
    QCOMPARE(page(filter).matching, 1);
    m_fixture.store->events()->removeAccount(u"acc"_s);
}

void TestEventStore::secretsAreNotKept()
{
    Event failed = event(Event::Kind::ActionFailed);
    failed.detail = u"This was not done: save. \"password\": \"Tr0ub4dor&3-sluice\""_s;
    m_fixture.store->events()->put({failed});
    QCOMPARE(page().matching, 1);
    QVERIFY(!page().events.first().detail.contains(u"Tr0ub4dor"_s));
    QVERIFY(m_fixture.settle());
    QVERIFY(!m_fixture.bytes().contains("r0ub4dor"));
    m_fixture.store->events()->removeAccount(u"acc"_s);
}

void TestEventStore::oldEventsArePruned()
{
    Event old = event(Event::Kind::StateChanged);
    old.at = old.at.addDays(-EventStore::daysKept - 1);
    m_fixture.store->events()->put({old, event(Event::Kind::StateChanged, u"b"_s)});
    m_fixture.store->events()->prune();
    QCOMPARE(page().events.size(), 1);
    QCOMPARE(page().events.first().name, u"b"_s);
    m_fixture.store->events()->removeAccount(u"acc"_s);
}

void TestEventStore::kindsOfAnotherVersionAreNotShown()
{
    m_fixture.store->events()->put({event(Event::Kind::StateChanged)});
    m_fixture.store->database()->write(
        [](Sql &sql) { sql.run(u"UPDATE event SET kind = 'of-another-version'"_s); });
    QCOMPARE(page().all, 1);
    QCOMPARE(page().matching, 0);
    QVERIFY(page().events.isEmpty());
    m_fixture.store->events()->removeAccount(u"acc"_s);
}

void TestEventStore::momentsOutliveTheProgram()
{
    const auto marked = [this] {
        return answerTo<QDateTime>([this](QObject *context, auto got) {
            m_fixture.store->events()->marked(u"visit"_s, context, got);
        });
    };
    QVERIFY(!marked().isValid());
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    m_fixture.store->events()->mark(u"visit"_s, moment);
    m_fixture.open();
    QCOMPARE(marked(), moment);
}

void TestEventStore::spansComeBackByTime()
{
    const PipelineKey a{u"acc"_s, u"p"_s, u"a"_s};
    const PipelineKey b{u"acc"_s, u"p"_s, u"b"_s};
    SpanStore *store = m_fixture.store->spans();
    store->put({{a, 300, 400, u"STREAMING"_s},
                {a, 100, 200, u"STARTING"_s},
                {b, 100, 150, u"NOT_RUNNING"_s}});
    const auto spans = [&](qint64 from) {
        return answerTo<SpanStore::Spans>([&](QObject *context, auto got) {
            store->spans({a, b}, from, context, got);
        });
    };
    QCOMPARE(spans(0).value(a), (QList<ObservedSpan>{{100, 200, PipelineState::Starting},
                                                     {300, 400, PipelineState::Streaming}}));
    QCOMPARE(spans(250).value(a), (QList<ObservedSpan>{{300, 400, PipelineState::Streaming}}));
    QVERIFY(spans(250).contains(b));
    QVERIFY(spans(250).value(b).isEmpty());
    store->removeAccount(u"acc"_s);
    QVERIFY(spans(0).value(a).isEmpty());
}

void TestEventStore::aSpanThatGrowsStaysOne()
{
    const PipelineKey key{u"acc"_s, u"p"_s, u"c"_s};
    SpanStore *store = m_fixture.store->spans();
    store->put({{key, 100, 200, u"STREAMING"_s}});
    store->put({{key, 100, 900, u"STREAMING"_s}});
    const auto found = answerTo<SpanStore::Spans>(
        [&](QObject *context, auto got) { store->spans({key}, 0, context, got); });
    QCOMPARE(found.value(key), (QList<ObservedSpan>{{100, 900, PipelineState::Streaming}}));
}

SLUICE_TEST(TestEventStore, Core)

#include "tst_eventstore.moc"
