// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/alerttexts.h"
#include "models/alerts/alertwatch.h"
#include "models/fleet/fleet.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sluice;
using namespace Sluice::Test;

// What is told of a fleet: real polling against a played server, on a clock that the test moves.
class TestAlertWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aStopIsToldAfterASecondLook();
    void aMomentBetweenTwoStatesIsNotTold();
    void aStopFromHereIsNotTold();
    void aStartWithoutEffectIsTold();
    void manyUnknownAreOneAlert();
    void anAccountOutOfReachIsOneAlert();
    void mutedOnesAreRecordedAndNotTold();
    void aMutedCauseMayGrow();
    void aMutedPipelineHidesNoOther();
    void aLogThatRunsOutIsToldTwice();
    void aLogThatNobodySpokeOfIsNotTold();
    void aLongSnapshotIsTold();
    void theEndOfASnapshotIsTold();

private:
    static PipelineKey key(int number) { return {u"acc"_s, u"p1"_s, u"id%1"_s.arg(number)}; }

    void setStatus(int number, const QString &status)
    {
        m_api->statuses[key(number).pipeline] = status;
    }

    bool isSeen(int number, PipelineState state) const
    {
        return m_fleet->pipelines()->find(key(number))->state == state;
    }

    void pass(int seconds) { m_now = m_now.addSecs(seconds); }

    static constexpr int count = 6;
    QTemporaryDir m_dir;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<LogRetention> m_retention;
    std::unique_ptr<ScriptedApi> m_api;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<AlertWatch> m_watch;
    QDateTime m_now;
};

void TestAlertWatch::init()
{
    m_now = QDateTime(QDate(2026, 3, 1), QTime(3, 12), Qt::UTC);
    m_api = std::make_unique<ScriptedApi>();
    m_api->addProject(u"p1"_s, u"Sales"_s);
    for (int number = 0; number < count; ++number) {
        m_api->addPipeline(u"p1"_s, key(number).pipeline, u"orders %1"_s.arg(number), u"r1"_s);
        setStatus(number, u"STREAMING"_s);
    }
    // The first of them reads from a known server.
    QJsonObject first = m_api->pipelines[u"p1"_s].at(0).toObject();
    first.insert(u"streamingSource"_s,
                 QJsonObject{{u"type"_s, u"sqlserver"_s},
                             {u"connection"_s, QJsonObject{{u"host"_s, u"db1"_s}}}});
    m_api->pipelines[u"p1"_s].replace(0, first);
    m_fleet = std::make_unique<Fleet>(StatusPoller::Intervals{20ms, 50ms, 200ms, 30ms});
    m_settings =
        std::make_unique<QSettings>(m_dir.filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_settings->clear();
    m_retention = std::make_unique<LogRetention>(m_settings.get());
    m_fleet->pipelines()->setLogRetention(m_retention.get());
    m_watch = std::make_unique<AlertWatch>(m_fleet.get(), [this] { return m_now; });
    m_fleet->addAccount(m_api->makeAccount());
    for (int number = 0; number < count; ++number) {
        QTRY_VERIFY(m_fleet->pipelines()->find(key(number)));
        QTRY_VERIFY(isSeen(number, PipelineState::Streaming));
    }
    QVERIFY(m_watch->open().isEmpty());
}

void TestAlertWatch::cleanup()
{
    m_watch.reset();
    m_fleet.reset();
    m_api.reset();
}

void TestAlertWatch::aStopIsToldAfterASecondLook()
{
    QSignalSpy raised(m_watch.get(), &AlertWatch::raised);
    setStatus(0, u"NOT_RUNNING"_s);
    QTRY_VERIFY(isSeen(0, PipelineState::NotRunning));
    pass(4);
    const QSignalSpy looks(m_fleet->pipelines(), &PipelineModel::statusSeen);
    QTRY_VERIFY(looks.size() > 2LL * count);
    QVERIFY(raised.isEmpty());
    pass(1);
    QTRY_COMPARE(raised.size(), 1);
    const AlertTexts texts(m_fleet.get());
    const Alert alert = m_watch->open().constFirst();
    QCOMPARE(texts.title(alert), u"orders 0 stopped unexpectedly"_s);
    QVERIFY(texts.place(alert).endsWith(u"Sales"_s));
    // It runs again: eased at once, settled after a minute of good looks.
    setStatus(0, u"STREAMING"_s);
    QTRY_VERIFY(!m_watch->open().isEmpty() && m_watch->open().constFirst().isRecovering());
    pass(61);
    QTRY_VERIFY(m_watch->open().isEmpty());
    QCOMPARE(m_watch->settled().size(), 1);
    QCOMPARE(raised.size(), 1);
}

void TestAlertWatch::aMomentBetweenTwoStatesIsNotTold()
{
    const QSignalSpy opened(m_watch.get(), &AlertWatch::opened);
    setStatus(0, u"NOT_RUNNING"_s);
    QTRY_VERIFY(isSeen(0, PipelineState::NotRunning));
    setStatus(0, u"STREAMING"_s);
    QTRY_VERIFY(isSeen(0, PipelineState::Streaming));
    pass(600);
    const QSignalSpy looks(m_fleet->pipelines(), &PipelineModel::statusSeen);
    QTRY_VERIFY(looks.size() > 2LL * count);
    QVERIFY(opened.isEmpty());
}

void TestAlertWatch::aStopFromHereIsNotTold()
{
    const QSignalSpy opened(m_watch.get(), &AlertWatch::opened);
    QSignalSpy accepted(m_fleet.get(), &Fleet::commandAccepted);
    m_fleet->sendCommand(key(0), PipelineCommand::Stop);
    QTRY_COMPARE(accepted.size(), 1);
    setStatus(0, u"NOT_RUNNING"_s);
    QTRY_VERIFY(isSeen(0, PipelineState::NotRunning));
    pass(600);
    const QSignalSpy looks(m_fleet->pipelines(), &PipelineModel::statusSeen);
    QTRY_VERIFY(looks.size() > 2LL * count);
    QVERIFY(opened.isEmpty());
}

void TestAlertWatch::aStartWithoutEffectIsTold()
{
    QSignalSpy accepted(m_fleet.get(), &Fleet::commandAccepted);
    m_fleet->sendCommand(key(0), PipelineCommand::Stop);
    QTRY_COMPARE(accepted.size(), 1);
    setStatus(0, u"NOT_RUNNING"_s);
    QTRY_VERIFY(isSeen(0, PipelineState::NotRunning));
    m_fleet->sendCommand(key(0), PipelineCommand::Start);
    QTRY_COMPARE(accepted.size(), 2);
    pass(119);
    const QSignalSpy looks(m_fleet->pipelines(), &PipelineModel::statusSeen);
    QTRY_VERIFY(looks.size() > 2LL * count);
    QVERIFY(m_watch->open().isEmpty());
    pass(1);
    QTRY_COMPARE(m_watch->open().size(), 1);
    QCOMPARE(m_watch->open().constFirst().rule, AlertRule::StartNotConfirmed);
    setStatus(0, u"STARTING"_s);
    QTRY_VERIFY(m_watch->open().isEmpty());
}

void TestAlertWatch::manyUnknownAreOneAlert()
{
    QSignalSpy raised(m_watch.get(), &AlertWatch::raised);
    for (int number = 0; number < count; ++number)
        setStatus(number, u"UNKNOWN"_s);
    for (int number = 0; number < count; ++number)
        QTRY_VERIFY(isSeen(number, PipelineState::Unknown));
    pass(301);
    QTRY_VERIFY(!m_watch->open().isEmpty() && m_watch->open().constFirst().parts.size() == count);
    QCOMPARE(m_watch->open().size(), 1);
    QCOMPARE(raised.size(), 1);
    const AlertTexts texts(m_fleet.get());
    QCOMPARE(texts.title(m_watch->open().constFirst()), u"6 pipelines are unknown"_s);
    QVERIFY(texts.known(m_watch->open().constFirst()).contains(u"not known"_s));
    for (int number = 0; number < count; ++number)
        setStatus(number, u"STREAMING"_s);
    QTRY_VERIFY(m_watch->open().constFirst().isRecovering());
    QCOMPARE(texts.title(m_watch->open().constFirst()), u"6 pipelines were unknown"_s);
}

// Nobody can look at the pipelines, so nothing is said of them.
void TestAlertWatch::anAccountOutOfReachIsOneAlert()
{
    m_api->ahead = [](const Seen &) { return std::optional(Act::fault(Act::Kind::Close)); };
    QTRY_COMPARE(m_watch->open().size(), 1);
    pass(3600);
    m_watch->checkNow(m_watch->open().constFirst());
    QTRY_COMPARE(m_watch->open().size(), 1);
    const Alert alert = m_watch->open().constFirst();
    QCOMPARE(alert.rule, AlertRule::AccountTrouble);
    const AlertTexts texts(m_fleet.get());
    QVERIFY(texts.title(alert).startsWith(u"No connection to "_s));
    // What it says is true at that time: while it is watched, and when it is settled.
    m_api->ahead = nullptr;
    m_watch->checkNow(alert);
    QTRY_VERIFY(!m_watch->open().isEmpty() && m_watch->open().constFirst().isRecovering());
    const QString eased = texts.title(m_watch->open().constFirst());
    QVERIFY2(eased.startsWith(u"The connection to "_s) && eased.endsWith(u" is back."_s),
             qPrintable(eased));
    Alert settled = m_watch->open().constFirst();
    settled.settled = m_now;
    QVERIFY(texts.title(settled).startsWith(u"There was no connection to "_s));
    QVERIFY(!texts.known(settled).contains(u"counts as settled"_s));
}

void TestAlertWatch::mutedOnesAreRecordedAndNotTold()
{
    QSignalSpy raised(m_watch.get(), &AlertWatch::raised);
    QSignalSpy opened(m_watch.get(), &AlertWatch::opened);
    m_watch->mutePipeline(key(0), m_now, m_now.addSecs(3600));
    setStatus(0, u"NOT_RUNNING"_s);
    QTRY_VERIFY(isSeen(0, PipelineState::NotRunning));
    pass(5);
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(raised.isEmpty());
    QVERIFY(m_watch->isMuted(m_watch->open().constFirst()));
    pass(3600);
    QVERIFY(!m_watch->isMuted(m_watch->open().constFirst()));
}

// One pipeline after the other stops, and the first stops were muted: the alert grows, and nobody
// is told again.
void TestAlertWatch::aMutedCauseMayGrow()
{
    QSignalSpy raised(m_watch.get(), &AlertWatch::raised);
    const auto stop = [this](int number) {
        setStatus(number, u"NOT_RUNNING"_s);
        return QTest::qWaitFor([&] { return isSeen(number, PipelineState::NotRunning); });
    };
    const auto parts = [this] {
        return m_watch->open().isEmpty() ? 0 : int(m_watch->open().constFirst().parts.size());
    };
    QVERIFY(stop(0));
    QVERIFY(stop(1));
    pass(5);
    QTRY_COMPARE(parts(), 2);
    const Alert menus = m_watch->open().constFirst();
    QVERIFY(stop(2)); // while the menu is open
    pass(5);
    QTRY_COMPARE(parts(), 3);
    m_watch->mute(menus, m_now, m_now.addSecs(3600));
    QVERIFY(m_watch->isMuted(m_watch->open().constFirst()));
    for (int number = 3; number < count; ++number) {
        QVERIFY(stop(number));
        pass(5);
        QTRY_COMPARE(parts(), number + 1);
        QVERIFY(m_watch->isMuted(m_watch->open().constFirst()));
    }
    QCOMPARE(m_watch->open().size(), 1);
    QCOMPARE(raised.size(), 1);
    m_watch->unmute(menus);
    QVERIFY(m_watch->mutes().all().isEmpty());
    m_watch->mute(menus, m_now, m_now.addSecs(3600));
    pass(3600);
    QVERIFY(!m_watch->isMuted(m_watch->open().constFirst()));
}

// Who mutes one pipeline is told of the next one, also where that joins its alert.
void TestAlertWatch::aMutedPipelineHidesNoOther()
{
    QSignalSpy raised(m_watch.get(), &AlertWatch::raised);
    m_watch->mutePipeline(key(0), m_now, m_now.addSecs(3600));
    setStatus(0, u"NOT_RUNNING"_s);
    QTRY_VERIFY(isSeen(0, PipelineState::NotRunning));
    pass(5);
    QTRY_COMPARE(m_watch->open().size(), 1);
    QVERIFY(raised.isEmpty());
    setStatus(1, u"NOT_RUNNING"_s);
    QTRY_VERIFY(isSeen(1, PipelineState::NotRunning));
    pass(5);
    QTRY_COMPARE(raised.size(), 1);
    QCOMPARE(m_watch->open().size(), 1);
    QVERIFY(!m_watch->isMuted(m_watch->open().constFirst()));
}

// The clock of the rows is the real one; that of the watch is moved past its marks.
void TestAlertWatch::aLogThatRunsOutIsToldTwice()
{
    const PipelineRow *row = m_fleet->pipelines()->find(key(0));
    m_retention->set(LogRetention::sourceOf(*row), {Retention::Kind::Kept, 10h});
    m_fleet->sendCommand(key(0), PipelineCommand::Stop);
    setStatus(0, u"NOT_RUNNING"_s);
    QTRY_VERIFY(isSeen(0, PipelineState::NotRunning));
    QVERIFY(row->clock);
    const auto open = [this](AlertRule rule) {
        const QList<Alert> alerts = m_watch->open();
        return std::any_of(alerts.cbegin(), alerts.cend(),
                           [rule](const Alert &alert) { return alert.rule == rule; });
    };
    m_now = row->clock->from.addDuration(4h);
    const QSignalSpy looks(m_fleet->pipelines(), &PipelineModel::statusSeen);
    QTRY_VERIFY(looks.size() > 2LL * count);
    QVERIFY(!open(AlertRule::LogHalfUsed));
    m_now = row->clock->from.addDuration(5h);
    QTRY_VERIFY(open(AlertRule::LogHalfUsed));
    const AlertTexts texts(m_fleet.get());
    QVERIFY(texts.known(m_watch->open().constLast())
                .contains(u"left before this pipeline needs a new snapshot"_s));
    m_now = row->clock->from.addDuration(8h);
    QTRY_VERIFY(open(AlertRule::LogNearlyUsed));
    QTRY_VERIFY(!open(AlertRule::LogHalfUsed));
    setStatus(0, u"STREAMING"_s);
    QTRY_VERIFY(!open(AlertRule::LogNearlyUsed));
}

void TestAlertWatch::aLogThatNobodySpokeOfIsNotTold()
{
    m_fleet->sendCommand(key(0), PipelineCommand::Stop);
    setStatus(0, u"NOT_RUNNING"_s);
    QTRY_VERIFY(isSeen(0, PipelineState::NotRunning));
    pass(400 * 24 * 3600);
    const QSignalSpy looks(m_fleet->pipelines(), &PipelineModel::statusSeen);
    QTRY_VERIFY(looks.size() > 2LL * count);
    QVERIFY(m_watch->open().isEmpty());
}

void TestAlertWatch::aLongSnapshotIsTold()
{
    setStatus(0, u"SNAPSHOTTING"_s);
    QTRY_VERIFY(isSeen(0, PipelineState::Snapshotting));
    m_now = QDateTime::currentDateTimeUtc().addDays(3);
    const QSignalSpy looks(m_fleet->pipelines(), &PipelineModel::statusSeen);
    QTRY_VERIFY(looks.size() > 2LL * count);
    QVERIFY(m_watch->open().isEmpty()); // nobody knows what is usual
    setStatus(0, u"STREAMING"_s);
    QTRY_VERIFY(isSeen(0, PipelineState::Streaming));
    QVERIFY(m_fleet->pipelines()->find(key(0))->longestSnapshot.count() > 0);
    setStatus(0, u"SNAPSHOTTING"_s);
    QTRY_COMPARE(m_watch->open().size(), 1);
    QCOMPARE(AlertTexts(m_fleet.get()).title(m_watch->open().constFirst()),
             u"The snapshot of orders 0 takes longer than usual"_s);
}

void TestAlertWatch::theEndOfASnapshotIsTold()
{
    const QSignalSpy finished(m_watch.get(), &AlertWatch::snapshotFinished);
    setStatus(0, u"SNAPSHOTTING"_s);
    QTRY_VERIFY(isSeen(0, PipelineState::Snapshotting));
    QVERIFY(finished.isEmpty());
    setStatus(0, u"STREAMING"_s);
    QTRY_COMPARE(finished.size(), 1);
}

SLUICE_TEST(TestAlertWatch, Core)
#include "tst_alertwatch.moc"
