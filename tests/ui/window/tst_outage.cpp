// SPDX-License-Identifier: Apache-2.0
#include "models/account/account.h"
#include "tests/support/sandboxprocess.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowfixture.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// What the window says when the server is gone or comes back. Never a dialog.
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
    void closedBannerStaysAway();
    void nothingMovesUnderTheMouse();
    void thePageOfAlertsTellsItOnce();

private:
    std::unique_ptr<Theme> m_theme;
};

void TestOutage::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Mode::Light);
}

void TestOutage::serverGoneMarksRowsWithOneBanner()
{
    SandboxProcess sandbox({u"--seed"_s, u"demo"_s, u"--rate-limit"_s, u"0"_s});
    QVERIFY(sandbox.isReady());
    WindowFixture f(m_theme.get());
    f.signIn(sandbox);
    QVERIFY(f.banners().isEmpty());
    sandbox.kill();
    QTRY_VERIFY_WITH_TIMEOUT(f.allOutdated(), 20'000);
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
    QVERIFY(!f.allOutdated());
}

// The event loop turns on its own while every poll fails: what a timer asks for comes between them.
void TestOutage::windowStaysResponsive()
{
    SandboxProcess sandbox({u"--seed"_s, u"60"_s, u"--rate-limit"_s, u"0"_s});
    QVERIFY(sandbox.isReady());
    WindowFixture f(m_theme.get());
    f.signIn(sandbox);
    sandbox.kill();
    QTRY_VERIFY_WITH_TIMEOUT(f.allOutdated(), 20'000);
    int failures = 0;
    int ticksBetween = 0;
    int idleFailures = 0; // failures right after another one, without a timer's turn between
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

// The banner comes while the mouse is over the table: the rows and the pane stay where they are. It
// has a place of its own when the mouse is elsewhere.
void TestOutage::nothingMovesUnderTheMouse()
{
    SandboxProcess sandbox({u"--seed"_s, u"demo"_s, u"--rate-limit"_s, u"0"_s});
    QVERIFY(sandbox.isReady());
    WindowFixture f(m_theme.get());
    f.signIn(sandbox);
    QVERIFY(f.select({f.nameWith(Badge::Streaming)}));
    QTRY_VERIFY(f.find<QWidget>(u"pipelineDetails"_s)->isVisible());
    const auto placeOf = [&f](const QString &name) {
        const auto *part = f.find<QWidget>(name);
        return QRect(part->mapTo(f.window(), QPoint()), part->size());
    };
    QTest::mouseMove(f.window(), QPoint(1, 1));
    QTest::mouseMove(f.table()->viewport(), f.table()->viewport()->rect().center());
    auto *page = f.find<QWidget>(u"dashboardPage"_s);
    QTRY_VERIFY(page->underMouse());
    const QRect table = placeOf(f.table()->objectName());
    const QRect pane = placeOf(u"pipelineDetails"_s);
    const QRect whole = placeOf(page->objectName());
    sandbox.kill();
    QTRY_COMPARE_WITH_TIMEOUT(f.banners().size(), 1, 20'000);
    QCOMPARE(placeOf(f.table()->objectName()), table);
    QCOMPARE(placeOf(u"pipelineDetails"_s), pane);
    const QWidget *banner = f.banners().constFirst();
    const QWidget *top = f.window()->childAt(banner->mapTo(f.window(), banner->rect().center()));
    QVERIFY(top == banner || banner->isAncestorOf(top)); // not below the page

    QTest::mouseMove(f.window(), QPoint(1, 1));
    QTRY_VERIFY(!page->underMouse());
    const int end = placeOf(page->objectName()).bottom();
    QTRY_VERIFY(placeOf(page->objectName()).bottom() < banner->mapTo(f.window(), QPoint()).y());
    QVERIFY2(end <= whole.bottom(), qPrintable(QString::number(end)));
    QCOMPARE(placeOf(f.table()->objectName()).topLeft(), table.topLeft());
}

void TestOutage::thePageOfAlertsTellsItOnce()
{
    SandboxProcess sandbox({u"--seed"_s, u"demo"_s, u"--rate-limit"_s, u"0"_s});
    QVERIFY(sandbox.isReady());
    WindowFixture f(m_theme.get());
    f.signIn(sandbox);
    QVERIFY(f.trigger(u"alertsAction"_s));
    sandbox.kill();
    QTRY_COMPARE_WITH_TIMEOUT(f.alerts()->open().size(), 1, 20'000);
    QVERIFY(f.banners().isEmpty());
    QVERIFY(f.trigger(u"fleetAction"_s));
    QTRY_COMPARE(f.banners().size(), 1);
    QVERIFY(f.trigger(u"alertsAction"_s));
    QTRY_VERIFY(f.banners().isEmpty());
}

SLUICE_TEST(TestOutage, Widgets)
#include "tst_outage.moc"
