// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelinemodel.h"
#include "tests/support/fleetwrites.h"
#include "tests/support/signedin.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// Selection, scroll position and expansion survive what comes from the server.
class TestDashboardRefresh : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void selectionSurvivesRefresh();
    void selectionComesBackWithItsRows();
    void placesSurviveASecondClient();
    void scrollSurvivesRefresh();
    void expansionSurvivesRefresh();

private:
    QStringList selectedNames() const;
    static QStringList sorted(QStringList names);
};

QStringList TestDashboardRefresh::selectedNames() const
{
    QStringList names;
    const Selection selection = m->table()->selection();
    for (const SelectedPipeline &one : selection)
        names += one.name;
    return sorted(names);
}

QStringList TestDashboardRefresh::sorted(QStringList names)
{
    names.sort();
    return names;
}

void TestDashboardRefresh::selectionSurvivesRefresh()
{
    const QStringList names = m->shownNames();
    const QStringList chosen = {names.first(), names.last()};
    QVERIFY(m->select(chosen));
    const PipelineKey current = m->table()->currentPipeline();
    m->fleet()->refreshAll();
    QSignalSpy swept(m->fleet()->poller(u"sandbox"_s), &StatusPoller::sweepCompleted);
    QVERIFY(swept.wait());
    QCOMPARE(selectedNames(), sorted(chosen));
    QCOMPARE(m->table()->currentPipeline(), current);
}

void TestDashboardRefresh::selectionComesBackWithItsRows()
{
    const QStringList names = m->shownNames();
    const QStringList chosen = {names.at(1), names.at(4)};
    QVERIFY(m->select(chosen));
    const PipelineKey current = m->table()->currentPipeline();
    auto *edit = m->find<QLineEdit>(u"filterEdit"_s);
    QTest::keyClicks(edit, u"no such pipeline"_s);
    QVERIFY(m->table()->selection().isEmpty());
    QTest::keyClick(edit, Qt::Key_Escape);
    QCOMPARE(selectedNames(), sorted(chosen));
    QCOMPARE(m->table()->currentPipeline(), current);

    // What the user selects meanwhile stands.
    QTest::keyClicks(edit, names.at(0));
    QVERIFY(m->select({names.at(0)}));
    QTest::keyClick(edit, Qt::Key_Escape);
    QCOMPARE(selectedNames(), QStringList{names.at(0)});
}

// Somebody else adds and removes pipelines while this window is open.
void TestDashboardRefresh::placesSurviveASecondClient()
{
    // The details would open a moment after the clicks, and move what is measured.
    QVERIFY(m->trigger(u"showDetailsAction"_s));
    m->window()->resize(900, 480);
    const QStringList names = m->shownNames();
    const QStringList chosen = {names.at(names.size() - 2), names.at(names.size() - 3)};
    QVERIFY(m->select(chosen));
    const PipelineKey current = m->table()->currentPipeline();
    const auto placeOfCurrent = [this] {
        return m->table()->visualRect(m->table()->currentIndex()).top();
    };
    const int place = placeOfCurrent();
    const QPersistentModelIndex project(
        m->node(m->row(chosen.first()).data(PipelineModel::ProjectNameRole).toString()));
    m->tree()->expand(project);
    QTRY_VERIFY(project.model()->rowCount(project) > 0);

    Fleet other;
    const Account *account = signIn(&other, sandbox());
    QTRY_COMPARE(other.pipelines()->rowCount(), int(names.size()));
    const PipelineKey gone = m->key(names.last());
    QJsonObject copy = other.pipelines()->definition({account->id(), gone.project, gone.pipeline});
    copy.remove(u"streamingPipelineId"_s);
    copy.insert(u"name"_s, u"zz-added"_s);
    bool created = false;
    Test::createPipeline(other, account->id(), gone.project, QJsonDocument(copy).toJson(), this,
                         [&created](const Result<QJsonObject> &result) { created = bool(result); });
    other.deletePipeline({account->id(), gone.project, gone.pipeline});
    QTRY_VERIFY(created);
    QTRY_COMPARE(other.pipelines()->rowOf({account->id(), gone.project, gone.pipeline}), -1);

    m->fleet()->refreshAll();
    QTRY_VERIFY(m->row(u"zz-added"_s).isValid());
    QTRY_VERIFY(!m->row(names.last()).isValid());
    QCOMPARE(selectedNames(), sorted(chosen));
    QCOMPARE(m->table()->currentPipeline(), current);
    QVERIFY(m->tree()->isExpanded(project));
    QCOMPARE(placeOfCurrent(), place);
}

void TestDashboardRefresh::scrollSurvivesRefresh()
{
    m->window()->resize(900, 480);
    QScrollBar *bar = m->table()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    bar->setValue(bar->maximum());
    const int before = bar->value();
    m->fleet()->refreshAll();
    QSignalSpy swept(m->fleet()->poller(u"sandbox"_s), &StatusPoller::sweepCompleted);
    QVERIFY(swept.wait());
    QCOMPARE(bar->value(), before);
}

void TestDashboardRefresh::expansionSurvivesRefresh()
{
    const QModelIndex project =
        m->node(m->row(m->shownNames().first()).data(PipelineModel::ProjectNameRole).toString());
    m->tree()->expand(project);
    QTRY_VERIFY(project.model()->rowCount(project) > 0);
    const QPersistentModelIndex kept(project);
    m->tree()->setCurrentIndex(project);
    m->fleet()->refreshAll();
    QSignalSpy swept(m->fleet()->poller(u"sandbox"_s), &StatusPoller::sweepCompleted);
    QVERIFY(swept.wait());
    QVERIFY(m->tree()->isExpanded(kept));
    QCOMPARE(QPersistentModelIndex(m->tree()->currentIndex()), kept);
}

SLUICE_TEST(TestDashboardRefresh, Widgets)
#include "tst_dashboardrefresh.moc"
