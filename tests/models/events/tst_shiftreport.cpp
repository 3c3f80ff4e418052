// SPDX-License-Identifier: Apache-2.0
#include "models/events/shiftreport.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Sluice;
using namespace Qt::StringLiterals;

// What the one who comes is told of the time before.
class TestShiftReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofNothingIsEmpty();
    void gapsAloneAreNoNews();
    void worstComesFirst();
    void eachNameOnce();
    void snapshotsThatEndAreNoStarts();
    void gapsCountFromTheLastVisit();
    void textIsWhole();

private:
    Event change(const QString &name, const QString &before, const QString &after) const;

    const QDateTime m_since = QDateTime::fromString(u"2026-11-30T21:40:00Z"_s, Qt::ISODate);
    const QDateTime m_until = m_since.addSecs(10LL * 60 * 60);
};

Event TestShiftReport::change(const QString &name, const QString &before,
                              const QString &after) const
{
    Event event;
    event.at = m_since.addSecs(60);
    event.key = {u"acc"_s, u"p"_s, name};
    event.name = name;
    event.before = before;
    event.after = after;
    return event;
}

void TestShiftReport::ofNothingIsEmpty()
{
    const ShiftReport report({}, m_since, m_until);
    QVERIFY(report.isEmpty());
    QCOMPARE(report.summary(), QString());
    QVERIFY(report.text().contains(u"Nothing happened, as far as it was observed."_s));
}

void TestShiftReport::gapsAloneAreNoNews()
{
    Event gap;
    gap.kind = Event::Kind::NotObserved;
    gap.began = m_since;
    gap.at = m_until;
    const ShiftReport report({gap}, m_since, m_until);
    QVERIFY(report.isEmpty());
    QVERIFY(report.text().contains(u"Not observed: 10 h 0 min"_s));
}

void TestShiftReport::worstComesFirst()
{
    Event stopped = change(u"billing"_s, u"STREAMING"_s, u"NOT_RUNNING"_s);
    stopped.kind = Event::Kind::StoppedUnexpectedly;
    const ShiftReport report({change(u"orders"_s, u"STARTING"_s, u"STREAMING"_s), stopped}, m_since,
                             m_until);
    QCOMPARE(report.summary(), u"Stopped unexpectedly, or by someone else: 1, Started: 1"_s);
    QCOMPARE(report.lines().constFirst().severity, Event::Severity::Problem);
}

void TestShiftReport::eachNameOnce()
{
    const Event event = change(u"orders"_s, u"STARTING"_s, u"STREAMING"_s);
    const ShiftReport report({event, event, change(u"crm"_s, u"NOT_RUNNING"_s, u"STREAMING"_s)},
                             m_since, m_until);
    QCOMPARE(report.lines().size(), 1);
    QCOMPARE(report.lines().constFirst().names, QStringList({u"orders"_s, u"crm"_s}));
}

void TestShiftReport::snapshotsThatEndAreNoStarts()
{
    const ShiftReport report({change(u"orders"_s, u"SNAPSHOTTING"_s, u"STREAMING"_s)}, m_since,
                             m_until);
    QCOMPARE(report.summary(), u"Snapshot finished: 1"_s);
}

void TestShiftReport::gapsCountFromTheLastVisit()
{
    Event gap;
    gap.kind = Event::Kind::NotObserved;
    gap.began = m_since.addSecs(-3600);
    gap.at = m_since.addSecs(3600);
    QCOMPARE(ShiftReport({gap}, m_since, m_until).notObserved(), 3600 * 1000);
    gap.key.account = u"acc"_s; // some checks of one account came late
    QCOMPARE(ShiftReport({gap}, m_since, m_until).notObserved(), 0);
}

void TestShiftReport::textIsWhole()
{
    QList<Event> events;
    for (int number = 0; number < 20; ++number)
        events.append(change(u"pipeline-%1"_s.arg(number), u"STARTING"_s, u"STREAMING"_s));
    const QString text = ShiftReport(events, m_since, m_until).text();
    QVERIFY(text.contains(u"Started (20): pipeline-0, "_s));
    QVERIFY2(text.contains(u"pipeline-19"_s), "nothing is left out for the hand-over");
}

SLUICE_TEST(TestShiftReport, Core)

#include "tst_shiftreport.moc"
