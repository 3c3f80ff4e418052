// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/account.h"
#include "models/fleet/pipelinemodel.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/faultserver.h"
#include "tests/support/sandboxprocess.h"
#include "ui/errors/actionfailures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// What the window says when the server is gone, refuses or comes back. Never a dialog.
class TestOutage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void serverGoneMarksRowsWithOneBanner();
    void serverBackClearsByItself();
    void windowStaysResponsive();
    void actionsWaitForTheConnection();
    void lastRefreshIsTheLastGoodOne();
    void nodeErrorOffersRetry();
    void refusedStartIsOneBanner();
    void refusedAccountNamesTheCause_data();
    void refusedAccountNamesTheCause();
    void anotherPipelinesSuccessKeepsTheQuestion();
    void closedBannerStaysAway();
    void noProjectsIsExplained();
    void failedListsAreNotNoPipelines();

private:
    static bool allOutdated(const WindowFixture &f);
    // Answers as an account with one project and one stopped pipeline.
    static Act smallAccount(const Seen &seen);
    static void addAccount(WindowFixture &f, const FaultServer &server);
    static void addSmallAccount(WindowFixture &f, const FaultServer &server); // waits for its row

    std::unique_ptr<Theme> m_theme;
};

void TestOutage::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Mode::Light);
}

bool TestOutage::allOutdated(const WindowFixture &f)
{
    const QAbstractItemModel *model = f.table()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (!model->index(row, 0).data(PipelineModel::OutdatedRole).toBool())
            return false;
    }
    return model->rowCount() > 0;
}

Act TestOutage::smallAccount(const Seen &seen)
{
    const QByteArray path = seen.path();
    if (path.endsWith("/v1/projects"))
        return Act::reply(200, R"({"results":[{"id":"p1","name":"Small"}]})");
    if (path.endsWith("/environments"))
        return Act::reply(
            200, R"({"results":[{"name":"Env","defaultAgentId":"a1","defaultAgentName":"R1"}]})");
    if (path.endsWith("/streaming-pipelines"))
        return Act::reply(200, R"({"results":[{"streamingPipelineId":"s1","name":"tiny",
                                  "agentId":"a1","streamingSource":{"type":"postgres"},
                                  "streamingTarget":{"type":"s3"}}]})");
    if (path.endsWith("/status"))
        return Act::reply(200, R"({"status":"NOT_RUNNING"})");
    return Act::reply(200, R"({"results":[]})");
}

void TestOutage::addAccount(WindowFixture &f, const FaultServer &server)
{
    Profile profile;
    profile.id = u"small"_s;
    profile.name = u"SMALL"_s;
    profile.baseUrl = server.url();
    profile.signIn = Profile::SignIn::Token;
    f.fleet()->addAccount(makeAccount(profile, u"abc"_s));
}

void TestOutage::addSmallAccount(WindowFixture &f, const FaultServer &server)
{
    addAccount(f, server);
    QTRY_COMPARE(f.shownNames(), QStringList{u"tiny"_s});
}

void TestOutage::serverGoneMarksRowsWithOneBanner()
{
    SandboxProcess sandbox({u"--seed"_s, u"demo"_s, u"--rate-limit"_s, u"0"_s});
    QVERIFY(sandbox.isReady());
    WindowFixture f(m_theme.get());
    f.signIn(sandbox);
    QVERIFY(f.banners().isEmpty());
    sandbox.kill();
    QTRY_VERIFY_WITH_TIMEOUT(allOutdated(f), 20'000);
    QTRY_COMPARE(f.banners().size(), 1);
    // More failed polls change nothing.
    QSignalSpy checked(f.fleet()->poller(u"sandbox"_s), &StatusPoller::checked);
    QVERIFY(checked.wait());
    QCOMPARE(f.banners().size(), 1);
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(!f.question());
    QVERIFY(f.table()->isVisible());
}

void TestOutage::serverBackClearsByItself()
{
    const QTemporaryDir data;
    auto sandbox = std::make_unique<SandboxProcess>(
        QStringList{u"--seed"_s, u"demo"_s, u"--data"_s, data.path(), u"--rate-limit"_s, u"0"_s});
    QVERIFY(sandbox->isReady());
    const QString port = QString::number(sandbox->url().port());
    WindowFixture f(m_theme.get());
    f.signIn(*sandbox);
    sandbox->kill();
    QTRY_COMPARE_WITH_TIMEOUT(f.banners().size(), 1, 20'000);

    sandbox = std::make_unique<SandboxProcess>(
        QStringList{u"--port"_s, port, u"--data"_s, data.path(), u"--rate-limit"_s, u"0"_s});
    QVERIFY2(sandbox->isReady(), qPrintable(sandbox->errorOutput()));
    QTRY_VERIFY_WITH_TIMEOUT(f.banners().isEmpty(), 20'000);
    QVERIFY(!allOutdated(f));
}

// The event loop turns on its own while every poll fails: what a timer asks for comes between them.
void TestOutage::windowStaysResponsive()
{
    SandboxProcess sandbox({u"--seed"_s, u"60"_s, u"--rate-limit"_s, u"0"_s});
    QVERIFY(sandbox.isReady());
    WindowFixture f(m_theme.get());
    f.signIn(sandbox);
    sandbox.kill();
    QTRY_VERIFY_WITH_TIMEOUT(allOutdated(f), 20'000);
    int failures = 0;
    int ticksBetween = 0;
    int idleFailures = 0; // since which no timer had its turn
    QTimer ticks;
    connect(&ticks, &QTimer::timeout, this, [&] { ++ticksBetween; });
    connect(f.fleet()->poller(u"sandbox"_s), &StatusPoller::checked, this, [&] {
        ++failures;
        idleFailures += std::exchange(ticksBetween, 0) == 0;
    });
    ticks.start(1);
    QTRY_VERIFY_WITH_TIMEOUT(failures >= 4, 20'000);
    QVERIFY2(idleFailures < failures, qPrintable(QString::number(idleFailures)));
}

void TestOutage::actionsWaitForTheConnection()
{
    SandboxProcess sandbox({u"--seed"_s, u"demo"_s, u"--rate-limit"_s, u"0"_s});
    QVERIFY(sandbox.isReady());
    WindowFixture f(m_theme.get());
    const QString account = f.signIn(sandbox)->profile().name;
    QVERIFY(f.select({f.nameWith(Badge::Streaming)}));
    const QStringList blocked = {u"newPipelineAction"_s, u"stopAction"_s, u"deleteAction"_s};
    for (const QString &name : blocked)
        QVERIFY2(f.action(name)->isEnabled(), qPrintable(name));
    sandbox.kill();
    QTRY_VERIFY_WITH_TIMEOUT(!f.banners().isEmpty(), 20'000);
    for (const QString &name : blocked + QStringList{u"startAction"_s}) {
        QVERIFY2(!f.action(name)->isEnabled(), qPrintable(name));
        QCOMPARE(f.action(name)->toolTip(), u"No connection to %1."_s.arg(account));
    }
    QVERIFY(f.action(u"refreshAction"_s)->isEnabled());
    QVERIFY(f.action(u"refreshAllAction"_s)->isEnabled());
    QVERIFY(f.action(u"copyIdAction"_s)->isEnabled());
    // The banner says once that there is no connection.
    QCOMPARE(f.banners().constFirst()->accessibleName().count(u"No connection"_s), 1);
}

void TestOutage::lastRefreshIsTheLastGoodOne()
{
    SandboxProcess sandbox({u"--seed"_s, u"demo"_s, u"--rate-limit"_s, u"0"_s});
    QVERIFY(sandbox.isReady());
    WindowFixture f(m_theme.get());
    f.signIn(sandbox);
    const auto *label = f.find<QLabel>(u"lastRefreshLabel"_s);
    sandbox.kill();
    QTRY_VERIFY_WITH_TIMEOUT(!f.banners().isEmpty(), 20'000);
    const auto waitSeconds = [](int seconds) {
        const QDateTime then = QDateTime::currentDateTime().addSecs(seconds);
        return QTest::qWaitFor([&then] { return QDateTime::currentDateTime() >= then; },
                               (seconds + 5) * 1000);
    };
    QVERIFY(waitSeconds(2)); // the label follows every second
    const QString told = label->text();
    QVERIFY(told.contains(u':'));
    QSignalSpy checked(f.fleet()->poller(u"sandbox"_s), &StatusPoller::checked);
    QVERIFY(waitSeconds(2));
    QVERIFY(!checked.isEmpty());
    QCOMPARE(label->text(), told);
}

void TestOutage::nodeErrorOffersRetry()
{
    FaultServer server;
    bool refuse = true;
    server.setHandler([&refuse](const Seen &seen) {
        if (refuse && seen.path().endsWith("/environments"))
            return Act::reply(403, R"({"title":"Forbidden","status":403})");
        return smallAccount(seen);
    });
    WindowFixture f(m_theme.get());
    addSmallAccount(f, server);
    const QPersistentModelIndex project = f.node(u"Small"_s);
    f.tree()->expand(project);
    f.tree()->setCurrentIndex(project);
    const auto state = [&project] {
        return LoadState(project.data(NavigationModel::LoadStateRole).toInt());
    };
    QTRY_COMPARE(state(), LoadState::Failed);
    QVERIFY(!project.data(NavigationModel::ErrorRole).toString().isEmpty());
    QTRY_VERIFY(f.action(u"retryAction"_s)->isEnabled());

    refuse = false;
    f.tree()->setFocus();
    QTest::keyClick(f.tree(), Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(state(), LoadState::Loaded);
    QTRY_VERIFY(f.node(u"Env"_s).isValid());
    QVERIFY(!f.action(u"retryAction"_s)->isEnabled());
}

void TestOutage::refusedStartIsOneBanner()
{
    FaultServer server;
    server.setHandler([](const Seen &seen) {
        return seen.method == "POST" ? Act::reply(409, R"({"title":"Conflict","status":409,
                                                   "detail":"The pipeline is not stopped."})")
                                     : smallAccount(seen);
    });
    WindowFixture f(m_theme.get());
    addSmallAccount(f, server);
    QTRY_COMPARE(f.badge(u"tiny"_s), Badge::Stopped);
    QVERIFY(f.select({u"tiny"_s}));
    for (int i = 1; i <= 2; ++i) {
        QVERIFY(f.trigger(u"startAction"_s));
        QTRY_COMPARE(server.count("POST"), i);
        QTRY_COMPARE(f.badge(u"tiny"_s), Badge::Stopped);
        QTRY_COMPARE(f.banners().size(), 1);
        QTRY_VERIFY(f.action(u"startAction"_s)->isEnabled());
    }
    QVERIFY(!QApplication::activeModalWidget());
}

void TestOutage::refusedAccountNamesTheCause_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("word");
    QTest::newRow("401") << 401 << u"did not accept the sign-in"_s;
    QTest::newRow("403") << 403 << u"may not do this"_s;
}

void TestOutage::refusedAccountNamesTheCause()
{
    QFETCH(const int, status);
    QFETCH(const QString, word);
    FaultServer server;
    bool refuse = false;
    server.setHandler([&](const Seen &seen) {
        return refuse ? Act::reply(status, R"({"title":"no"})") : smallAccount(seen);
    });
    WindowFixture f(m_theme.get());
    addSmallAccount(f, server);
    QTRY_COMPARE(f.badge(u"tiny"_s), Badge::Stopped);
    refuse = true;
    f.fleet()->refreshAll();
    QTRY_VERIFY_WITH_TIMEOUT(allOutdated(f), 20'000);
    QTRY_COMPARE(f.banners().size(), 1);
    QSignalSpy checked(f.fleet()->poller(u"small"_s), &StatusPoller::checked);
    QVERIFY(checked.wait(20'000));
    QCOMPARE(f.banners().size(), 1); // the lists' cause is the same
    const auto labels = f.banners().constFirst()->findChildren<QLabel *>();
    QString text;
    for (const QLabel *label : labels)
        text += label->text();
    QVERIFY2(text.contains(word), qPrintable(text));
    QVERIFY2(!text.contains(u"No connection"_s), qPrintable(text));
    refuse = false;
    f.fleet()->refreshAll();
    QTRY_VERIFY_WITH_TIMEOUT(f.banners().isEmpty(), 20'000);
}

void TestOutage::anotherPipelinesSuccessKeepsTheQuestion()
{
    Fleet fleet;
    ActionFailures failures(&fleet);
    QSignalSpy raised(&failures, &ActionFailures::raised);
    QSignalSpy cleared(&failures, &ActionFailures::cleared);
    const PipelineKey one{u"acc"_s, u"p"_s, u"1"_s};
    const PipelineKey two{u"acc"_s, u"p"_s, u"2"_s};
    ApiError error;
    error.kind = ApiError::Kind::OutcomeUnknown;
    Q_EMIT fleet.actionFailed(one, u"stop one"_s, error);
    Q_EMIT fleet.actionFailed(two, u"stop two"_s, error);
    QCOMPARE(raised.size(), 2);
    Q_EMIT fleet.commandAccepted(two, PipelineCommand::Stop);
    QCOMPARE(cleared.size(), 0);
    QCOMPARE(raised.size(), 3);
    const auto left = raised.last().first().value<Cause>();
    QVERIFY(left.fact.contains(u"stop one"_s));
    QVERIFY(!left.details.contains(u"stop two"_s));
    Q_EMIT fleet.commandAccepted(one, PipelineCommand::Stop);
    QCOMPARE(cleared.size(), 1);
}

void TestOutage::closedBannerStaysAway()
{
    SandboxProcess sandbox({u"--seed"_s, u"demo"_s, u"--rate-limit"_s, u"0"_s});
    QVERIFY(sandbox.isReady());
    WindowFixture f(m_theme.get());
    f.signIn(sandbox);
    sandbox.kill();
    QTRY_COMPARE_WITH_TIMEOUT(f.banners().size(), 1, 20'000);
    auto *close = f.banners().constFirst()->findChild<QAbstractButton *>(u"bannerClose"_s);
    QVERIFY(close);
    QTest::mouseClick(close, Qt::LeftButton);
    QCOMPARE(f.banners().size(), 0);
}

void TestOutage::noProjectsIsExplained()
{
    FaultServer server;
    server.setHandler([](const Seen &) { return Act::reply(200, R"({"results":[]})"); });
    WindowFixture f(m_theme.get());
    addAccount(f, server);
    auto *empty = f.table()->findChild<EmptyState *>();
    QTRY_VERIFY(empty->isVisible());
    QTRY_VERIFY(empty->findChild<QLabel *>()->text().contains(u"no projects"_s));
    QVERIFY(!empty->button()->isVisible());
}

void TestOutage::failedListsAreNotNoPipelines()
{
    FaultServer server;
    server.setHandler([](const Seen &seen) {
        return seen.path().endsWith("/streaming-pipelines")
                   ? Act::reply(403, R"({"title":"Forbidden","status":403})")
                   : smallAccount(seen);
    });
    WindowFixture f(m_theme.get());
    addAccount(f, server);
    auto *empty = f.table()->findChild<EmptyState *>();
    QTRY_VERIFY(empty->isVisible());
    QTRY_VERIFY(empty->findChild<QLabel *>()->text().contains(u"could not be read"_s));
    QTRY_COMPARE(f.banners().size(), 1);
}

QTEST_MAIN(TestOutage)
#include "tst_outage.moc"
