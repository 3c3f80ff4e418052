// SPDX-License-Identifier: Apache-2.0
#include "tests/support/mnemonics.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/alerts/trayicon.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/questionbox.h"

#include <QApplication>
#include <QCheckBox>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

constexpr int secondLook = 20'000; // ms; the second look comes after 5 s

} // namespace

// The window is closed and the program goes on watching, where the desktop has a tray.
class TestTray : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstCloseAsks();
    void keptItIsUnseenAndComesBack();
    void rememberedItIsNotAskedAgain();
    void quitMeansQuit();
    void ctrlQQuits();
    void withoutATrayItQuits();
    void theMenuSaysWhatWasChosen();
    void pausedChecksAreTold();
    void theTraysMenuLeadsToProblems();
    void thePictureSaysTheWorst();

protected:
    void prepare() override
    {
        m->setTray(true);
        m->reopen();
        QTRY_VERIFY(m->fleet()->pipelines()->rowCount() > 0);
    }

private:
    QuestionBox *asked() const
    {
        QuestionBox *box = m->question();
        return box && box->objectName() == u"closeChoice"_s ? box : nullptr;
    }

    bool closeAndAsk() const
    {
        m->window()->close();
        return m->window()->isVisible() && asked();
    }

    QPushButton *quitButton() const { return asked()->findChild<QPushButton *>(u"closeQuit"_s); }

    QString chosen() const { return m->settings()->value(u"window/onClose"_s).toString(); }

    TrayIcon *icon() const { return m->window()->findChild<TrayIcon *>(); }
};

void TestTray::theFirstCloseAsks()
{
    QVERIFY(closeAndAsk());
    QCOMPARE(asked()->question(), u"Keep watching in the tray, or quit?"_s);
    QCOMPARE(clashingMnemonics(asked()), QStringList());
    m->window()->close(); // one question is enough
    QCOMPARE(m->window()->findChildren<QuestionBox *>(u"closeChoice"_s).size(), 1);
    QTest::keyClick(asked(), Qt::Key_Escape);
    QTRY_VERIFY(!asked());
    QVERIFY(m->window()->isVisible());
    QCOMPARE(chosen(), QString());
}

void TestTray::keptItIsUnseenAndComesBack()
{
    const QSignalSpy unseen(m->fleet(), &Fleet::unseenChanged);
    QVERIFY(closeAndAsk());
    QTRY_VERIFY(asked()->isActiveWindow());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // the verb does no harm
    QTRY_VERIFY(!m->window()->isVisible());
    QCOMPARE(unseen.size(), 1);
    QVERIFY(unseen.constFirst().constFirst().toBool());
    QVERIFY(!QApplication::quitOnLastWindowClosed());
    QCOMPARE(chosen(), QString()); // nothing was to be remembered
    Q_EMIT icon()->showRequested();
    QVERIFY(m->window()->isVisible());
    QCOMPARE(unseen.size(), 2);
    QVERIFY(QApplication::quitOnLastWindowClosed());
    QVERIFY(closeAndAsk());
}

void TestTray::rememberedItIsNotAskedAgain()
{
    QVERIFY(closeAndAsk());
    asked()->findChild<QCheckBox *>(u"questionTick"_s)->setChecked(true);
    QTest::mouseClick(asked()->confirmButton(), Qt::LeftButton);
    QTRY_VERIFY(!m->window()->isVisible());
    QCOMPARE(chosen(), u"tray"_s);
    Q_EMIT icon()->showRequested();
    m->window()->close();
    QVERIFY(!m->window()->isVisible());
    QVERIFY(!asked());
    QVERIFY(!QApplication::quitOnLastWindowClosed());
    Q_EMIT icon()->showRequested();
}

void TestTray::quitMeansQuit()
{
    QVERIFY(closeAndAsk());
    asked()->findChild<QCheckBox *>(u"questionTick"_s)->setChecked(true);
    QTest::mouseClick(quitButton(), Qt::LeftButton);
    QTRY_VERIFY(!m->window()->isVisible());
    QVERIFY(QApplication::quitOnLastWindowClosed());
    QCOMPARE(chosen(), u"quit"_s);
}

void TestTray::ctrlQQuits()
{
    m->settings()->setValue(u"window/onClose"_s, u"tray"_s);
    QTest::keyClick(m->window(), Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(!m->window()->isVisible());
    QVERIFY(!asked());
    QVERIFY(QApplication::quitOnLastWindowClosed());
}

void TestTray::withoutATrayItQuits()
{
    m->setTray(false);
    m->reopen();
    m->settings()->setValue(u"window/onClose"_s, u"tray"_s);
    m->window()->close();
    QVERIFY(!m->window()->isVisible());
    QVERIFY(QApplication::quitOnLastWindowClosed());
}

void TestTray::theMenuSaysWhatWasChosen()
{
    auto *menu = m->find<QMenu>(u"onCloseMenu"_s);
    const auto entry = [menu](const QString &name) {
        Q_EMIT menu->aboutToShow();
        return menu->findChild<QAction *>(name);
    };
    QVERIFY(entry(u"onCloseAsk"_s)->isChecked());
    entry(u"onCloseKeep"_s)->trigger();
    QCOMPARE(chosen(), u"tray"_s);
    QVERIFY(entry(u"onCloseKeep"_s)->isChecked());
    QVERIFY(!entry(u"onCloseAsk"_s)->isChecked());
    entry(u"onCloseAsk"_s)->trigger();
    QVERIFY(closeAndAsk());
    QTest::keyClick(asked(), Qt::Key_Escape);
    QTRY_VERIFY(!asked());
    // The page has it, too.
    QVERIFY(m->trigger(u"alertsAction"_s));
    QVERIFY(m->click(u"alertWaysButton"_s));
    auto *ways = m->find<QMenu>(u"alertWaysMenu"_s);
    QVERIFY(ways->actions().contains(menu->menuAction()));
    ways->close();
}

void TestTray::pausedChecksAreTold()
{
    QVERIFY(m->trigger(u"pauseChecksAction"_s));
    QVERIFY(!m->fleet()->isPolling());
    QTRY_COMPARE(m->banners().size(), 1);
    QVERIFY(m->clickInBanner(u"Resume"_s));
    QVERIFY(m->fleet()->isPolling());
    QVERIFY(!m->action(u"pauseChecksAction"_s)->isChecked());
    QTRY_VERIFY(m->banners().isEmpty());
}

void TestTray::theTraysMenuLeadsToProblems()
{
    m->fleet()->setPolling(false);
    PipelineModel *pipelines = m->fleet()->pipelines();
    const PipelineKey key = pipelines->row(0).key;
    const auto entries = [this] {
        icon()->fillMenu();
        QStringList names;
        const QList<QAction *> actions = icon()->menu()->actions();
        for (const QAction *action : actions)
            names += action->objectName();
        return names;
    };
    const QStringList usual{u"trayShow"_s, u"pauseChecksAction"_s, u"quitAction"_s};
    QCOMPARE(entries(), usual);
    // It is looked at twice before it is told.
    pipelines->setStatus(key, u"STREAMING"_s);
    const auto isTold = [this, pipelines, key] {
        pipelines->setStatus(key, u"NOT_RUNNING"_s);
        return !m->alerts()->open().isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), secondLook);
    QCOMPARE(entries(), QStringList({u"trayProblem"_s, QString()}) + usual);
    m->window()->hide();
    auto *problem = icon()->menu()->findChild<QAction *>(u"trayProblem"_s);
    QCOMPARE(problem->text(), pipelines->find(key)->name + u": Stopped unexpectedly"_s);
    problem->trigger();
    QVERIFY(m->window()->isVisible());
    QVERIFY(m->find<QWidget>(u"pipelineEditor"_s)->isVisible());
    m->window()->hide();
    Q_EMIT icon()->alertsRequested();
    QVERIFY(m->window()->isVisible());
    QVERIFY(m->find<QWidget>(u"alertsPage"_s)->isVisible());
}

void TestTray::thePictureSaysTheWorst()
{
    const auto has = [](const TraySummary &summary, Family family, bool dark) {
        const QPalette palette = programPalette(dark);
        const QImage image = trayPicture(summary, palette).pixmap(64, 64).toImage();
        const QColor wanted = familyColors(family, palette).solid;
        for (int y = 32; y < 64; ++y) {
            for (int x = 32; x < 64; ++x) {
                if (image.pixelColor(x, y) == wanted)
                    return true;
            }
        }
        return false;
    };
    TraySummary summary;
    QCOMPARE(trayPicture(summary, {}).pixmap(32, 32).toImage(),
             programIcon().pixmap(32, 32).toImage());
    for (const bool dark : {false, true}) {
        summary.problems = {{{}, {}, AlertRule::UnexpectedStop}};
        summary.isPaused = false;
        QVERIFY(has(summary, Family::Unexpected, dark));
        summary.problems = {{{}, {}, AlertRule::UnknownForLong}};
        QVERIFY(has(summary, Family::Unknown, dark));
        QVERIFY(!has(summary, Family::Unexpected, dark));
        summary.isPaused = true;
        QVERIFY(has(summary, Family::Stopped, dark));
    }
}

SLUICE_TEST(TestTray, Widgets)
#include "tst_tray.moc"
