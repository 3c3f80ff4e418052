// SPDX-License-Identifier: Apache-2.0
#include "models/store/events/eventsmodel.h"
#include "models/store/timelines.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/shared/eventstable.h"
#include "ui/shared/timelinebar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/questionbox.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// What happened is in the log, on the overview and on the timeline: on the real window, with the
// real sandbox.
class TestEventLog : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void commandIsInTheLog();
    void filtersNarrowTheRows();
    void onlyNewsAreCounted();
    void goneOnesAreSaid();
    void eventsThatComeWhileReadingAreThereOnce();
    void overviewTellsOfItsPipeline();
    void overviewHasRoomForTheEventsThereAre();
    void overviewsTablesBeginAtOneHeight();
    void namesAreWhole();
    void exportMenuStaysInTheWindow();
    void versionOpensInTheHistory();
    void rowIsCopiedAsALine();
    void exportsWhatTheFiltersLetPass();
    void whatCameWhileAwayIsReported();
    void timelineShowsWhatWasSeen();
    void namesComeBeforeTheTimeline();
    void wideWindowsHaveLongTimelines();
    void observedTimeGoesOn();
    void keysWalkTheTimeline();
    void periodIsKept();
    void timelineIsNoOrder();

protected:
    bool hasStore() const override { return true; }

    void prepare() override
    {
        QTRY_VERIFY(!m->shownNames().isEmpty());
        QTRY_VERIFY(!m->nameWith(Badge::Streaming).isEmpty());
    }

private:
    EventsTable *log() const { return m->find<EventsTable>(u"eventsTable"_s); }

    EventsModel *rows() const { return qobject_cast<EventsModel *>(log()->model()); }

    // Each row of the log from top to bottom: "orders: Stop sent and accepted".
    QStringList lines() const;
    bool stopOne(QString *name);
};

QStringList TestEventLog::lines() const
{
    QStringList lines;
    for (int row = 0; row < rows()->rowCount(); ++row)
        lines.append(rows()->record(row).name + u": "_s + rows()->record(row).text());
    return lines;
}

bool TestEventLog::stopOne(QString *name)
{
    *name = m->nameWith(Badge::Streaming);
    m->fleet()->sendCommand(m->key(*name), PipelineCommand::Stop);
    return QTest::qWaitFor([this, name] { return m->badge(*name) == Badge::Stopped; }, 20000);
}

void TestEventLog::commandIsInTheLog()
{
    QString name;
    QVERIFY(stopOne(&name));
    QTRY_VERIFY(rows()->rowCount() > 0);
    QVERIFY(m->trigger(u"eventLogAction"_s));
    QVERIFY(log()->isVisible());
    QVERIFY(m->find<QToolButton>(u"eventsButton"_s)->isChecked());
    QTRY_VERIFY(lines().contains(name + u": Stop sent and accepted"_s));
    QTRY_VERIFY(lines().contains(name + u": Stopping → Stopped"_s) ||
                lines().contains(name + u": Streaming → Stopped"_s));
    QVERIFY(m->find<QLabel>(u"eventNumbers"_s)->text().contains(u"event"_s));
    // Enter leads to the pipeline, and Back here again.
    QVERIFY(log()->hasFocus());
    for (int row = 0; row < rows()->rowCount() && log()->currentEvent().name != name; ++row)
        QTest::keyClick(log(), Qt::Key_Down);
    QCOMPARE(log()->currentEvent().name, name);
    QTest::keyClick(log(), Qt::Key_Return);
    QVERIFY(m->find<QWidget>(u"pipelineEditor"_s)->isVisible());
    QVERIFY(m->trigger(u"backAction"_s));
    QVERIFY(log()->isVisible());
}

void TestEventLog::filtersNarrowTheRows()
{
    QString name;
    QVERIFY(stopOne(&name));
    QVERIFY(m->trigger(u"eventLogAction"_s));
    QTRY_VERIFY(rows()->rowCount() >= 2);
    auto *kind = m->find<QComboBox>(u"eventKind"_s);
    kind->setCurrentText(u"Command"_s);
    QTRY_COMPARE(lines(), QStringList{name + u": Stop sent and accepted"_s});
    auto *text = m->find<QLineEdit>(u"eventFilterEdit"_s);
    text->setText(u"nothing of this kind"_s);
    QTRY_COMPARE(rows()->rowCount(), 0);
    QVERIFY(m->click(u"clearEventFilters"_s));
    QTRY_VERIFY(rows()->rowCount() >= 2);
    QCOMPARE(kind->currentIndex(), 0);
    m->find<QComboBox>(u"eventSeverity"_s)->setCurrentIndex(2);
    QTRY_COMPARE(rows()->rowCount(), 0);
}

void TestEventLog::onlyNewsAreCounted()
{
    const auto count = [this] {
        return m->find<QToolButton>(u"eventsButton"_s)->accessibleDescription();
    };
    QTRY_COMPARE(count(), u"Nothing new"_s);
    Event event;
    event.at = QDateTime::currentDateTimeUtc();
    event.key = m->key(m->shownNames().constFirst());
    event.kind = Event::Kind::CommandSent; // the user knows that, and what comes of it
    event.after = u"stop"_s;
    Event effect = event;
    effect.kind = Event::Kind::StateChanged;
    effect.after = u"STOPPING"_s;
    Event other = event;
    other.kind = Event::Kind::ChangedElsewhere;
    m->store()->events()->put({event, effect, other});
    QTRY_COMPARE(count(), u"1 new event"_s);
    QVERIFY(m->trigger(u"eventLogAction"_s));
    QCOMPARE(count(), u"Nothing new"_s);
}

void TestEventLog::goneOnesAreSaid()
{
    Event event;
    event.at = QDateTime::currentDateTimeUtc();
    event.kind = Event::Kind::Deleted;
    event.key = m->key(m->shownNames().constFirst());
    event.key.pipeline = u"gone"_s;
    event.name = u"gone"_s;
    m->store()->events()->put({event});
    QTRY_VERIFY(rows()->rowCount() > 0);
    QVERIFY(m->trigger(u"eventLogAction"_s));
    log()->setCurrentIndex(rows()->index(int(lines().indexOf(u"gone: Deleted from here"_s)), 1));
    QTest::keyClick(log(), Qt::Key_Return);
    QVERIFY(m->closeMessage());
    QVERIFY(log()->isVisible());
}

void TestEventLog::eventsThatComeWhileReadingAreThereOnce()
{
    QVERIFY(m->trigger(u"eventLogAction"_s));
    QList<Event> many;
    for (int number = 0; number < 2 * EventsModel::pageSize + 50; ++number) {
        Event event;
        event.at = QDateTime::currentDateTimeUtc();
        event.kind = Event::Kind::Saved;
        event.name = QString::number(number);
        many.append(event);
    }
    m->store()->events()->put(many);
    QTRY_VERIFY(rows()->rowCount() >= many.size());
    EventFilter filter = rows()->filter();
    filter.categories = {Event::Category::Change};
    rows()->setFilter(filter);                 // reads
    m->store()->events()->put({many.first()}); // comes meanwhile
    QTRY_COMPARE(rows()->matching(), many.size() + 1);
    while (rows()->canFetchMore({})) {
        const int before = rows()->rowCount();
        rows()->fetchMore({});
        m->store()->events()->put({many.first()});
        QTRY_VERIFY(rows()->rowCount() > before + 1);
    }
    QTRY_COMPARE(rows()->rowCount(), int(rows()->matching()));
    QSet<qint64> ids;
    for (int row = 0; row < rows()->rowCount(); ++row)
        ids.insert(rows()->record(row).id);
    QCOMPARE(ids.size(), rows()->rowCount());
}

void TestEventLog::overviewTellsOfItsPipeline()
{
    QString name;
    QVERIFY(stopOne(&name));
    QVERIFY(m->select({name}));
    QVERIFY(m->trigger(u"openAction"_s));
    auto *editor = m->find<QWidget>(u"pipelineEditor"_s);
    auto *events = editor->findChild<EventsTable *>(u"overviewEvents"_s);
    QTRY_VERIFY(events->model()->rowCount() >= 2);
    for (int row = 0; row < events->model()->rowCount(); ++row)
        QCOMPARE(events->model()->index(row, 0).data(EventsModel::KeyRole).value<PipelineKey>(),
                 m->key(name));
    QTest::mouseClick(editor->findChild<QWidget *>(u"openEventLog"_s), Qt::LeftButton);
    QVERIFY(log()->isVisible());
    auto *chip = m->find<Chip>(u"eventPipelineChip"_s);
    QVERIFY(chip->isVisible());
    QVERIFY(chip->text().contains(name));
    QTRY_COMPARE(rows()->rowCount(), events->model()->rowCount());
    QTest::mouseClick(chip, Qt::LeftButton);
    QVERIFY(!chip->isVisible());
}

void TestEventLog::overviewHasRoomForTheEventsThereAre()
{
    const QString name = m->nameWith(Badge::Streaming);
    QVERIFY(m->select({name}));
    QVERIFY(m->trigger(u"openAction"_s));
    auto *events =
        m->find<QWidget>(u"pipelineEditor"_s)->findChild<EventsTable *>(u"overviewEvents"_s);
    const auto roomFor = [events](int rows) {
        return events->horizontalHeader()->sizeHint().height() +
               rows * events->verticalHeader()->defaultSectionSize() + 2 * events->frameWidth();
    };
    QCOMPARE(events->model()->rowCount(), 0);
    QTRY_COMPARE(events->height(), roomFor(2)); // of the sentence that there are none
    Event seen;
    seen.at = QDateTime::currentDateTimeUtc();
    seen.kind = Event::Kind::Saved;
    seen.key = m->key(name);
    seen.name = name;
    m->store()->events()->put({4, seen});
    QTRY_COMPARE(events->height(), roomFor(4));
    m->window()->resize(1280, 640);
    m->store()->events()->put({40, seen});
    QTRY_COMPARE(events->height(), roomFor(8)); // more scroll
    // A tall window has room for more of them, and nothing scrolls for that.
    m->window()->resize(1600, 1400);
    QTRY_VERIFY(events->height() > roomFor(12));
    const auto *overview =
        m->find<QWidget>(u"pipelineEditor"_s)->findChild<QScrollArea *>(u"overview"_s);
    QTRY_COMPARE(overview->verticalScrollBar()->maximum(), 0);
    m->window()->resize(1280, 640);
    QTRY_COMPARE(events->height(), roomFor(8));
}

void TestEventLog::overviewsTablesBeginAtOneHeight()
{
    QVERIFY(m->select({m->nameWith(Badge::Streaming)}));
    QVERIFY(m->trigger(u"openAction"_s));
    const auto *editor = m->find<QWidget>(u"pipelineEditor"_s);
    const auto *events = editor->findChild<QWidget *>(u"overviewEvents"_s);
    const auto *tables = editor->findChild<QWidget *>(u"overviewTables"_s);
    QTRY_VERIFY(events->isVisible() && tables->isVisible());
    QTRY_COMPARE(tables->mapTo(editor, QPoint()).y(), events->mapTo(editor, QPoint()).y());
}

// The place was cut although what happened had room to spare.
void TestEventLog::namesAreWhole()
{
    m->window()->resize(1280, 800);
    QVERIFY(m->trigger(u"eventLogAction"_s));
    Event seen;
    seen.at = QDateTime::currentDateTimeUtc();
    seen.kind = Event::Kind::Saved;
    seen.key = m->key(m->nameWith(Badge::Streaming));
    seen.name = u"customer-orders-to-snowflake"_s;
    seen.accountName = u"Production-EU"_s;
    seen.projectName = u"Customer insights"_s;
    m->store()->events()->put({seen});
    QTRY_VERIFY(lines().contains(seen.name + u": "_s + seen.text()));
    const int row = int(lines().indexOf(seen.name + u": "_s + seen.text()));
    for (const int column : {EventsModel::PipelineColumn, EventsModel::PlaceColumn}) {
        const int wanted = log()->sizeHintForIndex(rows()->index(row, column)).width();
        QVERIFY2(log()->columnWidth(column) >= wanted, qPrintable(QString::number(column)));
    }
    QVERIFY(log()->columnWidth(EventsModel::TextColumn) >
            log()->columnWidth(EventsModel::PlaceColumn));
}

void TestEventLog::exportMenuStaysInTheWindow()
{
    QVERIFY(m->trigger(u"eventLogAction"_s));
    auto *button = m->find<QPushButton>(u"exportEventsButton"_s);
    QTRY_VERIFY(button->isVisible());
    QTimer::singleShot(0, button, [button] { button->menu()->close(); });
    const auto menu = std::make_shared<QRect>();
    connect(button->menu(), &QMenu::aboutToHide, button,
            [button, menu] { *menu = button->menu()->geometry(); });
    button->showMenu();
    QCOMPARE(menu->right(), button->mapToGlobal(button->rect().topRight()).x());
}

void TestEventLog::versionOpensInTheHistory()
{
    const QString name = m->shownNames().constFirst();
    QJsonObject changed = m->definition(name);
    changed.insert(u"agentId"_s, u"somebody-elses-choice"_s);
    m->store()->versions()->record(m->key(name), changed, Version::Origin::Read);
    QVERIFY(m->trigger(u"eventLogAction"_s));
    QTRY_VERIFY(lines().contains(name + u": Changed, not from here"_s));
    log()->setCurrentIndex(
        rows()->index(int(lines().indexOf(name + u": Changed, not from here"_s)), 1));
    QTest::keyClick(log(), Qt::Key_Return);
    auto *versions = m->find<QTableView>(u"versionsTable"_s);
    QTRY_VERIFY(versions && versions->isVisible());
    QTRY_COMPARE(versions->selectionModel()->selectedRows().size(), 1);
}

void TestEventLog::rowIsCopiedAsALine()
{
    QString name;
    QVERIFY(stopOne(&name));
    QVERIFY(m->trigger(u"eventLogAction"_s));
    QTRY_VERIFY(rows()->rowCount() >= 1);
    log()->setCurrentIndex(rows()->index(rows()->rowCount() - 1, 1));
    QTest::keyClick(log(), Qt::Key_C, Qt::ControlModifier);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(name), qPrintable(copied));
    QVERIFY2(copied.contains(u"UTC"_s), qPrintable(copied));
}

void TestEventLog::exportsWhatTheFiltersLetPass()
{
    QString name;
    QVERIFY(stopOne(&name));
    QVERIFY(m->trigger(u"eventLogAction"_s));
    m->find<QComboBox>(u"eventKind"_s)->setCurrentText(u"Command"_s);
    QTRY_COMPARE(rows()->rowCount(), 1);
    const QTemporaryDir folder;
    for (const int action : {0, 1}) {
        const QString path = folder.filePath(QString::number(action));
        m->setChosenPaths({path});
        m->find<QMenu>(u"exportEventsMenu"_s)->actions().at(action)->trigger();
        QTRY_VERIFY(m->question());
        QVERIFY(m->question()->findChild<QPushButton *>(u"openFolder"_s));
        QCOMPARE(m->question()->findChild<QLabel *>(u"questionTitle"_s)->text(),
                 u"1 event was exported."_s);
        QVERIFY(m->closeMessage());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        if (action == 0) {
            QCOMPARE(text.count("\r\n"), 2);
            QVERIFY(text.contains(name.toUtf8()));
        } else {
            const QJsonArray exported = QJsonDocument::fromJson(text).array();
            QCOMPARE(exported.size(), 1);
            QCOMPARE(exported.at(0)[u"kind"_s].toString(), u"command-sent"_s);
            QCOMPARE(exported.at(0)[u"pipeline"_s].toString(), name);
        }
    }
}

void TestEventLog::whatCameWhileAwayIsReported()
{
    m->reopen(); // the visit ends, and the next begins
    Event stopped;
    stopped.at = QDateTime::currentDateTimeUtc();
    stopped.kind = Event::Kind::StoppedUnexpectedly;
    stopped.key = m->key(m->shownNames().constFirst());
    stopped.name = m->shownNames().constFirst();
    stopped.before = u"STREAMING"_s;
    stopped.after = u"NOT_RUNNING"_s;
    m->store()->events()->put({stopped});
    QTRY_VERIFY_WITH_TIMEOUT(!m->banners().isEmpty(), 40000);
    QVERIFY(m->trigger(u"eventLogAction"_s)); // says it, too
    QVERIFY(m->banners().isEmpty());
    QVERIFY(m->trigger(u"fleetAction"_s));
    m->reopen();
    stopped.at = QDateTime::currentDateTimeUtc();
    m->store()->events()->put({stopped});
    QTRY_VERIFY_WITH_TIMEOUT(!m->banners().isEmpty(), 40000);
    QVERIFY(m->clickInBanner(u"Show"_s));
    QVERIFY(m->banners().isEmpty());
    QVERIFY(m->find<QWidget>(u"shiftPanel"_s)->isVisible());
    QString told = m->find<QLabel>(u"shiftLines"_s)->text();
    told.remove(u'\u200B'); // words may break there
    QVERIFY2(told.contains(stopped.name), qPrintable(told));
    QTRY_VERIFY(m->find<QPushButton>(u"sinceLastVisit"_s)->isChecked());
    QTRY_VERIFY(rows()->rowCount() >= 1);
    QVERIFY(m->click(u"copyShiftReport"_s));
    QVERIFY(QGuiApplication::clipboard()->text().contains(stopped.name));
}

void TestEventLog::timelineShowsWhatWasSeen()
{
    QString name;
    QVERIFY(stopOne(&name));
    const QModelIndex cell = m->row(name).siblingAtColumn(PipelineModel::TimelineColumn);
    QVERIFY(!m->table()->isColumnHidden(PipelineModel::TimelineColumn));
    QTRY_VERIFY2(cell.data(Qt::AccessibleTextRole).toString().contains(u"% streaming of"_s),
                 qPrintable(cell.data(Qt::AccessibleTextRole).toString()));
    QVERIFY(m->select({name}));
    QVERIFY(m->trigger(u"openAction"_s));
    auto *share = m->find<QWidget>(u"pipelineEditor"_s)->findChild<QLabel *>(u"timelineShare"_s);
    QTRY_VERIFY2(share->text().contains(u"% streaming of"_s), qPrintable(share->text()));
}

// It stood still for up to ten minutes beside a time in state that went on.
void TestEventLog::namesComeBeforeTheTimeline()
{
    m->window()->resize(1440, 900);
    QTRY_COMPARE(m->window()->width(), 1440);
    const int usual = m->table()->columnWidth(PipelineModel::TimelineColumn);
    m->window()->resize(1240, 800);
    QTRY_COMPARE(m->window()->width(), 1240);
    const auto isWhole = [this] {
        for (int row = 0; row < m->table()->model()->rowCount(); ++row) {
            const QModelIndex cell = m->table()->model()->index(row, PipelineModel::NameColumn);
            if (m->table()->sizeHintForIndex(cell).width() >
                m->table()->columnWidth(PipelineModel::NameColumn))
                return false;
        }
        return true;
    };
    QTRY_VERIFY(isWhole() || m->table()->columnWidth(PipelineModel::TimelineColumn) < usual);
}

void TestEventLog::wideWindowsHaveLongTimelines()
{
    m->window()->resize(1440, 900);
    QTRY_COMPARE(m->window()->width(), 1440);
    const int usual = m->table()->columnWidth(PipelineModel::TimelineColumn);
    m->window()->resize(2560, 1440);
    QTRY_VERIFY(m->table()->columnWidth(PipelineModel::TimelineColumn) >= 2 * usual);
}

void TestEventLog::observedTimeGoesOn()
{
    QVERIFY(m->select({m->nameWith(Badge::Streaming)}));
    QVERIFY(m->trigger(u"openAction"_s));
    auto *editor = m->find<QWidget>(u"pipelineEditor"_s);
    auto *share = editor->findChild<QLabel *>(u"timelineShare"_s);
    QTRY_VERIFY(share->text().contains(u"% streaming of"_s));
    const QString before = share->text();
    QTRY_VERIFY_WITH_TIMEOUT(share->text() != before, 10000);
}

void TestEventLog::keysWalkTheTimeline()
{
    const QString name = m->nameWith(Badge::Streaming);
    QVERIFY(m->select({name}));
    QVERIFY(m->trigger(u"openAction"_s));
    auto *editor = m->find<QWidget>(u"pipelineEditor"_s);
    auto *bar = editor->findChild<TimelineBar *>(u"timelineBar"_s);
    QTRY_VERIFY(bar->accessibleDescription().contains(u"% streaming of"_s));
    bar->setFocus();
    QTest::keyClick(bar, Qt::Key_End);
    auto *part = editor->findChild<QLabel *>(u"timelinePart"_s);
    QVERIFY2(part->text().startsWith(u"Streaming"_s), qPrintable(part->text()));
    QCOMPARE(bar->accessibleDescription(), part->text());
    QTest::keyClick(bar, Qt::Key_Left);
    QVERIFY2(part->text().startsWith(u"Not observed"_s), qPrintable(part->text()));
}

void TestEventLog::periodIsKept()
{
    const QString name = m->shownNames().constFirst();
    QVERIFY(m->select({name}));
    QVERIFY(m->trigger(u"openAction"_s));
    QTest::mouseClick(m->find<QWidget>(u"pipelineEditor"_s)->findChild<QWidget *>(u"timeline168"_s),
                      Qt::LeftButton);
    const auto title = [this] {
        return m->fleet()
            ->pipelines()
            ->headerData(PipelineModel::TimelineColumn, Qt::Horizontal, Qt::DisplayRole)
            .toString();
    };
    QCOMPARE(title(), u"Last 7 d"_s);
    m->reopen();
    QCOMPARE(title(), u"Last 7 d"_s);
}

void TestEventLog::timelineIsNoOrder()
{
    m->table()->sortByColumn(PipelineModel::NameColumn, Qt::DescendingOrder);
    m->reopen(); // the order of the last run
    QHeaderView *header = m->table()->horizontalHeader();
    const QStringList before = m->shownNames();
    const QPoint title(header->sectionViewportPosition(PipelineModel::TimelineColumn) + 20,
                       header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, title);
    QCOMPARE(header->sortIndicatorSection(), int(PipelineModel::NameColumn));
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    QCOMPARE(m->shownNames(), before);
}

SLUICE_TEST(TestEventLog, Widgets)

#include "tst_eventlog.moc"
