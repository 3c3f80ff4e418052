// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/pipelinemodel.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/sandboxprocess.h"
#include "tests/support/signedin.h"
#include "ui/theme/rowhover.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/statesegment.h"
#include "ui/widgets/statestrip.h"

#include <QClipboard>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// The table of pipelines and what can be done there, on a sandbox with a small company's pipelines.
class TestDashboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void countsMatchTheRows();
    void segmentFiltersAndChipRemoves();
    void textFiltersAndEscapeClears();
    void treeFiltersAndChipRemoves();
    void emptyFilterOffersToClear();
    void problemsComeFirst();
    void startIsRequestedThenConfirmed();
    void stopIsConfirmed();
    void severalAreAskedFor();
    void deleteAsksFirst();
    void deleteRemovesTheRow();
    void copyIdCopies();
    void selectionSurvivesRefresh();
    void selectionComesBackWithItsRows();
    void placesSurviveASecondClient();
    void scrollSurvivesRefresh();
    void expansionSurvivesRefresh();
    void columnsAreKept();
    void nothingIsCutInASmallWindow();
    void currentRowShowsTheFocus();
    void rowUnderARestingMouseIsLeftByKeys();

private:
    StateSegment *segment(Badge badge) const;
    QStringList selectedNames() const;
    static QStringList sorted(QStringList names);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<WindowFixture> m;
};

void TestDashboard::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Mode::Light);
}

void TestDashboard::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(
        QStringList{u"--seed"_s, u"demo"_s, u"--speed"_s, u"50"_s, u"--rate-limit"_s, u"0"_s});
    QVERIFY2(m_sandbox->isReady(), qPrintable(m_sandbox->errorOutput()));
    m = std::make_unique<WindowFixture>(m_theme.get());
    m->acceptAccounts();
    m->signIn(*m_sandbox);
    QVERIFY(m->table()->isVisible());
}

void TestDashboard::cleanup()
{
    m.reset();
    m_sandbox.reset();
}

StateSegment *TestDashboard::segment(Badge badge) const
{
    const auto segments = m->find<StateStrip>(u"stateStrip"_s)->findChildren<StateSegment *>();
    for (StateSegment *one : segments) {
        if (one->badges().contains(badge))
            return one;
    }
    return nullptr;
}

QStringList TestDashboard::selectedNames() const
{
    QStringList names;
    const Selection selection = m->table()->selection();
    for (const SelectedPipeline &one : selection)
        names += one.name;
    return sorted(names);
}

QStringList TestDashboard::sorted(QStringList names)
{
    names.sort();
    return names;
}

void TestDashboard::countsMatchTheRows()
{
    QTRY_VERIFY(segment(Badge::Streaming)->count() > 0);
    int streaming = 0;
    const QStringList names = m->shownNames();
    for (const QString &name : names)
        streaming += m->badge(name) == Badge::Streaming;
    QTRY_COMPARE(segment(Badge::Streaming)->count(), streaming);
}

void TestDashboard::segmentFiltersAndChipRemoves()
{
    const int all = int(m->shownNames().size());
    QTest::mouseClick(segment(Badge::Stopped), Qt::LeftButton);
    QVERIFY(!m->shownNames().isEmpty());
    QVERIFY(m->shownNames().size() < all);
    const QStringList stopped = m->shownNames();
    for (const QString &name : stopped)
        QVERIFY(segment(Badge::Stopped)->badges().contains(m->badge(name)));
    QTRY_VERIFY(m->find<QWidget>(u"badgeChip"_s)->isVisible());
    QVERIFY(m->click(u"badgeChip"_s));
    QCOMPARE(m->shownNames().size(), all);
    QVERIFY(m->find<StateStrip>(u"stateStrip"_s)->badges().isEmpty());
}

void TestDashboard::textFiltersAndEscapeClears()
{
    const QStringList all = m->shownNames();
    QVERIFY(m->trigger(u"findAction"_s));
    auto *edit = m->find<QLineEdit>(u"filterEdit"_s);
    QVERIFY(edit->hasFocus());
    QTest::keyClicks(edit, all.first());
    QVERIFY(m->shownNames().contains(all.first()));
    QVERIFY(m->shownNames().size() < all.size());
    QTest::keyClick(edit, Qt::Key_Escape);
    QCOMPARE(m->shownNames().size(), all.size());
}

void TestDashboard::treeFiltersAndChipRemoves()
{
    const int all = int(m->shownNames().size());
    const QModelIndex project =
        m->node(m->row(m->shownNames().first()).data(PipelineModel::ProjectNameRole).toString());
    QVERIFY(project.isValid());
    m->tree()->setCurrentIndex(project);
    QVERIFY(m->shownNames().size() < all);
    const QStringList shown = m->shownNames();
    for (const QString &name : shown)
        QCOMPARE(m->row(name).data(PipelineModel::ProjectNameRole).toString(),
                 project.data().toString());
    QTRY_VERIFY(m->find<QWidget>(u"scopeChip"_s)->isVisible());
    QVERIFY(m->click(u"scopeChip"_s));
    QCOMPARE(m->shownNames().size(), all);
    QVERIFY(!m->tree()->currentIndex().isValid());
}

void TestDashboard::emptyFilterOffersToClear()
{
    const int all = int(m->shownNames().size());
    QTest::keyClicks(m->find<QLineEdit>(u"filterEdit"_s), u"no such pipeline"_s);
    QVERIFY(m->shownNames().isEmpty());
    QVERIFY(m->click(u"emptyStateButton"_s));
    QCOMPARE(m->shownNames().size(), all);
}

void TestDashboard::problemsComeFirst()
{
    QVERIFY(m->table()->isProblemsFirst());
    m->table()->sortByColumn(PipelineModel::NameColumn, Qt::DescendingOrder);
    QStringList sorted = m->shownNames();
    std::sort(sorted.begin(), sorted.end(), [](const QString &left, const QString &right) {
        return left.compare(right, Qt::CaseInsensitive) > 0;
    });
    QCOMPARE(m->shownNames(), sorted);
    QVERIFY(m->click(u"problemsFirstButton"_s));
    QVERIFY(m->table()->isProblemsFirst());
    QVERIFY(!m->find<QWidget>(u"problemsFirstButton"_s)->isVisible());
}

void TestDashboard::startIsRequestedThenConfirmed()
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

void TestDashboard::stopIsConfirmed()
{
    const QString name = m->nameWith(Badge::Streaming);
    QVERIFY(!name.isEmpty());
    QVERIFY(m->select({name}));
    QVERIFY(m->trigger(u"stopAction"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m->badge(name), Badge::Stopped, 15'000);
}

void TestDashboard::severalAreAskedFor()
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

void TestDashboard::deleteAsksFirst()
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

void TestDashboard::deleteRemovesTheRow()
{
    const QString name = m->nameWith(Badge::Stopped);
    QVERIFY(m->select({name}));
    QVERIFY(m->trigger(u"deleteAction"_s));
    QVERIFY(m->answer(true));
    QTRY_VERIFY(!m->row(name).isValid());
    QVERIFY(m->banners().isEmpty());
}

void TestDashboard::copyIdCopies()
{
    const QString name = m->shownNames().first();
    QVERIFY(m->select({name}));
    QVERIFY(m->trigger(u"copyIdAction"_s));
    QCOMPARE(QGuiApplication::clipboard()->text(),
             m->row(name).data(PipelineModel::KeyRole).value<PipelineKey>().pipeline);
}

void TestDashboard::selectionSurvivesRefresh()
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

void TestDashboard::selectionComesBackWithItsRows()
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
void TestDashboard::placesSurviveASecondClient()
{
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
    const Account *account = signIn(&other, *m_sandbox);
    QTRY_COMPARE(other.pipelines()->rowCount(), int(names.size()));
    const PipelineKey gone = m->row(names.last()).data(PipelineModel::KeyRole).value<PipelineKey>();
    QJsonObject copy = other.pipelines()->definition({account->id(), gone.project, gone.pipeline});
    copy.remove(u"streamingPipelineId"_s);
    copy.insert(u"name"_s, u"zz-added"_s);
    bool created = false;
    other.createPipeline(account->id(), gone.project, QJsonDocument(copy).toJson(), this,
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

void TestDashboard::scrollSurvivesRefresh()
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

void TestDashboard::expansionSurvivesRefresh()
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

void TestDashboard::columnsAreKept()
{
    m->table()->horizontalHeader()->moveSection(PipelineModel::RunnerColumn, 0);
    m->table()->setColumnWidth(PipelineModel::NameColumn, 333);
    m->reopen();
    QCOMPARE(m->table()->horizontalHeader()->visualIndex(PipelineModel::RunnerColumn), 0);
    QCOMPARE(m->table()->columnWidth(PipelineModel::NameColumn), 333);
}

void TestDashboard::nothingIsCutInASmallWindow()
{
    m->window()->resize(1024, 700);
    QTRY_COMPARE(m->window()->size(), QSize(1024, 700));
    QVERIFY(m->select({m->shownNames().first()}));
    const auto *overview =
        m->find<QWidget>(u"dashboardPage"_s)->findChild<QAbstractScrollArea *>(u"overview"_s);
    QTRY_COMPARE(overview->horizontalScrollBar()->maximum(), 0);
    const auto *target = overview->findChild<QWidget *>(u"targetFrame"_s);
    QTRY_VERIFY(target->mapTo(overview, QPoint(target->width(), 0)).x() <= overview->width());
    const auto *strip = m->find<StateStrip>(u"stateStrip"_s);
    QVERIFY(
        m->window()->rect().contains(QRect(strip->mapTo(m->window(), QPoint()), strip->size())));
    const auto segments = strip->findChildren<StateSegment *>();
    for (const StateSegment *one : segments)
        QVERIFY2(one->isHidden() || one->width() >= one->sizeHint().width(),
                 qPrintable(one->text()));
}

void TestDashboard::currentRowShowsTheFocus()
{
    QVERIFY(m->select({m->shownNames().first()}));
    QTRY_VERIFY(m->table()->hasFocus());
    const QModelIndex row = m->table()->currentIndex();
    const auto topLine = [this, &row] {
        const QRect cell = m->table()->visualRect(row.siblingAtColumn(PipelineModel::NameColumn));
        return m->table()->viewport()->grab().toImage().pixelColor(
            QPointF(cell.center().x(), cell.top()).toPoint() * m->table()->devicePixelRatioF());
    };
    const QColor focused = topLine();
    QCOMPARE(focused, tokensFor(m->table()->palette()).focus);
    m->find<QLineEdit>(u"filterEdit"_s)->setFocus();
    QVERIFY(topLine() != focused);
}

void TestDashboard::rowUnderARestingMouseIsLeftByKeys()
{
    m->window()->resize(900, 480);
    QTRY_VERIFY(m->table()->verticalScrollBar()->maximum() > 0);
    QTest::mouseMove(m->table()->viewport(), {60, 40});
    QTRY_VERIFY(RowHover::row(m->table()) >= 0);
    m->table()->setCurrentIndex(m->table()->model()->index(0, PipelineModel::NameColumn));
    QTest::keyClick(m->table(), Qt::Key_PageDown);
    QTest::keyClick(m->table(), Qt::Key_PageDown);
    QTRY_VERIFY(m->table()->verticalScrollBar()->value() > 0);
    QCOMPARE(RowHover::row(m->table()), -1);
}

QTEST_MAIN(TestDashboard)
#include "tst_dashboard.moc"
