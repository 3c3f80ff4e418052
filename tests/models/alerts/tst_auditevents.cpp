// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/auditevents.h"
#include "tests/support/testprogram.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// Who stopped a pipeline, out of events whose form is known in part only.
class TestAuditEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStopIsFoundByItsId();
    void theLatestStopCounts();
    void anotherPipelineIsNone_data();
    void anotherPipelineIsNone();
    void aNameCountsWhereThereIsNoId();
    void whoMayBeMissing();
    void otherEventsAreNoStop();
    void nonsenseIsNoEvent();

private:
    static QJsonObject event(const QString &word, const QString &pipeline, const QString &time)
    {
        return {{u"eventId"_s, u"e"_s},
                {u"eventName"_s, u"streaming_pipeline_"_s + word},
                {u"eventDescription"_s, u"Streaming pipeline \"orders\" was "_s + word},
                {u"actorEmail"_s, u"anna@example.com"_s},
                {u"eventTime"_s, time},
                {u"additionalInfo"_s, QJsonObject{{u"streamingPipelineId"_s, pipeline}}}};
    }

    const PipelineKey m_key{u"acc"_s, u"p1"_s, u"id-1"_s};
};

void TestAuditEvents::aStopIsFoundByItsId()
{
    const auto found =
        AuditEvents::stopOf({event(u"started"_s, u"id-1"_s, u"2026-05-04T14:00:00Z"_s),
                             event(u"stopped"_s, u"id-1"_s, u"2026-05-04T16:02:00+02:00"_s)},
                            m_key, u"orders"_s);
    QVERIFY(found);
    QCOMPARE(found->kind, AuditFinding::Kind::StoppedBy);
    QCOMPARE(found->who, u"anna@example.com"_s);
    QCOMPARE(found->at, QDateTime(QDate(2026, 5, 4), QTime(14, 2), Qt::UTC));
}

void TestAuditEvents::theLatestStopCounts()
{
    QJsonObject later = event(u"stopped"_s, u"id-1"_s, u"2026-05-04T15:00:00Z"_s);
    later.insert(u"actorEmail"_s, u"ben@example.com"_s);
    const QJsonObject earlier = event(u"stopped"_s, u"id-1"_s, u"2026-05-04T14:00:00Z"_s);
    for (const QJsonArray &events : {QJsonArray{later, earlier}, QJsonArray{earlier, later}})
        QCOMPARE(AuditEvents::stopOf(events, m_key, u"orders"_s)->who, u"ben@example.com"_s);
}

void TestAuditEvents::anotherPipelineIsNone_data()
{
    QTest::addColumn<QJsonObject>("event");
    // The same name, another id: two projects may have it.
    QTest::newRow("another id") << event(u"stopped"_s, u"id-2"_s, u"2026-05-04T14:00:00Z"_s);
    QJsonObject longer = event(u"stopped"_s, {}, u"2026-05-04T14:00:00Z"_s);
    longer.remove(u"additionalInfo"_s);
    longer.insert(u"eventDescription"_s, u"Pipeline orders-eu was stopped"_s);
    QTest::newRow("a longer name") << longer;
}

void TestAuditEvents::anotherPipelineIsNone()
{
    QFETCH(const QJsonObject, event);
    QVERIFY(!AuditEvents::stopOf({event}, m_key, u"orders"_s));
    QVERIFY(AuditEvents::tellOfCommands({event}));
}

void TestAuditEvents::aNameCountsWhereThereIsNoId()
{
    QJsonObject named = event(u"stopped"_s, {}, u"2026-05-04T14:00:00Z"_s);
    named.insert(u"additionalInfo"_s, QJsonObject{{u"region"_s, u"eu1"_s}});
    QVERIFY(AuditEvents::stopOf({named}, m_key, u"orders"_s));
    QVERIFY(!AuditEvents::stopOf({named}, m_key, u"ord.rs"_s));
    QVERIFY(!AuditEvents::stopOf({named}, m_key, {}));
}

void TestAuditEvents::whoMayBeMissing()
{
    QJsonObject bare = event(u"stopped"_s, u"id-1"_s, u"yesterday"_s);
    bare.insert(u"actorEmail"_s, QJsonValue());
    auto found = AuditEvents::stopOf({bare}, m_key, u"orders"_s);
    QVERIFY(found && found->who.isEmpty() && !found->at.isValid());
    bare.insert(u"actorId"_s, u"client-7"_s);
    found = AuditEvents::stopOf({bare}, m_key, u"orders"_s);
    QCOMPARE(found->who, u"client-7"_s);
}

void TestAuditEvents::otherEventsAreNoStop()
{
    const QJsonArray events{event(u"updated"_s, u"id-1"_s, u"2026-05-04T14:00:00Z"_s)};
    QVERIFY(!AuditEvents::stopOf(events, m_key, u"orders"_s));
    QVERIFY(!AuditEvents::tellOfCommands(events));
    QJsonObject login{{u"eventName"_s, u"user_login_stopped"_s}};
    QVERIFY(!AuditEvents::tellOfCommands({login}));
}

void TestAuditEvents::nonsenseIsNoEvent()
{
    const QJsonArray events{1, u"stopped"_s, QJsonValue(), QJsonArray{}, QJsonObject{}};
    QVERIFY(!AuditEvents::stopOf(events, m_key, u"orders"_s));
    QVERIFY(!AuditEvents::tellOfCommands(events));
}

SLUICE_TEST(TestAuditEvents, Core)
#include "tst_auditevents.moc"
