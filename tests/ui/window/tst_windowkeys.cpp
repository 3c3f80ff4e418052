// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelinemodel.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/dashboard/dashboardpage.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/pipelineeditor.h"
#include "ui/references/referencespage.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/statesegment.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QTabWidget>
#include <QTest>
#include <QToolBar>
#include <QToolButton>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// What keys do in the window, and what assistive technology does in their place.
class TestWindowKeys : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void downGoesFromTheFilterToTheFirstHit();
    void enterOpensTheFirstHit();
    void enterInAnEmptyTableDoesNothing();
    void editOpensTheForm();
    void backGoesWhereOneCameFrom();
    void pagesHaveKeys();
    void f6GoesRoundThePanes();
    void f6GoesFromTheFilterToTheTable();
    void theEditMenuWorksOnTheText();
    void aCopyIsConfirmed();
    void shiftF10OpensTheMenuOfWhatHasTheFocus();
    void choicesActForAssistiveTechnology();

private:
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = m->window()->focusWidget();
        QTest::keyClick(focus ? focus : m->window(), Qt::Key(key), modifiers);
    }

    bool isShown(const QString &page) const { return m->find<QWidget>(page)->isVisible(); }
};

void TestWindowKeys::downGoesFromTheFilterToTheFirstHit()
{
    press(Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE(m->window()->focusWidget()->objectName(), u"filterEdit"_s);
    m->type(u"filterEdit"_s, u"orders"_s);
    press(Qt::Key_Down);
    QCOMPARE(m->window()->focusWidget(), m->table());
    QCOMPARE(m->table()->currentIndex().row(), 0);
    QCOMPARE(m->table()->selection().size(), 1);
    QCOMPARE(m->table()->selection().first().key, m->key(m->shownNames().constFirst()));
}

void TestWindowKeys::enterOpensTheFirstHit()
{
    m->type(u"filterEdit"_s, u"orders"_s);
    const PipelineKey first = m->key(m->shownNames().constFirst());
    m->find<FilterEdit>(u"filterEdit"_s)->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY(isShown(u"pipelinePage"_s));
    QCOMPARE(m->find<EditorPage>(u"pipelinePage"_s)->selection().first().key, first);
}

void TestWindowKeys::enterInAnEmptyTableDoesNothing()
{
    m->type(u"filterEdit"_s, u"no pipeline is called so"_s);
    m->find<FilterEdit>(u"filterEdit"_s)->setFocus();
    press(Qt::Key_Return);
    press(Qt::Key_Down);
    QVERIFY(!isShown(u"pipelinePage"_s));
    QCOMPARE(m->window()->focusWidget()->objectName(), u"filterEdit"_s);
}

void TestWindowKeys::editOpensTheForm()
{
    QVERIFY(m->select({m->shownNames().constFirst()}));
    m->table()->setFocus();
    press(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(isShown(u"pipelinePage"_s));
    const auto *tabs = m->find<QTabWidget>(u"editorTabs"_s);
    QCOMPARE(tabs->currentIndex(), int(PipelineEditor::FormTab));
    QVERIFY(tabs->currentWidget()->isAncestorOf(m->window()->focusWidget()));
    QVERIFY(qobject_cast<QLineEdit *>(m->window()->focusWidget()));
}

void TestWindowKeys::backGoesWhereOneCameFrom()
{
    QVERIFY(!m->action(u"backAction"_s)->isEnabled());
    QVERIFY(m->trigger(u"secretsAction"_s));
    QVERIFY(m->action(u"backAction"_s)->isEnabled());
    Q_EMIT m->find<ReferencesPage>(u"secretsPage"_s)
        ->openRequested(m->key(m->shownNames().first()));
    QVERIFY(isShown(u"pipelinePage"_s));
    press(Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(isShown(u"secretsPage"_s));
    press(Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(isShown(u"dashboardPage"_s));
    QCOMPARE(m->window()->focusWidget(), m->table());
}

void TestWindowKeys::pagesHaveKeys()
{
    press(Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(isShown(u"secretsPage"_s));
    QVERIFY(m->find<QToolButton>(u"secretsButton"_s)->isChecked());
    press(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(isShown(u"dashboardPage"_s));
    QVERIFY(m->find<QToolButton>(u"fleetButton"_s)->isChecked());
}

void TestWindowKeys::f6GoesRoundThePanes()
{
    QVERIFY(m->select({m->shownNames().constFirst()}));
    m->table()->setFocus();
    auto *details = m->find<QWidget>(u"pipelineDetails"_s);
    QTRY_VERIFY(details->isVisible());
    const QList<QWidget *> ring{details, m->find<QToolBar>(u"toolBar"_s),
                                m->find<QWidget>(u"navigationDock"_s),
                                m->find<QWidget>(u"filterPane"_s), m->table()};
    for (QWidget *pane : ring) {
        press(Qt::Key_F6);
        QWidget *focus = m->window()->focusWidget();
        QVERIFY2(pane == focus || pane->isAncestorOf(focus), qPrintable(pane->objectName()));
    }
    press(Qt::Key_F6);
    QVERIFY(details->isAncestorOf(m->window()->focusWidget()));
    // It comes back to where it was.
    press(Qt::Key_Tab);
    QWidget *second = m->window()->focusWidget();
    QVERIFY(details->isAncestorOf(second));
    press(Qt::Key_F6);
    press(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(m->window()->focusWidget(), second);
}

void TestWindowKeys::f6GoesFromTheFilterToTheTable()
{
    auto *filter = m->find<FilterEdit>(u"filterEdit"_s);
    filter->setFocus();
    press(Qt::Key_F6);
    QCOMPARE(m->window()->focusWidget(), m->table());
    press(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(m->window()->focusWidget(), filter);
    press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(m->find<QWidget>(u"navigationDock"_s)->isAncestorOf(m->window()->focusWidget()));
}

void TestWindowKeys::theEditMenuWorksOnTheText()
{
    m->table()->setFocus();
    QVERIFY(!m->action(u"pasteAction"_s)->isEnabled());
    QVERIFY(!m->action(u"selectAllAction"_s)->isEnabled());
    auto *edit = m->find<FilterEdit>(u"filterEdit"_s);
    edit->setFocus();
    edit->setText(u"orders"_s);
    QVERIFY(!m->action(u"copyAction"_s)->isEnabled());
    QVERIFY(m->trigger(u"selectAllAction"_s));
    QVERIFY(m->trigger(u"cutAction"_s));
    QCOMPARE(edit->text(), QString());
    QCOMPARE(QGuiApplication::clipboard()->text(), u"orders"_s);
    QVERIFY(m->trigger(u"pasteAction"_s));
    QCOMPARE(edit->text(), u"orders"_s);
}

void TestWindowKeys::aCopyIsConfirmed()
{
    QVERIFY(m->select({m->shownNames().constFirst()}));
    m->table()->setFocus();
    press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(QToolTip::text(), u"Copied"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), m->table()->selection().first().key.pipeline);
}

// Many keyboards have no Menu key.
void TestWindowKeys::shiftF10OpensTheMenuOfWhatHasTheFocus()
{
    const auto opened = [this] {
        press(Qt::Key_F10, Qt::ShiftModifier);
        QWidget *menu = QApplication::activePopupWidget();
        QString name = menu ? menu->objectName() : QString();
        if (menu)
            menu->close();
        return name;
    };
    QVERIFY(m->select({m->shownNames().constFirst()}));
    m->table()->setFocus();
    QCOMPARE(opened(), u"pipelineContextMenu"_s);
    m->tree()->setCurrentIndex(m->tree()->model()->index(0, 0));
    m->tree()->setFocus();
    QCOMPARE(opened(), u"navigationMenu"_s);
    m->find<FilterEdit>(u"filterEdit"_s)->setFocus();
    QCOMPARE(opened(), u"qt_edit_menu"_s);
    QVERIFY(m->trigger(u"secretsAction"_s));
    auto *references = m->find<QAbstractItemView>(u"secretsTable"_s);
    QTRY_VERIFY(references->model()->rowCount() > 0);
    references->setCurrentIndex(references->model()->index(0, 0));
    references->setFocus();
    QCOMPARE(opened(), u"secretMenu"_s);
}

// A screen reader presses them; Qt's own toggle would change their mark and nothing else.
void TestWindowKeys::choicesActForAssistiveTechnology()
{
    const auto act = [](QWidget *widget) {
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        QAccessibleActionInterface *actions = face->actionInterface();
        const QString press = QAccessibleActionInterface::pressAction();
        if (face->role() != QAccessible::RadioButton || !actions->actionNames().contains(press))
            return false;
        actions->doAction(press);
        return face->state().checked == 1;
    };
    QVERIFY(act(m->find<QToolButton>(u"secretsButton"_s)));
    QTRY_VERIFY(isShown(u"secretsPage"_s));
    QVERIFY(act(m->find<QToolButton>(u"fleetButton"_s)));
    QTRY_VERIFY(isShown(u"dashboardPage"_s));
    const auto all = m->shownNames().size();
    const auto segments = m->window()->findChildren<StateSegment *>();
    for (StateSegment *segment : segments) {
        if (segment->badges().contains(Badge::Stopped))
            QVERIFY(act(segment));
    }
    QVERIFY(m->shownNames().size() < all);
}

SLUICE_TEST(TestWindowKeys, Widgets)
#include "tst_windowkeys.moc"
