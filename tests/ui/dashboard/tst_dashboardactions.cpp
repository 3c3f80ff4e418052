// SPDX-License-Identifier: Apache-2.0
#include "models/account/account.h"
#include "models/exchange/files/portable.h"
#include "models/fleet/table/pipelinemodel.h"
#include "models/json/jsontext.h"
#include "tests/support/fleetwrites.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/runs/runplandialog.h"

#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// What is done to the pipelines of the table: start, stop, delete, copy.
class TestDashboardActions : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void startIsRequestedThenConfirmed();
    void stopIsConfirmed();
    void aStopSaysWhatItCosts_data();
    void aStopSaysWhatItCosts();
    void keysThatNoHabitHits();
    void severalAreAskedFor();
    void deleteAsksFirst();
    void deleteTellsNamesakesApart();
    void deleteOfSeveralNamesTheRunningFirst();
    void deleteRemovesTheRow();
    void copyIdCopies();
    void aCopiedCellIsTold();
};

void TestDashboardActions::aCopiedCellIsTold()
{
    const QString name = m->nameWith(Badge::Streaming);
    QVERIFY(m->select({name}));
    m->table()->setFocus();
    const QModelIndex current = m->table()->currentIndex();
    m->table()->setCurrentIndex(current.siblingAtColumn(PipelineModel::NameColumn));
    QTest::keyClick(m->table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), name);
    QCOMPARE(m->table()->accessibleDescription(), u"Copied"_s);
}

void TestDashboardActions::startIsRequestedThenConfirmed()
{
    const QString name = m->nameWith(Badge::Stopped);
    QVERIFY(!name.isEmpty());
    QVERIFY(m->select({name}));
    QVERIFY(m->trigger(u"startAction"_s));
    QVERIFY(!m->question());
    m->fleet()->pipelines()->flush();
    QCOMPARE(m->badge(name), Badge::StartRequested);
    QTRY_COMPARE_WITH_TIMEOUT(m->badge(name), Badge::Streaming, 15'000);
}

void TestDashboardActions::stopIsConfirmed()
{
    const QString name = m->nameWith(Badge::Streaming);
    QVERIFY(!name.isEmpty());
    QVERIFY(m->select({name}));
    QVERIFY(m->trigger(u"stopAction"_s));
    QVERIFY(m->answer(true));
    QTRY_COMPARE_WITH_TIMEOUT(m->badge(name), Badge::Stopped, 15'000);
}

void TestDashboardActions::aStopSaysWhatItCosts_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<bool>("isOutdated");
    QTest::addColumn<QString>("says");
    QTest::newRow("snapshot") << u"SNAPSHOTTING"_s << false
                              << u"It is in the middle of its snapshot. A snapshot that is stopped "
                                 "may begin again"_s;
    QTest::newRow("snapshot, not answered")
        << u"SNAPSHOTTING"_s << true << u"It was taking its snapshot when it was checked last."_s;
    QTest::newRow("streaming") << u"streaming"_s << false << u"It is streaming. While it is"_s;
    QTest::newRow("streaming, not answered")
        << u"STREAMING"_s << true << u"It was streaming when it was checked last."_s;
    QTest::newRow("starting") << u"STARTING"_s << false << u"It is starting."_s;
    QTest::newRow("unknown") << u"UNKNOWN"_s << false << u"Its state is not known."_s;
    QTest::newRow("a new word") << u"RESTORING"_s << false << u"Its state is not known."_s;
}

// One click, one key or one slip never stops a pipeline.
void TestDashboardActions::aStopSaysWhatItCosts()
{
    QFETCH(const QString, status);
    QFETCH(const bool, isOutdated);
    QFETCH(const QString, says);
    m->fleet()->setPolling(false);
    const QString name = m->nameWith(Badge::Streaming);
    PipelineModel *model = m->fleet()->pipelines();
    QTRY_COMPARE(account()->client()->inFlight() + account()->client()->waiting(), 0);
    model->setStatus(m->key(name), status);
    if (isOutdated)
        model->setCheckFailed(m->key(name), u"No answer."_s);
    model->flush();
    QVERIFY(m->select({name}));
    const Badge before = m->badge(name);
    QVERIFY(m->trigger(u"stopAction"_s));
    QVERIFY(m->question());
    QCOMPARE(m->question()->question(), u"Stop %1?"_s.arg(name));
    QCOMPARE(m->question()->windowTitle(), m->question()->question()); // and not only "Sluice"
    QVERIFY2(m->question()->detail().startsWith(says), qPrintable(m->question()->detail()));
    QCOMPARE(m->question()->confirmButton()->text(), u"Stop"_s);
    QVERIFY(m->question()->cancelButton()->isDefault());
    QVERIFY(m->answer(false));
    QTRY_VERIFY(!m->question());
    model->flush();
    QCOMPARE(m->badge(name), before);
}

// Each of these means something else in other programs; none of them starts or stops here.
void TestDashboardActions::keysThatNoHabitHits()
{
    const QList<QKeySequence> habits{QKeySequence::Save,
                                     QKeySequence(u"Ctrl+Shift+S"_s),
                                     QKeySequence::AddTab,
                                     QKeySequence(u"Ctrl+Shift+T"_s),
                                     QKeySequence::Refresh,
                                     QKeySequence(u"Shift+F5"_s),
                                     QKeySequence(u"Ctrl+Alt+T"_s),
                                     QKeySequence::Close,
                                     QKeySequence::New,
                                     QKeySequence(u"F8"_s),
                                     QKeySequence(u"Shift+F10"_s),
                                     QKeySequence::FullScreen};
    QStringList taken;
    const auto actions = m->window()->findChildren<QAction *>();
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty())
            taken += action->shortcut().toString();
        const QString name = action->objectName();
        if (name == u"startAction"_s || name == u"stopAction"_s) {
            QVERIFY(!action->shortcut().isEmpty());
            QVERIFY2(!habits.contains(action->shortcut()), qPrintable(name));
        }
    }
    QStringList once = taken;
    once.removeDuplicates();
    QCOMPARE(taken, once); // no key means two things
}

void TestDashboardActions::severalAreAskedFor()
{
    const QString stopped = m->nameWith(Badge::Stopped);
    const QString running = m->nameWith(Badge::Streaming);
    QVERIFY(m->select({stopped, running}));
    QCOMPARE(m->action(u"startAction"_s)->text(), u"&Start 1…"_s);
    QVERIFY(m->trigger(u"startAction"_s));
    QPointer<RunPlanDialog> plan = m->window()->findChild<RunPlanDialog *>();
    QVERIFY(plan && plan->isVisible());
    QTest::mouseClick(plan->findChild<QPushButton *>(u"cancelRunPlan"_s), Qt::LeftButton);
    QTRY_VERIFY(!plan);
    m->fleet()->pipelines()->flush();
    QCOMPARE(m->badge(stopped), Badge::Stopped);

    QVERIFY(m->trigger(u"startAction"_s));
    plan = m->window()->findChild<RunPlanDialog *>();
    QVERIFY(plan);
    QTest::mouseClick(plan->findChild<QPushButton *>(u"startRun"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m->badge(stopped), Badge::Streaming, 15'000);
    QCOMPARE(m->table()->selection().size(), 2);
}

void TestDashboardActions::deleteAsksFirst()
{
    const QString name = m->shownNames().first();
    QVERIFY(m->select({name}));
    QTest::keyClick(m->table(), Qt::Key_Delete);
    QVERIFY(m->question());
    QVERIFY(m->question()->question().contains(name));
    QVERIFY(m->question()->detail().contains(u"cannot be undone"_s));
    const QPushButton *cancel = m->question()->cancelButton();
    QVERIFY(cancel->isDefault());
    QCOMPARE(m->question()->focusWidget(), cancel);
    // The verb stands at the right, and its words are not broken into short lines.
    QVERIFY(m->question()->confirmButton()->x() > cancel->x());
    QVERIFY(m->question()->findChild<QLabel *>(u"questionDetail"_s)->height() <
            4 * cancel->fontMetrics().height());
    QTest::keyClick(m->question(), Qt::Key_Escape);
    QTRY_VERIFY(!m->question());
    QVERIFY(m->row(name).isValid());
}

// The same name in two projects.
void TestDashboardActions::deleteTellsNamesakesApart()
{
    const QString name = m->shownNames().first();
    const Project *own = nullptr;
    const Project *other = nullptr;
    const QList<Project> projects = account()->projects();
    for (const Project &project : projects)
        (project.id == m->key(name).project ? own : other) = &project;
    QVERIFY(own && other);
    QVERIFY(m->select({name}));
    QVERIFY(m->trigger(u"deleteAction"_s));
    QVERIFY(!m->question()->question().contains(own->name));
    QVERIFY(m->answer(false));
    QTRY_VERIFY(!m->question());
    bool isCreated = false;
    createPipeline(*m->fleet(), account()->id(), other->id,
                   jsonText(portableDefinition(m->definition(name))), this,
                   [&isCreated](const Result<QJsonObject> &made) { isCreated = bool(made); });
    QTRY_VERIFY(isCreated);
    m->fleet()->refreshAll();
    QTRY_COMPARE(m->shownNames().count(name), 2);
    QVERIFY(m->select({name}));
    QVERIFY(m->trigger(u"deleteAction"_s));
    const QString question = m->question()->question();
    QVERIFY2(question.contains(name + u" ("_s + own->name + u')') ||
                 question.contains(name + u" ("_s + other->name + u')'),
             qPrintable(question));
    QVERIFY(m->answer(false));
}

void TestDashboardActions::deleteOfSeveralNamesTheRunningFirst()
{
    const QString stopped = m->nameWith(Badge::Stopped);
    const QString running = m->nameWith(Badge::Streaming);
    m->table()->sortByColumn(PipelineModel::StatusColumn, Qt::DescendingOrder);
    QVERIFY(m->row(stopped).row() < m->row(running).row());
    QVERIFY(m->select({stopped, running}));
    QVERIFY(m->trigger(u"deleteAction"_s));
    QCOMPARE(m->question()->question(), u"Delete 2 pipelines?"_s);
    const QString detail = m->question()->detail();
    QVERIFY2(detail.startsWith(u"1 of them is running.\n\n"_s + running + u'\n' + stopped),
             qPrintable(detail));
    QVERIFY(m->answer(false));
    QTRY_VERIFY(!m->question());
    QVERIFY(m->select({running}));
    QVERIFY(m->trigger(u"deleteAction"_s));
    QVERIFY(m->question()->detail().startsWith(u"It is running."_s));
    QVERIFY(m->answer(false));
}

void TestDashboardActions::deleteRemovesTheRow()
{
    const QString name = m->nameWith(Badge::Stopped);
    QVERIFY(m->select({name}));
    QVERIFY(m->trigger(u"deleteAction"_s));
    QVERIFY(m->answer(true));
    QTRY_VERIFY(!m->row(name).isValid());
    QVERIFY(m->banners().isEmpty());
}

void TestDashboardActions::copyIdCopies()
{
    const QString name = m->shownNames().first();
    QVERIFY(m->select({name}));
    QVERIFY(m->trigger(u"copyIdAction"_s));
    QCOMPARE(QGuiApplication::clipboard()->text(), m->key(name).pipeline);
}

SLUICE_TEST(TestDashboardActions, Widgets)
#include "tst_dashboardactions.moc"
