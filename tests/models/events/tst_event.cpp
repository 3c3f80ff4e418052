// SPDX-License-Identifier: Apache-2.0
#include "models/events/eventfilter.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>

using namespace Sluice;
using namespace Qt::StringLiterals;

// The words of events, and which of them a filter lets pass.
class TestEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKindHasAWordOfItsOwn();
    void changesAreToldInTheWordsOfBadges();
    void changesAcrossAGapSaySo();
    void gapsSayWhy();
    void filtersByWhatItConcerns();
    void filtersByCategorySeverityTimeAndWords();
};

namespace {

Event change(const QString &before, const QString &after)
{
    Event event;
    event.at = QDateTime::fromMSecsSinceEpoch(1'000'000'000);
    event.key = {u"acc"_s, u"p"_s, u"a"_s};
    event.name = u"orders"_s;
    event.before = before;
    event.after = after;
    return event;
}

} // namespace

void TestEvent::eachKindHasAWordOfItsOwn()
{
    QStringList words;
    const QList<Event::Kind> kinds = eventKinds();
    for (const Event::Kind kind : kinds) {
        QCOMPARE(eventKind(eventWord(kind)), kind);
        words.append(eventWord(kind));
    }
    QCOMPARE(words.removeDuplicates(), 0);
    QVERIFY(!eventKind(u"of-another-version"_s));
}

void TestEvent::changesAreToldInTheWordsOfBadges()
{
    QCOMPARE(change(u"STARTING"_s, u"STREAMING"_s).text(), u"Starting → Streaming"_s);
    QCOMPARE(change(u"STREAMING"_s, u"RESTING"_s).text(), u"Streaming → RESTING"_s);
}

void TestEvent::changesAcrossAGapSaySo()
{
    Event event = change(u"STREAMING"_s, u"NOT_RUNNING"_s);
    event.kind = Event::Kind::StoppedUnexpectedly;
    event.began = event.at.addSecs(-10);
    QCOMPARE(event.text(), u"Streaming → Stopped. No stop from here explains it."_s);
    event.began = event.at.addSecs(-2LL * 60 * 60);
    QCOMPARE(event.text(), u"Streaming → Stopped, at some time in the last 2 h 0 min. No stop from "
                           "here explains it."_s);
    QCOMPARE(event.severity(), Event::Severity::Problem);
}

void TestEvent::gapsSayWhy()
{
    Event event = change(gapWord(Event::Gap::Asleep), {});
    event.kind = Event::Kind::NotObserved;
    QCOMPARE(event.category(), Event::Category::Gap);
    event.key = {}; // of the program
    event.began = event.at.addSecs(-8LL * 60 * 60);
    QCOMPARE(event.text(), u"Not observed for 8 h 0 min. This computer was asleep."_s);
    event.before = u"of-another-version"_s;
    QCOMPARE(event.text(), u"Not observed for 8 h 0 min."_s);
}

void TestEvent::filtersByWhatItConcerns()
{
    EventFilter filter;
    filter.pipeline = {u"acc"_s, u"p"_s, u"a"_s};
    QVERIFY(filter.concerns({u"acc"_s, u"p"_s, u"a"_s}));
    QVERIFY(!filter.concerns({u"acc"_s, u"p"_s, u"b"_s}));
    QVERIFY(!filter.concerns({u"other"_s, u"p"_s, u"a"_s}));
    QVERIFY2(filter.concerns({u"acc"_s, {}, {}}), "its account");
    QVERIFY(!filter.concerns({u"other"_s, {}, {}}));
    QVERIFY2(filter.concerns({}), "the program");
}

void TestEvent::filtersByCategorySeverityTimeAndWords()
{
    const Event event = change(u"STARTING"_s, u"STREAMING"_s);
    EventFilter filter;
    QVERIFY(filter.passes(event));
    filter.text = u"ORDERS streaming"_s;
    QVERIFY(filter.passes(event));
    filter.text = u"orders stopped"_s;
    QVERIFY(!filter.passes(event));
    filter = {};
    filter.categories = {Event::Category::Command};
    QVERIFY(!filter.passes(event));
    filter = {};
    filter.least = Event::Severity::Warning;
    QVERIFY(!filter.passes(event));
    filter = {};
    filter.from = event.at.addSecs(1);
    QVERIFY(!filter.passes(event));
}

SLUICE_TEST(TestEvent, Core)

#include "tst_event.moc"
