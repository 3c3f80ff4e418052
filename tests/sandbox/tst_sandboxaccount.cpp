// SPDX-License-Identifier: Apache-2.0
#include "tests/support/talk.h"
#include "tests/support/testprogram.h"

#include <QDateTime>
#include <QSet>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace Sluice::Test;

// Audit events and consumption: what needs a permission that many credentials lack.
class TestSandboxAccount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWithoutThePermission_data();
    void refusesWithoutThePermission();
    void tellsWhatRequestsDid();
    void tellsWhatSomebodyDid();
    void pagesEvents();
    void refusesBadParameters_data();
    void refusesBadParameters();
    void tellsCreditsByDay();
};

namespace {

QString encoded(const QDateTime &time)
{
    return QString::fromLatin1(
        QUrl::toPercentEncoding(time.toOffsetFromUtc(3600).toString(Qt::ISODateWithMs)));
}

QJsonArray eventsAt(Talk &talk, const QString &query = {})
{
    return talk.get(u"/v1/events"_s + query).json().value("results"_L1).toArray();
}

QString created(Talk &talk)
{
    return talk.post(guidePipelines, guideFile(u"create-request.json"_s))
        .json()
        .value("streamingPipelineId"_L1)
        .toString();
}

} // namespace

void TestSandboxAccount::refusesWithoutThePermission_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("events") << u"/v1/events"_s;
    QTest::newRow("consumption")
        << u"/v1/consumption?consumedFrom=2026-01-01&consumedBefore=2026-01-02"_s;
}

void TestSandboxAccount::refusesWithoutThePermission()
{
    QFETCH(const QString, path);
    SandboxProcess refusing({u"--audit"_s, u"no"_s});
    Talk talk(refusing);
    const Talk::Reply reply = talk.get(path);
    QCOMPARE(reply.status, 403);
    QCOMPARE(reply.json().value("title"_L1).toString(), u"Forbidden"_s);
    SandboxProcess allowing;
    Talk allowed(allowing);
    QCOMPARE(allowed.get(path).status, 200);
    allowed.setAuthorization("Bearer wrong");
    QCOMPARE(allowed.get(path).status, 401);
}

void TestSandboxAccount::tellsWhatRequestsDid()
{
    SandboxProcess sandbox;
    Talk talk(sandbox);
    const QString id = created(talk);
    const QString path = guidePipelines + u'/' + id;
    talk.post(path + u"/commands"_s, guideFile(u"command-start.json"_s));
    talk.post(path + u"/commands"_s, guideFile(u"command-start.json"_s)); // refused: no event
    talk.post(path + u"/commands"_s, guideFile(u"command-stop.json"_s));
    talk.put(path, guideFile(u"create-request.json"_s));
    talk.remove(path);
    const QJsonArray events = eventsAt(talk);
    QStringList names;
    for (const QJsonValue &event : events)
        names.append(event["eventName"_L1].toString());
    QCOMPARE(names, QStringList({u"streaming_pipeline_deleted"_s, u"streaming_pipeline_updated"_s,
                                 u"streaming_pipeline_stopped"_s, u"streaming_pipeline_started"_s,
                                 u"streaming_pipeline_created"_s}));
    const QJsonObject last = events.at(0).toObject();
    QCOMPARE(last.value("actorId"_L1).toString(), sandbox.clientId());
    QVERIFY(last.value("actorEmail"_L1).isNull());
    QVERIFY(last.value("eventDescription"_L1).toString().contains("my-streaming-pipeline"_L1));
    QCOMPARE(last.value("additionalInfo"_L1)["streamingPipelineId"_L1].toString(), id);
    QCOMPARE(last.value("additionalInfo"_L1)["projectId"_L1].toString(), guideProject);
    QVERIFY(
        QDateTime::fromString(last.value("eventTime"_L1).toString(), Qt::ISODateWithMs).isValid());
    QSet<QString> ids;
    for (const QJsonValue &event : events)
        ids.insert(event["eventId"_L1].toString());
    QCOMPARE(ids.size(), 5);
}

void TestSandboxAccount::tellsWhatSomebodyDid()
{
    SandboxProcess sandbox({u"--seed"_s, u"40"_s, u"--unrest"_s, u"10"_s, u"--speed"_s, u"50"_s,
                            u"--rate-limit"_s, u"0"_s});
    Talk talk(sandbox);
    const auto deedsOfPeople = [&] {
        QSet<QString> deeds;
        const QJsonArray events = eventsAt(talk, u"?size=100"_s);
        for (const QJsonValue &event : events)
            if (event["actorEmail"_L1].toString().endsWith("@example.com"_L1))
                deeds.insert(event["eventName"_L1].toString());
        return deeds;
    };
    QTRY_COMPARE_WITH_TIMEOUT(
        deedsOfPeople(),
        QSet<QString>({u"streaming_pipeline_stopped"_s, u"streaming_pipeline_started"_s}), 20000);
}

void TestSandboxAccount::pagesEvents()
{
    SandboxProcess sandbox;
    Talk talk(sandbox);
    for (int i = 0; i < 5; ++i)
        created(talk);
    const QDateTime middle = QDateTime::currentDateTimeUtc().addMSecs(1);
    QTRY_VERIFY(QDateTime::currentDateTimeUtc() > middle);
    for (int i = 0; i < 3; ++i)
        created(talk);
    const QJsonObject page = talk.get(u"/v1/events?page=1&size=3"_s).json();
    QCOMPARE(page.value("page"_L1).toInt(), 1);
    QCOMPARE(page.value("results"_L1).toArray().size(), 3);
    QSet<QString> ids;
    for (const int number : {0, 1, 2, 3}) {
        const QJsonArray events = eventsAt(talk, u"?size=3&page=%1"_s.arg(number));
        for (const QJsonValue &event : events)
            ids.insert(event["eventId"_L1].toString());
    }
    QCOMPARE(ids.size(), 8);
    QCOMPARE(eventsAt(talk, u"?from="_s + encoded(middle)).size(), 3);
    QCOMPARE(eventsAt(talk, u"?to="_s + encoded(middle)).size(), 5);
    QCOMPARE(eventsAt(talk, u"?from=%1&to=%1"_s.arg(encoded(middle))).size(), 0);
}

void TestSandboxAccount::refusesBadParameters_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("size 0") << u"/v1/events?size=0"_s;
    QTest::newRow("size 101") << u"/v1/events?size=101"_s;
    QTest::newRow("page -1") << u"/v1/events?page=-1"_s;
    QTest::newRow("no time") << u"/v1/events?from=yesterday"_s;
    QTest::newRow("no offset") << u"/v1/events?to=2026-01-01T00:00:00"_s;
    QTest::newRow("no days") << u"/v1/consumption"_s;
    QTest::newRow("no day") << u"/v1/consumption?consumedFrom=x&consumedBefore=2026-01-02"_s;
    QTest::newRow("backwards")
        << u"/v1/consumption?consumedFrom=2026-01-02&consumedBefore=2026-01-02"_s;
    QTest::newRow("two years")
        << u"/v1/consumption?consumedFrom=2024-01-02&consumedBefore=2026-01-02"_s;
}

void TestSandboxAccount::refusesBadParameters()
{
    QFETCH(const QString, path);
    SandboxProcess sandbox;
    Talk talk(sandbox);
    const Talk::Reply reply = talk.get(path);
    QCOMPARE(reply.status, 400);
    QVERIFY(!reply.json().value("violations"_L1).toArray().isEmpty());
}

void TestSandboxAccount::tellsCreditsByDay()
{
    SandboxProcess sandbox({u"--seed"_s, u"demo"_s});
    Talk talk(sandbox);
    const QString path = u"/v1/consumption?consumedFrom=2026-01-30&consumedBefore=2026-02-02"_s;
    const QJsonArray days = talk.get(path).json().value("results"_L1).toArray();
    QCOMPARE(days.size(), 3);
    QCOMPARE(days.at(1)["consumedFrom"_L1].toString(), u"2026-01-31"_s);
    QCOMPARE(days.at(1)["consumedBefore"_L1].toString(), u"2026-02-01"_s);
    const QJsonArray used = days.at(0)["consumption"_L1].toArray();
    QSet<QString> names;
    for (const QJsonValue &each : used) {
        QCOMPARE(each["consumptionType"_L1].toString(), u"streaming"_s);
        QVERIFY(each["credits"_L1].toDouble() > 0);
        QVERIFY(!each["dimensions"_L1]["projectId"_L1].toString().isEmpty());
        names.insert(each["dimensions"_L1]["pipelineName"_L1].toString());
    }
    QVERIFY(names.contains(u"projects/Finance/pipelines/ledger-to-snowflake"_s));
    QVERIFY(!names.contains(u"projects/Test-project/pipelines/my-streaming-pipeline"_s));
    QCOMPARE(talk.get(path).json().value("results"_L1).toArray(), days);
    const QString future = u"/v1/consumption?consumedFrom=2999-01-01&consumedBefore=2999-01-03"_s;
    QCOMPARE(talk.get(future).json().value("results"_L1).toArray(), QJsonArray());
}

SLUICE_TEST(TestSandboxAccount, Core)
#include "tst_sandboxaccount.moc"
