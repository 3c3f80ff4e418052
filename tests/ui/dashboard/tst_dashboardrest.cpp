// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelinemodel.h"
#include "tests/support/paintedregion.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/dashboard/dashboardpage.h"
#include "ui/widgets/badgeglyph.h"
#include "ui/widgets/statesegment.h"
#include "ui/widgets/statestrip.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// What the dashboard leaves alone: rows under a mouse or selected, what a second click is meant
// for, and pixels that show the same as before.
class TestDashboardRest : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void rowsStay_data();
    void rowsStay();
    void lettersLookForNames();
    void toolTipGoesWithItsRow();
    void paneWaitsForASecondClick();
    void selectedRowStaysInView();
    void aNewRowIsShownWhateverIsFiltered();
    void countsAgreeAfterADelete();
    void statesHaveOneChipEach_data();
    void statesHaveOneChipEach();
    void theKnownLimitIsShown();
    void whatChangedIsPainted_data();
    void whatChangedIsPainted();
    void anotherOrderPaintsWhatMoved();

protected:
    void prepare() override
    {
        m->fleet()->setPolling(false);
        QTRY_COMPARE(account()->client()->inFlight() + account()->client()->waiting(), 0);
        m->fleet()->pipelines()->flush();
    }

private:
    void see(const QString &name, const QString &status)
    {
        m->fleet()->pipelines()->setStatus(m->key(name), status);
        m->fleet()->pipelines()->flush();
        QCoreApplication::processEvents();
    }

    QPoint placeOf(int row) const
    {
        PipelineTable *table = m->table();
        return table->visualRect(table->model()->index(row, PipelineModel::NameColumn)).center();
    }

    QRegion cell(int row, int column) const
    {
        return m->table()->visualRect(m->table()->model()->index(row, column));
    }

    // Nothing waits to be painted any more.
    void paint() const { m->table()->viewport()->repaint(); }
};

void TestDashboardRest::rowsStay_data()
{
    QTest::addColumn<bool>("mouse");
    QTest::addColumn<QList<int>>("selected");
    QTest::newRow("under the mouse") << true << QList<int>{};
    QTest::newRow("one is selected") << false << QList<int>{1};
    QTest::newRow("several are selected") << false << QList<int>{1, 3, 4};
    QTest::newRow("the one that changes is selected") << false << QList<int>{-1};
    QTest::newRow("both") << true << QList<int>{2};
}

// Whatever cell is the current one: words like "Streaming" are no names.
void TestDashboardRest::lettersLookForNames()
{
    const QStringList names = m->shownNames();
    const QString &wanted = names.constLast();
    m->table()->setFocus();
    m->table()->setCurrentIndex(m->table()->model()->index(0, PipelineModel::StatusColumn));
    QTest::keyClicks(m->table(), wanted.first(qMin(wanted.size(), qsizetype(6))));
    const QString found =
        m->table()->currentIndex().siblingAtColumn(PipelineModel::NameColumn).data().toString();
    QVERIFY2(found.startsWith(wanted.first(6), Qt::CaseInsensitive), qPrintable(found));
}

void TestDashboardRest::rowsStay()
{
    QFETCH(const bool, mouse);
    QFETCH(const QList<int>, selected);
    const QStringList before = m->shownNames();
    QVERIFY(before.size() > 6);
    const QString changed = m->nameWith(Badge::Streaming);
    QStringList chosen;
    for (const int row : selected)
        chosen += row < 0 ? changed : before.at(row);
    if (!chosen.isEmpty())
        QVERIFY(m->select(chosen));
    if (mouse)
        QTest::mouseMove(m->table()->viewport(), placeOf(2));
    QCoreApplication::processEvents();
    auto *again = m->find<QAbstractButton>(u"sortAgainButton"_s);
    QVERIFY(!again->isVisible());

    see(changed, u"UNKNOWN"_s);
    QTRY_VERIFY(again->isVisible());
    QCOMPARE(again->text(), u"1 changed. Sort again"_s);
    QCOMPARE(m->shownNames(), before);
    again->click();
    QVERIFY(!again->isVisible());
    QCOMPARE(m->badge(m->shownNames().first()), Badge::Unknown);

    // Once nothing is selected and the mouse is elsewhere, order follows by itself.
    see(changed, u"STREAMING"_s);
    QTRY_VERIFY(again->isVisible());
    m->table()->clearSelection();
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m->table()->viewport(), &leave);
    QTRY_COMPARE(m->shownNames(), before);
    QVERIFY(!again->isVisible());
}

void TestDashboardRest::toolTipGoesWithItsRow()
{
    const QString changed = m->nameWith(Badge::Streaming);
    const int row = m->row(changed).row();
    const QPoint place =
        m->table()
            ->visualRect(m->table()->model()->index(row, PipelineModel::CheckedColumn))
            .center();
    QHelpEvent help(QEvent::ToolTip, place, m->table()->viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(m->table()->viewport(), &help);
    QTRY_VERIFY(QToolTip::isVisible());
    QVERIFY(QToolTip::text().startsWith(u"Last answer"_s));
    see(changed, u"UNKNOWN"_s); // nothing holds the order
    QTRY_VERIFY(!QToolTip::isVisible());
}

void TestDashboardRest::paneWaitsForASecondClick()
{
    auto *pane = m->find<QWidget>(u"pipelineDetails"_s);
    PipelineTable *table = m->table();
    const int last = table->rowAt(table->viewport()->height() - 1) < 0
                         ? table->model()->rowCount() - 1
                         : table->rowAt(table->viewport()->height() - 1) - 1;
    const QString name = table->model()->index(last, PipelineModel::NameColumn).data().toString();
    QElapsedTimer clock;
    clock.start();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, placeOf(last));
    QCoreApplication::processEvents();
    if (clock.elapsed() < QApplication::doubleClickInterval())
        QVERIFY(!pane->isVisible());
    QTRY_VERIFY(pane->isVisible());
    QVERIFY(clock.elapsed() >= QApplication::doubleClickInterval());
    QCOMPARE(m->find<QLabel>(u"paneTitle"_s)->text(), name);
    // By key there is no second click to wait for.
    table->clearSelection();
    QTRY_VERIFY(!pane->isVisible());
    QTest::keyClick(table, Qt::Key_Up);
    QVERIFY(pane->isVisible());
}

// The details open below the table, where the selected row may be.
void TestDashboardRest::selectedRowStaysInView()
{
    m->window()->resize(1100, 560);
    PipelineTable *table = m->table();
    QTRY_VERIFY(table->verticalScrollBar()->maximum() > 0);
    const int last = table->rowAt(table->viewport()->height() - 1) - 1;
    QVERIFY(last > 1);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, placeOf(last));
    QTRY_VERIFY(m->find<QWidget>(u"pipelineDetails"_s)->isVisible());
    QTRY_VERIFY(table->viewport()->rect().contains(table->visualRect(table->currentIndex())));
}

void TestDashboardRest::aNewRowIsShownWhateverIsFiltered()
{
    const QString name = m->nameWith(Badge::Stopped);
    const PipelineKey key = m->key(name);
    QTest::keyClicks(m->find<QLineEdit>(u"filterEdit"_s), u"no such pipeline"_s);
    QVERIFY(!m->row(name).isValid());
    auto *page = m->find<DashboardPage>(u"dashboardPage"_s);
    page->showPipeline(key);
    QCOMPARE(m->table()->currentPipeline(), key);
    QVERIFY(m->table()->viewport()->rect().intersects(
        m->table()->visualRect(m->table()->currentIndex())));

    // Another project of the tree hides it too.
    QModelIndex other;
    for (const QString &shown : m->shownNames()) {
        const QString project = m->row(shown).data(PipelineModel::ProjectNameRole).toString();
        if (project != m->row(name).data(PipelineModel::ProjectNameRole).toString())
            other = m->node(project);
    }
    QVERIFY(other.isValid());
    m->tree()->setCurrentIndex(other);
    QVERIFY(!m->row(name).isValid());
    page->showPipeline(key);
    QCOMPARE(m->table()->currentPipeline(), key);
}

void TestDashboardRest::countsAgreeAfterADelete()
{
    const auto *counts = m->find<QLabel>(u"countsLabel"_s);
    const int all = int(m->shownNames().size());
    m->table()->clearSelection();
    QTRY_COMPARE(counts->text(), u"%1 pipelines"_s.arg(all));
    m->fleet()->pipelines()->removePipeline(m->key(m->shownNames().at(3)));
    QTRY_COMPARE(counts->text(), u"%1 pipelines"_s.arg(all - 1));
}

void TestDashboardRest::statesHaveOneChipEach_data()
{
    QTest::addColumn<QList<Badge>>("segments"); // clicked, the second with Ctrl
    QTest::addColumn<QStringList>("chips");
    QTest::newRow("Unknown") << QList{Badge::Unknown} << QStringList{u"Unknown"_s};
    QTest::newRow("Changing") << QList{Badge::Starting} << QStringList{u"Changing"_s};
    QTest::newRow("Stopped") << QList{Badge::Stopped} << QStringList{u"Stopped"_s};
    QTest::newRow("Unknown, Changing")
        << QList{Badge::Unknown, Badge::Starting} << QStringList{u"Unknown"_s, u"Changing"_s};
    QTest::newRow("Streaming, Unknown")
        << QList{Badge::Streaming, Badge::Unknown} << QStringList{u"Unknown"_s, u"Streaming"_s};
}

void TestDashboardRest::statesHaveOneChipEach()
{
    QFETCH(const QList<Badge>, segments);
    QFETCH(const QStringList, chips);
    auto *strip = m->find<StateStrip>(u"stateStrip"_s);
    for (qsizetype i = 0; i < segments.size(); ++i) {
        for (StateSegment *one : strip->findChildren<StateSegment *>()) {
            if (one->badges().contains(segments.at(i)))
                QTest::mouseClick(one, Qt::LeftButton,
                                  i == 0 ? Qt::NoModifier : Qt::ControlModifier);
        }
    }
    const auto shown = [this] {
        QStringList words;
        for (const auto *chip : m->window()->findChildren<QAbstractButton *>(u"badgeChip"_s)) {
            if (!chip->isHidden())
                words += chip->text();
        }
        return words;
    };
    QTRY_COMPARE(shown(), chips);
    // Closing one takes the whole of it away.
    for (qsizetype left = chips.size(); left > 0; --left) {
        QVERIFY(m->click(u"badgeChip"_s));
        QTRY_COMPARE(shown().size(), left - 1);
    }
    QVERIFY(strip->badges().isEmpty());
}

// What the server lets through may be less than what is set, and rows get older by it.
void TestDashboardRest::theKnownLimitIsShown()
{
    const auto *label = m->find<QLabel>(u"budgetLabel"_s);
    RateBudget *budget = account()->budget();
    *budget = RateBudget(1000);
    QTRY_COMPARE(label->text(), u"API 0 / 1,000 per min"_s);
    QTRY_VERIFY(label->toolTip().contains(u"may make 1,000 calls a minute"_s));
    for (int i = 0; i < 61; ++i)
        budget->recordUserCall(RateBudget::Clock::now());
    budget->onLimited(RateBudget::Clock::now());
    QTRY_COMPARE(label->text(), u"API 61 / 60 per min"_s);
    QVERIFY2(label->toolTip().contains(
                 u"Maia refused calls at about 60 a minute. 1,000 are set for this account."_s),
             qPrintable(label->toolTip()));
    QVERIFY(label->toolTip().contains(u"once round all"_s));
    QVERIFY(!label->toolTip().contains(u"minute is full"_s));
    *budget = RateBudget(60);
    for (int i = 0; i < 60; ++i)
        budget->recordUserCall(RateBudget::Clock::now());
    QTRY_VERIFY(label->toolTip().contains(u"minute is full: the next call leaves in about"_s));
}

void TestDashboardRest::whatChangedIsPainted_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QList<int>>("columns"); // that may be painted
    const QList<int> times{PipelineModel::CheckedColumn};
    const QList<int> state{PipelineModel::StatusColumn, PipelineModel::SinceColumn,
                           PipelineModel::CheckedColumn};
    QTest::newRow("the same state") << u"STREAMING"_s << times;
    QTest::newRow("the same in another spelling") << u"streaming"_s << state;
    QTest::newRow("another state") << u"SNAPSHOTTING"_s << state;
    QTest::newRow("unknown") << u"UNKNOWN"_s << state;
    QTest::newRow("no answer") << QString() << state;
}

void TestDashboardRest::whatChangedIsPainted()
{
    QFETCH(const QString, status);
    QFETCH(const QList<int>, columns);
    const QString name = m->nameWith(Badge::Streaming);
    QVERIFY(m->select({name}));
    m->find<QLineEdit>(u"filterEdit"_s)->setFocus();
    const int row = m->row(name).row();
    PaintedRegion painted(m->table()->viewport());
    // The clock paints times of other rows too, and what turns goes on turning.
    QRegion allowed;
    for (int other = 0; other < m->table()->model()->rowCount(); ++other) {
        allowed += cell(other, PipelineModel::SinceColumn);
        allowed += cell(other, PipelineModel::CheckedColumn);
        const QModelIndex index = m->table()->model()->index(other, 0);
        if (turns(Badge(index.data(PipelineModel::BadgeRole).toInt())))
            allowed += cell(other, PipelineModel::StatusColumn);
    }
    for (const int column : columns)
        allowed += cell(row, column);
    QTRY_VERIFY(m->find<QWidget>(u"pipelineDetails"_s)->isVisible());
    QCoreApplication::processEvents(); // a view paints the cell that was current a turn later
    paint();
    painted.clear();
    if (status.isEmpty())
        m->fleet()->pipelines()->setCheckFailed(m->key(name), u"No answer."_s);
    else
        m->fleet()->pipelines()->setStatus(m->key(name), status);
    m->fleet()->pipelines()->flush();
    QTRY_VERIFY(painted.region().intersects(cell(row, columns.constFirst())));
    QVERIFY2(painted.region().subtracted(allowed).isEmpty(),
             qPrintable(QDebug::toString(painted.region().subtracted(allowed))));
}

// Rows that stand where they stood are left alone when others change places.
void TestDashboardRest::anotherOrderPaintsWhatMoved()
{
    PipelineTable *table = m->table();
    const QStringList before = m->shownNames();
    paint();
    PaintedRegion painted(table->viewport());
    const QString changed = m->nameWith(Badge::Streaming);
    see(changed, u"SNAPSHOTTING"_s);
    QTRY_VERIFY(m->shownNames() != before);
    const QStringList after = m->shownNames();
    const auto nameOf = [this](int row) { return cell(row, PipelineModel::NameColumn); };
    const auto isPainted = [&](int row) {
        return nameOf(row).subtracted(painted.region()).isEmpty();
    };
    bool someStayed = false;
    for (int row = 0; row < after.size(); ++row) {
        if (after.at(row) != before.at(row))
            QTRY_VERIFY2(isPainted(row), qPrintable(after.at(row)));
    }
    for (int row = 0; row < after.size() && !nameOf(row).isEmpty(); ++row) {
        // One may be painted for another reason: the mouse, the focus.
        someStayed = someStayed || (after.at(row) == before.at(row) && !isPainted(row));
    }
    QVERIFY(someStayed);
}

SLUICE_TEST(TestDashboardRest, Widgets)
#include "tst_dashboardrest.moc"
