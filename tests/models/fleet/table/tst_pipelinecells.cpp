// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelinecells.h"
#include "tests/support/pipelinemodelfixture.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// What is said of the cells of the table of pipelines, to screen readers and under the mouse.
class TestPipelineCells : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speaksAsTheEyeSees();
    void anUnexpectedStopIsNoStop();
    void timesAreAges();
    void theStatusSaysAllThatIsKnown();
    void aFailedCheckSaysWhy();
    void theUnknownSaysWhatToDo();
    void namesAreWhole();
    void theNextCheckIsTold();

private:
    static QString spoken(const PipelineModelFixture &m, int column)
    {
        return m.model.index(0, column).data(Qt::AccessibleTextRole).toString();
    }

    static QString tip(const PipelineModelFixture &m, int column)
    {
        return m.model.index(0, column).data(Qt::ToolTipRole).toString();
    }

    static void set(PipelineModelFixture *m, const QString &status)
    {
        m->model.setStatus(key(u"id0"_s), status);
        m->model.flush();
    }
};

void TestPipelineCells::speaksAsTheEyeSees()
{
    PipelineModelFixture m;
    m.fill(1);
    QCOMPARE(spoken(m, PipelineModel::StatusColumn), u"Not checked yet"_s);
    QCOMPARE(spoken(m, PipelineModel::SinceColumn), QString());
    set(&m, u"NOT_RUNNING"_s);
    QCOMPARE(spoken(m, PipelineModel::StatusColumn), u"Stopped"_s);
    QCOMPARE(spoken(m, PipelineModel::NameColumn), u"name00000"_s);
    QCOMPARE(spoken(m, PipelineModel::SourceColumn), u"SQL Server, db.example.com, shop"_s);
    QCOMPARE(spoken(m, PipelineModel::TargetColumn), u"Amazon S3, lake"_s);
    QCOMPARE(spoken(m, PipelineModel::TablesColumn), u"1"_s);
    QCOMPARE(spoken(m, PipelineModel::ProjectColumn), u"Orders"_s);
}

// Both are NOT_RUNNING to the server.
void TestPipelineCells::anUnexpectedStopIsNoStop()
{
    PipelineModelFixture m;
    m.fill(1);
    set(&m, u"STREAMING"_s);
    set(&m, u"NOT_RUNNING"_s);
    QCOMPARE(spoken(m, PipelineModel::StatusColumn), u"Stopped unexpectedly"_s);
    QVERIFY(tip(m, PipelineModel::StatusColumn).contains(u"no stop went out from here"_s));
}

void TestPipelineCells::timesAreAges()
{
    PipelineModelFixture m;
    m.fill(1);
    set(&m, u"STREAMING"_s);
    m.now = m.now.addSecs(180);
    QCOMPARE(spoken(m, PipelineModel::SinceColumn), u"more than 3 min"_s);
    QCOMPARE(spoken(m, PipelineModel::CheckedColumn), u"3 min ago"_s);
    set(&m, u"STOPPING"_s);
    m.now = m.now.addSecs(5);
    QCOMPARE(spoken(m, PipelineModel::SinceColumn), u"5 s"_s);
}

void TestPipelineCells::theStatusSaysAllThatIsKnown()
{
    PipelineModelFixture m;
    m.fill(1);
    set(&m, u"STREAMING"_s);
    const QStringList lines = tip(m, PipelineModel::StatusColumn).split(u'\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.at(0), u"Streaming"_s);
    QCOMPARE(lines.at(1), u"The server says STREAMING"_s);
    QVERIFY(lines.at(2).startsWith(u"At least since "_s));
    QVERIFY(lines.at(3).startsWith(u"Last answer "_s));
    m.model.setRequested(key(u"id0"_s), PipelineCommand::Stop);
    m.model.flush();
    QVERIFY(tip(m, PipelineModel::StatusColumn).contains(u"\nStop requested from here at "_s));
}

void TestPipelineCells::aFailedCheckSaysWhy()
{
    PipelineModelFixture m;
    m.fill(1);
    set(&m, u"STREAMING"_s);
    m.model.setCheckFailed(key(u"id0"_s), u"No answer in 30 s."_s);
    m.model.flush();
    QCOMPARE(spoken(m, PipelineModel::StatusColumn), u"Streaming, outdated"_s);
    QVERIFY(tip(m, PipelineModel::StatusColumn)
                .endsWith(u"\nThe last check failed: No answer in 30 s."_s));
}

void TestPipelineCells::theUnknownSaysWhatToDo()
{
    PipelineModelFixture m;
    m.fill(1);
    set(&m, u"UNKNOWN"_s);
    QVERIFY(
        tip(m, PipelineModel::StatusColumn).contains(u"Look whether the runner is connected"_s));
    set(&m, u"RESTORING"_s);
    QCOMPARE(spoken(m, PipelineModel::StatusColumn), u"RESTORING"_s);
}

void TestPipelineCells::namesAreWhole()
{
    PipelineModelFixture m;
    m.fill(1);
    QCOMPARE(tip(m, PipelineModel::SourceColumn), u"SQL Server\ndb.example.com\nshop"_s);
    QCOMPARE(tip(m, PipelineModel::RunnerColumn), u"a1"_s);
    QCOMPARE(tip(m, PipelineModel::ProjectColumn), u"Orders\nPROD"_s);
    // The delegates know more of these than the model does.
    QVERIFY(!m.model.index(0, PipelineModel::SinceColumn).data(Qt::ToolTipRole).isValid());
}

void TestPipelineCells::theNextCheckIsTold()
{
    PipelineModelFixture m;
    m.fill(1);
    QVERIFY(tip(m, PipelineModel::CheckedColumn).isEmpty());
    m.model.setNextCheck([](const PipelineKey &) { return u"Next in about 8 s."_s; });
    QCOMPARE(tip(m, PipelineModel::CheckedColumn), u"Next in about 8 s."_s);
    set(&m, u"STREAMING"_s);
    const QStringList lines = tip(m, PipelineModel::CheckedColumn).split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.at(0).startsWith(u"Last answer "_s));
    QCOMPARE(lines.at(1), u"Next in about 8 s."_s);
}

SLUICE_TEST(TestPipelineCells, Core)
#include "tst_pipelinecells.moc"
