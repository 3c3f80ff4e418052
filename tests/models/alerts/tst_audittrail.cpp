// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/alerttexts.h"
#include "models/alerts/audittrail.h"
#include "models/fleet/fleet.h"
#include "models/json/jsontext.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sluice;
using namespace Sluice::Test;

// Who stopped a pipeline, asked of a played server.
class TestAuditTrail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void somebodyIsNamed();
    void anEventThatComesLateIsFound();
    void noEventMeansAProbableFailure();
    void eventsThatSayNothingOfPipelinesProveNothing();
    void aRefusalIsQuietAndAskedOnce();
    void anotherStopIsAskedAnew();

private:
    static PipelineKey key(int number) { return {u"acc"_s, u"p1"_s, u"id%1"_s.arg(number)}; }

    static QJsonObject event(int number, const QString &word)
    {
        return {
            {u"eventId"_s, word + QString::number(number)},
            {u"eventName"_s, u"streaming_pipeline_"_s + word},
            {u"actorEmail"_s, u"anna@example.com"_s},
            {u"eventTime"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
            {u"additionalInfo"_s, QJsonObject{{u"streamingPipelineId"_s, key(number).pipeline}}}};
    }

    void stop(int number)
    {
        m_api->statuses[key(number).pipeline] = u"NOT_RUNNING"_s;
        QTRY_VERIFY(!m_alerts->open().isEmpty());
    }

    AuditFinding finding() const
    {
        const QList<Alert> open = m_alerts->open();
        return open.isEmpty() ? AuditFinding() : open.constFirst().parts.constFirst().audit;
    }

    QString known() const { return AlertTexts(m_fleet.get()).known(m_alerts->open().constFirst()); }

    std::unique_ptr<ScriptedApi> m_api;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<AlertWatch> m_alerts;
    std::unique_ptr<AuditTrail> m_trail;
    QJsonArray m_events;
    int m_status = 200;
    int m_asked = 0;
};

void TestAuditTrail::init()
{
    m_events = {};
    m_status = 200;
    m_asked = 0;
    m_api = std::make_unique<ScriptedApi>();
    m_api->addProject(u"p1"_s, u"Sales"_s);
    for (int number = 0; number < 2; ++number) {
        m_api->addPipeline(u"p1"_s, key(number).pipeline, u"orders %1"_s.arg(number), u"r1"_s);
        m_api->statuses[key(number).pipeline] = u"STREAMING"_s;
    }
    m_api->ahead = [this](const Seen &seen) -> std::optional<Act> {
        if (!seen.path().endsWith("/v1/events"))
            return {};
        ++m_asked;
        return Act::reply(m_status,
                          compactJson(QJsonObject{{u"page"_s, 0}, {u"results"_s, m_events}}));
    };
    m_fleet = std::make_unique<Fleet>(StatusPoller::Intervals{20ms, 50ms, 200ms, 30ms});
    // So that a stop is one at the second look.
    m_alerts = std::make_unique<AlertWatch>(m_fleet.get(), [late = 0]() mutable {
        return QDateTime::currentDateTimeUtc().addSecs(late += 2);
    });
    m_trail = std::make_unique<AuditTrail>(m_fleet.get(), m_alerts.get(),
                                           AuditTrail::Pauses{10ms, 100ms});
    m_fleet->addAccount(m_api->makeAccount());
    for (int number = 0; number < 2; ++number) {
        QTRY_VERIFY(m_fleet->pipelines()->find(key(number)));
        QTRY_COMPARE(m_fleet->pipelines()->find(key(number))->state, PipelineState::Streaming);
    }
}

void TestAuditTrail::cleanup()
{
    m_trail.reset();
    m_alerts.reset();
    m_fleet.reset();
    m_api.reset();
}

void TestAuditTrail::somebodyIsNamed()
{
    m_events = {event(0, u"stopped"_s), event(1, u"started"_s)};
    stop(0);
    QTRY_COMPARE(finding().kind, AuditFinding::Kind::StoppedBy);
    QVERIFY(known().startsWith(u"Stopped by anna@example.com, "_s));
}

void TestAuditTrail::anEventThatComesLateIsFound()
{
    stop(0);
    QTRY_COMPARE(m_asked, 1);
    m_events = {event(0, u"stopped"_s)};
    QTRY_COMPARE(finding().kind, AuditFinding::Kind::StoppedBy);
    QVERIFY(m_asked >= 2);
}

void TestAuditTrail::noEventMeansAProbableFailure()
{
    m_events = {event(1, u"started"_s)}; // commands are among them
    stop(0);
    QTRY_COMPARE(finding().kind, AuditFinding::Kind::NoStop);
    QVERIFY(known().contains(u"it probably failed"_s));
}

void TestAuditTrail::eventsThatSayNothingOfPipelinesProveNothing()
{
    m_events = {QJsonObject{{u"eventId"_s, u"e1"_s}, {u"eventName"_s, u"user_logged_in"_s}}};
    stop(0);
    QTRY_COMPARE(finding().kind, AuditFinding::Kind::NotListed);
    QVERIFY(known().startsWith(u"It failed, or somebody else stopped it"_s));
}

void TestAuditTrail::aRefusalIsQuietAndAskedOnce()
{
    m_status = 403;
    stop(0);
    QTRY_COMPARE(m_asked, 1);
    m_api->statuses[key(1).pipeline] = u"NOT_RUNNING"_s;
    QTRY_COMPARE(m_alerts->open().constFirst().parts.size(), 2);
    const QSignalSpy looks(m_fleet->pipelines(), &PipelineModel::statusSeen);
    QTRY_VERIFY(looks.size() > 20);
    QCOMPARE(m_asked, 1);
    QCOMPARE(finding().kind, AuditFinding::Kind::NotAsked);
    QCOMPARE(m_alerts->open().size(), 1); // the refusal is no trouble of the account
}

void TestAuditTrail::anotherStopIsAskedAnew()
{
    m_events = {event(0, u"stopped"_s)};
    stop(0);
    QTRY_COMPARE(finding().kind, AuditFinding::Kind::StoppedBy);
    const int asked = m_asked;
    m_api->statuses[key(0).pipeline] = u"STREAMING"_s;
    QTRY_VERIFY(m_alerts->open().isEmpty() || m_alerts->open().constFirst().isRecovering());
    stop(0);
    QTRY_VERIFY(m_asked > asked);
    QTRY_COMPARE(finding().kind, AuditFinding::Kind::StoppedBy);
}

SLUICE_TEST(TestAuditTrail, Core)
#include "tst_audittrail.moc"
