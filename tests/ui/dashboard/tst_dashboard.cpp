// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelinecells.h"
#include "models/fleet/table/pipelinemodel.h"
#include "tests/support/paintedregion.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/theme/fonts.h"
#include "ui/theme/rowhover.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/monogram.h"
#include "ui/widgets/statesegment.h"
#include "ui/widgets/statestrip.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// How the table of pipelines is filtered, sorted and shown.
class TestDashboard : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void countsMatchTheRows();
    void segmentFiltersAndChipRemoves();
    void textFiltersAndEscapeClears();
    void treeFiltersAndChipRemoves();
    void emptyFilterOffersToClear();
    void problemsComeFirst();
    void columnsAreKept();
    void nothingIsCutInASmallWindow();
    void allColumnsFitACommonScreen();
    void aLowWindowKeepsRowsBesideThePane();
    void namesComeBeforeAir_data();
    void namesComeBeforeAir();
    void noColumnMovesForAScrollBar();
    void theSortedColumnKeepsItsWord();
    void theUnknownIsExplained();
    void currentRowShowsTheFocus();
    void oldFocusFrameGoesWhole();
    void detailsAreOfTheOnlySelectedRow();
    void rowUnderARestingMouseIsLeftByKeys();

private:
    StateSegment *segment(Badge badge) const;
};

StateSegment *TestDashboard::segment(Badge badge) const
{
    const auto segments = m->find<StateStrip>(u"stateStrip"_s)->findChildren<StateSegment *>();
    for (StateSegment *one : segments) {
        if (one->badges().contains(badge))
            return one;
    }
    return nullptr;
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

void TestDashboard::allColumnsFitACommonScreen()
{
    m->window()->resize(1280, 800);
    QTRY_COMPARE(m->window()->width(), 1280);
    QTRY_COMPARE(m->table()->horizontalScrollBar()->maximum(), 0);
}

// One row and a half were left of the table.
void TestDashboard::aLowWindowKeepsRowsBesideThePane()
{
    QVERIFY(m->select({m->shownNames().constFirst()}));
    const auto *pane = m->find<QWidget>(u"pipelineDetails"_s);
    QTRY_VERIFY(pane->isVisible());
    m->window()->resize(1280, 560);
    QTRY_COMPARE(m->window()->height(), 560);
    QTRY_VERIFY(m->table()->viewport()->height() >= 4 * m->table()->rowHeight(0));
}

void TestDashboard::namesComeBeforeAir_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {1280, 1366, 1440, 2560})
        QTest::addRow("%d", width) << width;
}

void TestDashboard::namesComeBeforeAir()
{
    QFETCH(const int, width);
    m->window()->resize(width, 900);
    QTRY_COMPARE(m->window()->width(), width);
    const auto cutCount = [this](int column) {
        int cut = 0;
        for (int row = 0; row < m->table()->model()->rowCount(); ++row) {
            const QModelIndex cell = m->table()->model()->index(row, column);
            if (m->table()->sizeHintForIndex(cell).width() > m->table()->columnWidth(column))
                ++cut;
        }
        return cut;
    };
    const auto isWhole = [&cutCount](int column) { return cutCount(column) == 0; };
    // The longest badge there is.
    m->fleet()->setPolling(false);
    const PipelineKey stopped = m->key(m->nameWith(Badge::Streaming));
    QVERIFY(stopped.isValid());
    m->fleet()->pipelines()->setStatus(stopped, u"NOT_RUNNING"_s);
    QTRY_COMPARE(m->fleet()->pipelines()->find(stopped)->badge(), Badge::StoppedUnexpectedly);
    QTRY_VERIFY(isWhole(PipelineModel::StatusColumn));
    // The longest names give way before what the other columns say is lost.
    QTRY_VERIFY(cutCount(PipelineModel::NameColumn) * 10 <= m->table()->model()->rowCount());

    struct Least {
        PipelineModel::Column column;
        QString text;
        int signs; // beside the text
    };

    const Least kept[] = {{PipelineModel::SourceColumn, u"db…/shop"_s, monogramSize.width()},
                          {PipelineModel::TargetColumn, u"SAL…"_s, 2 * Size::Icon},
                          {PipelineModel::RunnerColumn, u"runn…"_s, 0}};
    for (const Least &one : kept) {
        const int text = QFontMetrics(m->table()->font()).horizontalAdvance(one.text);
        QVERIFY2(m->table()->columnWidth(one.column) >= text + one.signs + 3 * Size::Gap,
                 qPrintable(one.text));
    }
    if (width < 2560)
        return;
    for (const int column : {PipelineModel::SourceColumn, PipelineModel::TargetColumn,
                             PipelineModel::RunnerColumn, PipelineModel::ProjectColumn})
        QTRY_VERIFY2(isWhole(column), qPrintable(QString::number(column)));
}

void TestDashboard::noColumnMovesForAScrollBar()
{
    const auto places = [this] {
        QList<int> found;
        for (int column = 0; column < PipelineModel::ColumnCount; ++column)
            found += m->table()->columnViewportPosition(column);
        return found;
    };
    m->fleet()->setPolling(false);
    auto *filter = m->find<QLineEdit>(u"filterEdit"_s);
    QList<int> before;
    QList<int> after;
    // Columns grow once for texts that have just come, and stay so. What a scroll bar moves would
    // move each time.
    for (int round = 0; round < 3 && (before.isEmpty() || after != before); ++round) {
        filter->clear();
        QTRY_VERIFY(m->table()->verticalScrollBar()->maximum() > 0);
        before = places();
        QTest::keyClicks(filter, u"crm"_s);
        QTRY_COMPARE(m->table()->verticalScrollBar()->maximum(), 0);
        after = places();
    }
    QCOMPARE(after, before);
}

void TestDashboard::theSortedColumnKeepsItsWord()
{
    m->window()->resize(1280, 800);
    QTRY_COMPARE(m->window()->width(), 1280);
    QHeaderView *header = m->table()->horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        m->table()->sortByColumn(column, Qt::AscendingOrder);
        // The hint has room for the mark of the column that is sorted by.
        QVERIFY2(header->sectionSize(column) >= header->sectionSizeHint(column),
                 qPrintable(QString::number(column)));
    }
}

// The word alone does not say what to do.
void TestDashboard::theUnknownIsExplained()
{
    QTRY_COMPARE(m->badge(u"orders-dev-to-s3"_s), Badge::Unknown);
    QVERIFY(m->select({u"orders-dev-to-s3"_s}));
    const auto *known = m->find<QLabel>(u"overviewKnown"_s);
    QTRY_VERIFY(known->isVisible());
    QCOMPARE(known->text(), PipelineCells::advice(Badge::Unknown));
    QVERIFY(known->text().contains(u"Look whether the runner is connected"_s));
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

// What was not repainted still shows the frame, which a picture painted anew would not.
void TestDashboard::oldFocusFrameGoesWhole()
{
    PipelineTable *table = m->table();
    QVERIFY(table->model()->rowCount() > 6);
    const auto place = [table](int row) {
        return table->visualRect(table->model()->index(row, PipelineModel::NameColumn)).center();
    };
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place(0));
    QTRY_VERIFY(table->hasFocus());
    QTRY_COMPARE(m->find<QWidget>(u"pipelineDetails"_s)->isVisible(), true);
    // The rows that the mouse leaves and enters are repainted whole, which is not what is meant.
    QTest::mouseMove(table->viewport(), place(5));
    QTRY_COMPARE(RowHover::row(table), 5);
    QCoreApplication::processEvents();
    PaintedRegion painted(table->viewport());
    QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::ShiftModifier, place(5));
    QCoreApplication::processEvents(); // no waiting: later the polling repaints what it reads
    const int width = table->viewport()->width();
    for (const int row : {0, 5}) {
        const QRect whole(0, table->rowViewportPosition(row), width, table->rowHeight(row));
        QVERIFY(QRegion(whole).subtracted(painted.region()).isEmpty());
    }
}

void TestDashboard::detailsAreOfTheOnlySelectedRow()
{
    const QStringList names = m->shownNames();
    QVERIFY(m->select({names.at(1)}));
    const auto title = [this] { return m->find<QLabel>(u"paneTitle"_s)->text(); };
    QTRY_COMPARE(title(), names.at(1));
    QTest::keyClick(m->table(), Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(m->table()->selection().size(), 1);
    QCOMPARE(m->table()->currentIndex().row(), 2);
    QCOMPARE(title(), names.at(1));
    // Without the focus the current row is told from the selected one.
    m->find<QLineEdit>(u"filterEdit"_s)->setFocus();
    const QRect cell = m->table()->visualRect(m->table()->currentIndex());
    const QColor line = m->table()->viewport()->grab().toImage().pixelColor(
        QPointF(cell.center().x(), cell.top()).toPoint() * m->table()->devicePixelRatioF());
    QCOMPARE(line, tokensFor(m->table()->palette()).field);
    QTest::keyClick(m->table(), Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(m->table()->selection().size(), 2);
    QCOMPARE(title(), names.at(2)); // of several it is the current one
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

SLUICE_TEST(TestDashboard, Widgets)
#include "tst_dashboard.moc"
