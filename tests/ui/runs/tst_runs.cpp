// SPDX-License-Identifier: Apache-2.0
#include "models/runs/commandrun.h"
#include "models/runs/runlist.h"
#include "models/runs/runmodel.h"
#include "models/runs/runplanmodel.h"
#include "tests/support/keys.h"
#include "tests/support/sandboxprocess.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/runs/runplandialog.h"
#include "ui/runs/runspanel.h"
#include "ui/widgets/rowsview.h"

#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QToolButton>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;

// Bulk work in the real window: the plan, the run in the activity, its report.
class TestRuns : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void thePlanTellsEachRow();
    void aSnapshotWantsItsOwnTick();
    void aRunGoesToItsEnd();
    void aRefusedRowIsTriedAgain();
    void pausesAndCancels();
    void restartsOne();
    void restartsSeveral();
    void theKeyboardIsEnough();
    void theWindowAsksBeforeItLeavesARun();
    void wavesAreChosenInThePlan();
    void undoPlansTheOpposite();

private:
    RunPlanDialog *plan() const;
    bool begin(const QString &action, const QStringList &pipelines);

    static QPushButton *go(const RunPlanDialog *dialog)
    {
        return dialog->findChild<QPushButton *>(u"startRun"_s);
    }

    CommandRun *newest() const { return m->find<RunList>({})->run(0); }

    RunsPanel *panel() const { return m->find<RunsPanel>(u"runsPanel"_s); }

    QPushButton *button(const QString &name) const { return m->find<QPushButton>(name); }

    QStringList with(Badge badge, int most) const;
    void open() const;
};

RunPlanDialog *TestRuns::plan() const
{
    const auto dialogs = m->window()->findChildren<RunPlanDialog *>();
    for (RunPlanDialog *dialog : dialogs) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

bool TestRuns::begin(const QString &action, const QStringList &pipelines)
{
    if (!m->select(pipelines) || !m->trigger(action) || !plan())
        return false;
    QTest::mouseClick(go(plan()), Qt::LeftButton);
    return QTest::qWaitFor([this] { return !plan() && newest(); });
}

QStringList TestRuns::with(Badge badge, int most) const
{
    QStringList names;
    const QStringList shown = m->shownNames();
    for (const QString &name : shown) {
        if (m->badge(name) == badge && names.size() < most)
            names.append(name);
    }
    return names;
}

void TestRuns::open() const
{
    if (!panel()->isOpen())
        QTest::mouseClick(m->find<QToolButton>(u"runsToggle"_s), Qt::LeftButton);
}

void TestRuns::thePlanTellsEachRow()
{
    QVERIFY(!m->find<QDockWidget>(u"activityDock"_s)->isVisible());
    const QString stopped = m->nameWith(Badge::Stopped);
    const QString running = m->nameWith(Badge::Streaming);
    QVERIFY(m->select({stopped, running}));
    QVERIFY(m->trigger(u"startAction"_s));
    QVERIFY(plan());
    const auto *rows = plan()->findChild<RowsView *>(u"runPlanRows"_s);
    QCOMPARE(rows->model()->rowCount(), 2);
    // The exception comes first.
    QCOMPARE(rows->model()->index(0, RunPlanModel::PipelineColumn).data().toString(), running);
    QCOMPARE(rows->model()->index(0, RunPlanModel::PlanColumn).data().toString(),
             u"Skip: streaming already"_s);
    QCOMPARE(go(plan())->text(), u"Start 1 pipeline"_s);
    QVERIFY(!go(plan())->isDefault()); // Enter in a field sends nothing
    QVERIFY(plan()->findChild<QLabel *>(u"runPlanCounts"_s)->text().contains(u"1 skipped"_s));

    // Nothing is left to do without the tick.
    QVERIFY(plan()->findChild<RunPlanModel *>()->setData(rows->model()->index(1, 0), Qt::Unchecked,
                                                         Qt::CheckStateRole));
    QVERIFY(!go(plan())->isEnabled());

    const QString path = m->chooseFolder() + u"/plan.csv"_s;
    m->setChosenPaths({path});
    QTest::mouseClick(plan()->findChild<QPushButton *>(u"saveRunPlan"_s), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("Skip: streaming already") && text.contains(stopped.toUtf8()));

    QTest::keyClick(plan(), Qt::Key_Escape);
    QTRY_VERIFY(!plan());
    QCOMPARE(m->badge(stopped), Badge::Stopped);
    QVERIFY(!newest());
}

void TestRuns::wavesAreChosenInThePlan()
{
    const QStringList stopped = with(Badge::Stopped, 4);
    QCOMPARE(stopped.size(), 4);
    QVERIFY(m->select(stopped));
    QVERIFY(m->trigger(u"startAction"_s));
    QVERIFY(plan());
    auto *waves = plan()->findChild<QComboBox *>(u"runWaves"_s);
    auto *hold = plan()->findChild<QComboBox *>(u"runHold"_s);
    auto *words = plan()->findChild<QLabel *>(u"runWavesText"_s);
    QCOMPARE(waves->currentText(), u"All of them"_s);
    QVERIFY(!hold->isEnabled() && !words->isVisible());
    waves->setCurrentIndex(1);
    QVERIFY(hold->isEnabled() && words->isVisible());
    QVERIFY(words->text().startsWith(u"3 waves"_s));
    QCOMPARE(hold->currentText(), u"30 s"_s);
    QTest::mouseClick(go(plan()), Qt::LeftButton);
    QTRY_VERIFY(newest());
    QCOMPARE(newest()->waveCount(), 3);
    QCOMPARE(newest()->settings().hold, std::chrono::milliseconds(30'000));
    open();
    // One alone, until it has run for long enough.
    QTRY_COMPARE_WITH_TIMEOUT(newest()->count(CommandRun::State::Confirmed), 1, 20'000);
    QTRY_VERIFY(m->find<QLabel>(u"runWords"_s)->text().startsWith(
        u"Wave 1 of 3 has to run for "_s));
    QCOMPARE(newest()->count(CommandRun::State::Waiting), 3);
    QTest::mouseClick(button(u"cancelRun"_s), Qt::LeftButton);
    QTRY_VERIFY(!newest()->isRunning());
}

void TestRuns::undoPlansTheOpposite()
{
    const QStringList stopped = with(Badge::Stopped, 2);
    QVERIFY(begin(u"startAction"_s, stopped));
    QTRY_VERIFY_WITH_TIMEOUT(!newest()->isRunning(), 30'000);
    QCOMPARE(newest()->count(CommandRun::State::Confirmed), 2);
    open();
    QTRY_VERIFY(button(u"undoRun"_s)->isEnabled());
    QTest::mouseClick(button(u"undoRun"_s), Qt::LeftButton);
    QTRY_VERIFY(plan());
    QVERIFY(plan()->windowTitle().startsWith(u"Stop"_s));
    QCOMPARE(plan()->findChild<RunPlanModel *>()->rowCount(), 2);
    // Nothing is sent without the plan's own button.
    QTest::keyClick(plan(), Qt::Key_Escape);
    QTRY_VERIFY(!plan());
    QCOMPARE(newest()->verb(), RunVerb::Start);
}

void TestRuns::aSnapshotWantsItsOwnTick()
{
    const QStringList streaming = with(Badge::Streaming, 2);
    const PipelineKey key = m->key(streaming.first());
    m->fleet()->setPolling(false);
    QTRY_VERIFY(!m->fleet()->isPolling());
    m->fleet()->pipelines()->setStatus(key, u"SNAPSHOTTING"_s);
    m->fleet()->pipelines()->flush();
    QVERIFY(m->select(streaming));
    QVERIFY(m->trigger(u"stopAction"_s));
    QVERIFY(plan());
    QCOMPARE(go(plan())->text(), u"Stop 1 pipeline"_s);
    auto *model = plan()->findChild<RunPlanModel *>();
    QCOMPARE(model->index(0, 0).data().toString(), streaming.first());
    QCOMPARE(model->index(0, RunPlanModel::PlanColumn).data().toString(),
             u"Skip: in its snapshot"_s);
    QVERIFY(plan()->findChild<QWidget *>(u"runPlanSnapshots"_s)->isVisible());
    // The tick by the keyboard.
    auto *rows = plan()->findChild<RowsView *>(u"runPlanRows"_s);
    rows->setFocus();
    rows->setCurrentIndex(model->index(0, 0));
    QTest::keyClick(rows, Qt::Key_Space);
    QCOMPARE(go(plan())->text(), u"Stop 2 pipelines"_s);
    QVERIFY(model->items().constFirst().mayEndSnapshot);
}

void TestRuns::aRunGoesToItsEnd()
{
    const QStringList stopped = with(Badge::Stopped, 3);
    QVERIFY(stopped.size() >= 2);
    QVERIFY(begin(u"startAction"_s, stopped));
    QVERIFY(m->find<QDockWidget>(u"activityDock"_s)->isVisible());
    QVERIFY(!panel()->isOpen()); // a strip, until somebody opens it
    QVERIFY(m->find<QLabel>(u"runsNewest"_s)
                ->text()
                .contains(u"Start %1 pipelines"_s.arg(stopped.size())));
    open();
    QTRY_VERIFY(m->find<RowsView>(u"runRows"_s)->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!newest()->isRunning(), 60'000);
    QCOMPARE(newest()->count(CommandRun::State::Confirmed), int(stopped.size()));
    for (const QString &name : stopped)
        QVERIFY(m->badge(name) == Badge::Streaming || m->badge(name) == Badge::Snapshotting);
    QVERIFY(!button(u"pauseRun"_s)->isEnabled());
    QVERIFY(!button(u"retryRun"_s)->isEnabled());

    const QString path = m->chooseFolder() + u"/report.csv"_s;
    m->setChosenPaths({path});
    QTest::mouseClick(button(u"saveRunReport"_s), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QFile::ReadOnly));
    QCOMPARE(file.readAll().count("Confirmed"), stopped.size());
}

// The runner of the one that is unknown is away: the server refuses its commands.
void TestRuns::aRefusedRowIsTriedAgain()
{
    const QString away = m->nameWith(Badge::Unknown);
    const QString stopped = m->nameWith(Badge::Stopped);
    QVERIFY(begin(u"startAction"_s, {away, stopped}));
    QTRY_VERIFY_WITH_TIMEOUT(!newest()->isRunning(), 60'000);
    QCOMPARE(newest()->count(CommandRun::State::Confirmed), 1);
    QCOMPARE(newest()->count(CommandRun::State::Failed), 1);
    QVERIFY(m->banners().isEmpty()); // the run tells it
    open();
    const auto *rows = m->find<RowsView>(u"runRows"_s);
    for (int row = 0; row < 2; ++row) {
        const QString name = rows->model()->index(row, RunModel::PipelineColumn).data().toString();
        QCOMPARE(rows->model()->index(row, RunModel::ResultColumn).data().toString(),
                 name == away ? u"Failed"_s : u"Confirmed"_s);
    }
    QVERIFY(button(u"retryRun"_s)->isEnabled());
    QCOMPARE(button(u"retryRun"_s)->text(), u"Retry 1 failed"_s);
    QTest::mouseClick(button(u"retryRun"_s), Qt::LeftButton);
    QCOMPARE(m->find<RunList>({})->rowCount(), 2); // the former one stays as it was
    QCOMPARE(newest()->size(), 1);
    QCOMPARE(rows->model()->rowCount(), 1); // the new one is shown
    QTRY_VERIFY_WITH_TIMEOUT(!newest()->isRunning(), 60'000);
    QCOMPARE(newest()->state(0), CommandRun::State::Failed);
    m->find<QListView>(u"runsList"_s)->setCurrentIndex(m->find<RunList>({})->index(1));
    QCOMPARE(rows->model()->rowCount(), 2);
}

void TestRuns::pausesAndCancels()
{
    const QStringList stopped = with(Badge::Stopped, 3);
    QVERIFY(m->select(stopped));
    QVERIFY(m->trigger(u"startAction"_s));
    auto *atOnce = plan()->findChild<QLineEdit *>(u"runAtOnce"_s);
    atOnce->setText(u"0"_s);
    QVERIFY(!go(plan())->isEnabled());
    atOnce->setText(u"1"_s);
    QTest::mouseClick(go(plan()), Qt::LeftButton);
    QTRY_VERIFY(newest());
    open();
    // As soon as the first one has begun.
    connect(newest(), &CommandRun::itemsChanged, this, [this] {
        if (newest()->count(CommandRun::State::Requested) > 0 && !newest()->isPaused())
            QTest::mouseClick(button(u"pauseRun"_s), Qt::LeftButton);
    });
    QTRY_VERIFY(newest()->isPaused());
    newest()->disconnect(this);
    QVERIFY(newest()->isPaused());
    QCOMPARE(button(u"pauseRun"_s)->text(), u"Resume"_s);
    QTRY_COMPARE_WITH_TIMEOUT(newest()->over(), 1, 30'000); // what has begun goes on
    QCOMPARE(newest()->count(CommandRun::State::Waiting), int(stopped.size()) - 1);
    QTest::mouseClick(button(u"cancelRun"_s), Qt::LeftButton);
    QTRY_VERIFY(!newest()->isRunning());
    QCOMPARE(newest()->count(CommandRun::State::Cancelled), int(stopped.size()) - 1);
    QVERIFY(!button(u"retryRun"_s)->isEnabled());
}

void TestRuns::restartsOne()
{
    const QString name = m->nameWith(Badge::Streaming);
    QVERIFY(m->select({name}));
    QVERIFY(m->trigger(u"restartAction"_s));
    QVERIFY(m->question());
    QCOMPARE(m->question()->question(), u"Restart %1?"_s.arg(name));
    QVERIFY(m->question()->detail().contains(u"It is streaming."_s));
    QVERIFY(m->answer(true));
    QTRY_VERIFY(newest());
    QTRY_VERIFY_WITH_TIMEOUT(!newest()->isRunning(), 60'000);
    QCOMPARE(newest()->state(0), CommandRun::State::Confirmed);
    QVERIFY(newest()->text(0).startsWith(u"Stopped after"_s));
}

void TestRuns::restartsSeveral()
{
    const QStringList streaming = with(Badge::Streaming, 2);
    QVERIFY(begin(u"restartAction"_s, streaming));
    QTRY_VERIFY_WITH_TIMEOUT(!newest()->isRunning(), 60'000);
    QCOMPARE(newest()->count(CommandRun::State::Confirmed), 2);
    QCOMPARE(newest()->title(), u"Restart 2 pipelines"_s);
}

void TestRuns::theKeyboardIsEnough()
{
    const QStringList stopped = with(Badge::Stopped, 2);
    QVERIFY(m->select(stopped));
    QVERIFY(m->trigger(u"startAction"_s));
    QTRY_VERIFY(plan() && plan()->isActiveWindow());
    QTRY_COMPARE(Keys::focused(), u"runPlanRows"_s);
    const auto *button = go(plan());
    for (int tab = 0; tab < 12 && !button->hasFocus(); ++tab)
        Keys::press(Qt::Key_Tab);
    QVERIFY(button->hasFocus());
    Keys::press(Qt::Key_Return);
    QTRY_VERIFY(newest());
    QTRY_VERIFY(!plan());
    for (int pane = 0; pane < 12 && Keys::focused() != u"runsToggle"_s; ++pane)
        Keys::press(Qt::Key_F6);
    QCOMPARE(Keys::focused(), u"runsToggle"_s);
    Keys::press(Qt::Key_Space);
    QVERIFY(panel()->isOpen());
    QTRY_COMPARE(Keys::focused(), u"runsList"_s);
}

void TestRuns::theWindowAsksBeforeItLeavesARun()
{
    QVERIFY(begin(u"startAction"_s, with(Badge::Stopped, 3)));
    QVERIFY(newest()->isRunning());
    m->window()->close();
    QVERIFY(m->window()->isVisible());
    QVERIFY(m->question());
    QVERIFY2(m->question()->question().contains(u"not done yet"_s),
             qPrintable(m->question()->question()));
    QVERIFY(m->answer(false));
    QTRY_VERIFY_WITH_TIMEOUT(!newest()->isRunning(), 60'000);
    QTRY_VERIFY(!m->question());
    m->window()->close();
    QTRY_VERIFY(!m->window()->isVisible());
}

SLUICE_TEST(TestRuns, Widgets)
#include "tst_runs.moc"
