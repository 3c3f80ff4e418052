// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/pipelinemodel.h"
#include "tests/gui/windowstage.h"

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
    void severalAreAskedFor();
    void deleteAsksFirst();
    void deleteOfSeveralNamesTheRunningFirst();
    void deleteRemovesTheRow();
    void copyIdCopies();
};

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
    QTRY_COMPARE_WITH_TIMEOUT(m->badge(name), Badge::Stopped, 15'000);
}

void TestDashboardActions::severalAreAskedFor()
{
    const QString stopped = m->nameWith(Badge::Stopped);
    const QString running = m->nameWith(Badge::Streaming);
    QVERIFY(m->select({stopped, running}));
    QCOMPARE(m->action(u"startAction"_s)->text(), u"&Start 1…"_s);
    QVERIFY(m->trigger(u"startAction"_s));
    QVERIFY(m->question());
    QVERIFY(m->question()->detail().contains(stopped));
    QVERIFY(!m->question()->detail().contains(running));
    QVERIFY(m->answer(false));
    QTRY_VERIFY(!m->question());
    m->fleet()->pipelines()->flush();
    QCOMPARE(m->badge(stopped), Badge::Stopped);

    QVERIFY(m->trigger(u"startAction"_s));
    QVERIFY(m->answer(true));
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

QTEST_MAIN(TestDashboardActions)
#include "tst_dashboardactions.moc"
