// SPDX-License-Identifier: Apache-2.0
#include "models/store/events/eventsmodel.h"
#include "tests/support/talk.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/alerts/alertblock.h"
#include "ui/shared/eventstable.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/menubutton.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

constexpr int confirmed = 20'000; // ms; the second look comes after 5 s

bool shows(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

} // namespace

// What needs somebody is on a page of its own: on the real window, with the real sandbox.
class TestAlertsPage : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void nothingNeedsAnybody();
    void aStopByOthersIsTold();
    void mutesOutliveTheWindow();
    void aWindowOfTimeNeedsAnEnd();
    void anAccountOutOfReachIsOneAlert();
    void keysReachEachButton();
    void aHiddenWindowStillWatches();

protected:
    bool hasStore() const override { return true; }

    // Of the demo's pipelines one ends by itself.
    QString seed() const override { return u"12"_s; }

    void prepare() override { QTRY_VERIFY(!m->nameWith(Badge::Streaming).isEmpty()); }

private:
    QList<AlertBlock *> blocks() const;
    QString titleOf(const AlertBlock *block) const;
    int titleAt(const QString &text) const;

    QPushButton *button(const QString &name) const
    {
        return blocks().constFirst()->findChild<QPushButton *>(name);
    }

    QString list(int index) const { return m->find<QTabBar>(u"alertLists"_s)->tabText(index); }

    bool stopByOthers(QString *name);
    void openMuteMenu(QMenu **menu);
};

QList<AlertBlock *> TestAlertsPage::blocks() const
{
    QList<AlertBlock *> blocks = m->window()->findChildren<AlertBlock *>();
    blocks.removeIf([](const AlertBlock *block) { return !block->isVisible(); });
    return blocks;
}

// The middle of a page's title, from the top of the window; -1: it is not shown.
int TestAlertsPage::titleAt(const QString &text) const
{
    const QList<TextLabel *> labels = m->window()->findChildren<TextLabel *>();
    for (const TextLabel *label : labels) {
        if (label->isVisible() && label->text() == text)
            return label->mapTo(m->window(), label->rect().center()).y();
    }
    return -1;
}

QString TestAlertsPage::titleOf(const AlertBlock *block) const
{
    return block->findChild<QLabel *>(u"alertTitle"_s)->text();
}

// Another client stops one that streams. Whether that was unexpected depends on what the poller
// sees: who is seen stopping first had a reason.
bool TestAlertsPage::stopByOthers(QString *name)
{
    Talk others(sandbox());
    const QList<PipelineKey> keys = m->fleet()->pipelines()->keys(account()->id());
    for (const PipelineKey &key : keys) {
        const PipelineRow *row = m->fleet()->pipelines()->find(key);
        if (row->state != PipelineState::Streaming)
            continue;
        *name = row->name;
        const QString path =
            u"/v1/projects/%1/streaming-pipelines/%2/commands"_s.arg(key.project, key.pipeline);
        if (others.post(path, {{u"command"_s, u"stop"_s}}).status >= 300)
            return false;
        const bool isOver =
            QTest::qWaitFor([row] { return row->state == PipelineState::NotRunning; }, confirmed);
        if (isOver && row->badge() == Badge::StoppedUnexpectedly)
            return true;
    }
    return false;
}

void TestAlertsPage::nothingNeedsAnybody()
{
    QVERIFY(m->trigger(u"alertsAction"_s));
    QVERIFY(m->find<QWidget>(u"alertsPage"_s)->isVisible());
    QVERIFY(m->find<QToolButton>(u"alertsButton"_s)->isChecked());
    QVERIFY(blocks().isEmpty());
    QCOMPARE(list(0), u"Open 0"_s);
    const int title = titleAt(u"Needs attention"_s);
    QVERIFY(title > 0);
    QVERIFY(m->trigger(u"secretsAction"_s));
    QTRY_COMPARE(titleAt(u"Secrets"_s), title); // no title jumps from page to page
    QVERIFY(m->trigger(u"alertsAction"_s));
    // The sentence that says so lies above all else.
    auto *view = m->find<QScrollArea>(u"alertScroll"_s)->viewport();
    const QWidget *top = view->childAt(view->rect().center());
    QVERIFY(top);
    QVERIFY2(view->findChild<EmptyState *>()->isAncestorOf(top), top->metaObject()->className());
    QVERIFY(m->trigger(u"backAction"_s));
    QVERIFY(m->table()->isVisible());
}

void TestAlertsPage::aStopByOthersIsTold()
{
    QString name;
    QVERIFY(stopByOthers(&name));
    QTRY_COMPARE_WITH_TIMEOUT(m->alerts()->open().size(), 1, confirmed);
    QVERIFY(m->trigger(u"alertsAction"_s));
    QTRY_COMPARE(blocks().size(), 1);
    QCOMPARE(titleOf(blocks().constFirst()), name + u" stopped unexpectedly"_s);
    QCOMPARE(list(0), u"Open 1"_s);
    auto *entry = m->find<QToolButton>(u"alertsButton"_s);
    const QColor red = familyColors(Family::Unexpected, entry->palette()).bg;
    QVERIFY(shows(entry->grab().toImage(), red));
    const AlertBlock *block = blocks().constFirst();
    // It takes the height of its texts, and none of what is free below.
    QTRY_COMPARE(block->height(), block->heightForWidth(block->width()));
    QVERIFY(block->findChild<QLabel *>(u"alertTitle"_s)->font().weight() >= QFont::DemiBold);
    QVERIFY(qobject_cast<MenuButton *>(button(u"muteAlertButton"_s)));
    const QImage picture = m->find<QWidget>(u"alertBlock"_s)->grab().toImage();
    QCOMPARE(picture.pixelColor(1, picture.height() - 1), tokensFor(block->palette()).line);
    // It says what is known, and no cause.
    const QString known = blocks().constFirst()->findChild<QLabel *>(u"alertKnown"_s)->text();
    QVERIFY2(known.contains(u"somebody else"_s), qPrintable(known));
    QTest::mouseClick(button(u"openAlertButton"_s), Qt::LeftButton);
    QVERIFY(m->find<QWidget>(u"pipelineEditor"_s)->isVisible());
    QVERIFY(m->trigger(u"backAction"_s));
    QVERIFY(m->find<QWidget>(u"alertsPage"_s)->isVisible());

    // The log has it, and leads there.
    QTest::mouseClick(button(u"alertEventsButton"_s), Qt::LeftButton);
    auto *log = m->find<EventsTable>(u"eventsTable"_s);
    QVERIFY(log->isVisible());
    auto *rows = qobject_cast<EventsModel *>(log->model());
    const auto hasAlert = [rows, name] {
        for (int row = 0; row < rows->rowCount(); ++row) {
            if (rows->record(row).kind == Event::Kind::Alerted)
                return rows->record(row).text() == u"Alert: %1 stopped unexpectedly"_s.arg(name);
        }
        return false;
    };
    QTRY_VERIFY(hasAlert());

    // It runs again: that eases it, and it does not count as settled at once.
    m->fleet()->sendCommand(m->key(name), PipelineCommand::Start);
    QTRY_VERIFY_WITH_TIMEOUT(m->alerts()->open().size() == 1 &&
                                 m->alerts()->open().constFirst().isRecovering(),
                             confirmed);
    QVERIFY(m->alerts()->settled().isEmpty());
}

void TestAlertsPage::openMuteMenu(QMenu **menu)
{
    QTest::mouseClick(button(u"muteAlertButton"_s), Qt::LeftButton);
    QTRY_VERIFY(m->find<QMenu>(u"muteMenu"_s));
    *menu = m->find<QMenu>(u"muteMenu"_s);
    QVERIFY((*menu)->isVisible());
}

void TestAlertsPage::mutesOutliveTheWindow()
{
    QString name;
    QVERIFY(stopByOthers(&name));
    QTRY_COMPARE_WITH_TIMEOUT(m->alerts()->open().size(), 1, confirmed);
    QVERIFY(m->trigger(u"alertsAction"_s));
    QTRY_COMPARE(blocks().size(), 1);
    QMenu *menu = nullptr;
    openMuteMenu(&menu);
    menu->findChild<QAction *>(u"muteHourAction"_s)->trigger();
    menu->close();
    QTRY_COMPARE(list(1), u"Muted 1"_s);
    QCOMPARE(list(0), u"Open 0"_s);
    QVERIFY(blocks().isEmpty());

    m->reopen();
    QTRY_COMPARE(m->alerts()->mutes().all().size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m->alerts()->open().size(), 1, confirmed);
    QVERIFY(m->alerts()->isMuted(m->alerts()->open().constFirst()));
    QVERIFY(m->trigger(u"alertsAction"_s));
    m->find<QTabBar>(u"alertLists"_s)->setCurrentIndex(1);
    QTRY_COMPARE(blocks().size(), 1);
    openMuteMenu(&menu);
    menu->findChild<QAction *>(u"unmuteAction"_s)->trigger();
    menu->close();
    QTRY_COMPARE(list(0), u"Open 1"_s);
}

void TestAlertsPage::aWindowOfTimeNeedsAnEnd()
{
    QString name;
    QVERIFY(stopByOthers(&name));
    QTRY_COMPARE_WITH_TIMEOUT(m->alerts()->open().size(), 1, confirmed);
    QVERIFY(m->trigger(u"alertsAction"_s));
    QTRY_COMPARE(blocks().size(), 1);
    QMenu *menu = nullptr;
    openMuteMenu(&menu);
    menu->findChild<QAction *>(u"muteWindowAction"_s)->trigger();
    menu->close();
    QTRY_VERIFY(m->find<QDialog>(u"muteWindowDialog"_s));
    auto *end = m->find<QDateTimeEdit>(u"muteEnd"_s);
    auto *confirm = m->find<QPushButton>(u"muteConfirm"_s);
    QVERIFY(confirm->x() > m->find<QPushButton>(u"muteCancel"_s)->x()); // as in all dialogs
    QVERIFY(confirm->isEnabled());
    end->setDateTime(end->dateTime().addDays(-1));
    QVERIFY(!confirm->isEnabled());
    end->setDateTime(end->dateTime().addDays(2));
    QVERIFY(confirm->isEnabled());
    QTest::mouseClick(confirm, Qt::LeftButton);
    QTRY_COMPARE(list(1), u"Muted 1"_s);
}

void TestAlertsPage::anAccountOutOfReachIsOneAlert()
{
    QVERIFY(m->fleet()->pipelines()->rowCount() > 5);
    QVERIFY(m->trigger(u"alertsAction"_s));
    killSandbox();
    QTRY_COMPARE_WITH_TIMEOUT(blocks().size(), 1, confirmed);
    QVERIFY(titleOf(blocks().constFirst()).contains(u"No connection"_s));
    QCOMPARE(m->alerts()->open().size(), 1);
}

void TestAlertsPage::keysReachEachButton()
{
    QString name;
    QVERIFY(stopByOthers(&name));
    QTRY_COMPARE_WITH_TIMEOUT(m->alerts()->open().size(), 1, confirmed);
    QTest::keyClick(m->window(), Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(!blocks().isEmpty());
    QVERIFY(button(u"openAlertButton"_s)->hasFocus());
    for (const QString &next :
         {u"checkAlertButton"_s, u"alertEventsButton"_s, u"muteAlertButton"_s}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), next);
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(m->find<QMenu>(u"muteMenu"_s));
    QTest::keyClick(m->find<QMenu>(u"muteMenu"_s), Qt::Key_Down);
    QTest::keyClick(m->find<QMenu>(u"muteMenu"_s), Qt::Key_Return);
    QTRY_COMPARE(list(1), u"Muted 1"_s);
    // What had the focus is gone, and the next key does not start something else.
    QTRY_VERIFY(m->find<QTabBar>(u"alertLists"_s)->hasFocus());
}

// Who runs is asked while nobody can see it; who is stopped is not.
void TestAlertsPage::aHiddenWindowStillWatches()
{
    QString stopped;
    QVERIFY(stopByOthers(&stopped));
    m->fleet()->sendCommand(m->key(stopped), PipelineCommand::Stop); // by the way: it is meant so
    QTRY_COMPARE_WITH_TIMEOUT(m->badge(stopped), Badge::Stopped, confirmed);
    const auto isQuiet = [this] {
        const QList<Alert> open = m->alerts()->open();
        return std::all_of(open.cbegin(), open.cend(),
                           [](const Alert &alert) { return alert.isRecovering(); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isQuiet(), confirmed);
    const QDateTime hidden = QDateTime::currentDateTimeUtc();
    m->window()->hide();
    QString name;
    QVERIFY(stopByOthers(&name));
    const auto isTold = [this, &hidden] {
        const QList<Alert> open = m->alerts()->open();
        return std::any_of(open.cbegin(), open.cend(), [&hidden](const Alert &alert) {
            return !alert.isRecovering() && alert.parts.constLast().since >= hidden;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), confirmed);
    m->window()->show();
}

SLUICE_TEST(TestAlertsPage, Widgets)
#include "tst_alertspage.moc"
