// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelinemodel.h"
#include "tests/support/forminput.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/palette/palettedialog.h"
#include "ui/window/accountflow.h"

#include <QCheckBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// Views of the table that are saved under names, in the main window.
class TestViews : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void aViewComesBack();
    void theMenuTellsWhatIsShown();
    void theMenuOpensWhereItIsAskedFor();
    void aRefusedNameStays();
    void theListIsKept();
    void sluiceStartsWithAView();
    void theStartWaitsForItsPlace();
    void thePlaceComesBack();
    void aPlaceThatIsGoneIsTold();
    void thePaletteListsThem();
    void aForgottenAccountTakesItsViews();

private:
    QMenu *menu() const { return m->find<QMenu>(u"viewsMenu"_s); }

    QAction *entry(const QString &text) const
    {
        Q_EMIT menu()->aboutToShow();
        const QList<QAction *> actions = menu()->actions();
        for (QAction *action : actions) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }

    bool choose(const QString &text) const
    {
        QAction *action = entry(text);
        if (!action || !action->isEnabled())
            return false;
        action->trigger(); // the menu may be made anew by that
        return true;
    }

    QDialog *nameDialog() const { return m->find<QDialog>(u"nameDialog"_s); }

    bool save(const QString &name) const
    {
        if (!choose(u"&Save as a view…"_s) || !nameDialog())
            return false;
        m->find<QLineEdit>(u"nameEntry"_s)->setText(name);
        FormInput::click(nameDialog(), u"confirmName"_s);
        return QTest::qWaitFor([this] { return !nameDialog(); });
    }

    QString filterText() const { return m->find<QLineEdit>(u"filterEdit"_s)->text(); }

    bool isAt(const QString &node) const
    {
        return m->tree()->currentIndex().data().toString() == node;
    }

    bool goTo(const QString &node) const
    {
        const QModelIndex index = m->node(node);
        m->tree()->setCurrentIndex(index);
        return index.isValid();
    }
};

void TestViews::aViewComesBack()
{
    const QStringList all = m->shownNames();
    QVERIFY(goTo(u"Finance"_s));
    m->type(u"filterEdit"_s, u"name~to"_s);
    m->table()->sortByColumn(PipelineModel::NameColumn, Qt::DescendingOrder);
    m->table()->setColumnHidden(PipelineModel::TablesColumn, true);
    const QStringList shown = m->shownNames();
    QVERIFY(!shown.isEmpty() && shown.size() < all.size());
    QVERIFY(save(u"Finance, Z to A"_s));

    m->type(u"filterEdit"_s, u""_s);
    QVERIFY(goTo(u"Logistics"_s));
    m->table()->sortProblemsFirst();
    m->table()->setColumnHidden(PipelineModel::TablesColumn, false);
    QVERIFY(m->shownNames() != shown);

    QVERIFY(choose(u"Finance, Z to A"_s));
    QTRY_COMPARE(m->shownNames(), shown);
    QCOMPARE(filterText(), u"name~to"_s);
    QVERIFY(isAt(u"Finance"_s));
    QVERIFY(m->table()->isColumnHidden(PipelineModel::TablesColumn));
    QCOMPARE(m->table()->horizontalHeader()->sortIndicatorSection(),
             int(PipelineModel::NameColumn));
}

void TestViews::theMenuTellsWhatIsShown()
{
    QVERIFY(!entry(u"&Manage views…"_s)->isEnabled());
    QVERIFY(save(u"R&D"_s));
    QVERIFY(entry(u"R&&D"_s)->isChecked());
    QVERIFY(!entry(u"&Replace R&&D by this"_s));
    m->type(u"filterEdit"_s, u"orders"_s);
    QVERIFY(!entry(u"R&&D"_s)->isChecked());
    QVERIFY(choose(u"&Replace R&&D by this"_s));
    QVERIFY(entry(u"R&&D"_s)->isChecked());
    m->type(u"filterEdit"_s, u""_s);
    QVERIFY(choose(u"R&&D"_s));
    QTRY_COMPARE(filterText(), u"orders"_s);
}

// It opened at the button when it was chosen in the menu bar.
void TestViews::theMenuOpensWhereItIsAskedFor()
{
    auto *button = m->find<QPushButton>(u"viewsButton"_s);
    const auto rightOf = [](const QWidget *widget) {
        return widget->mapToGlobal(QPoint(widget->width(), 0)).x();
    };
    menu()->popup(m->window()->mapToGlobal(QPoint(40, 40)));
    QTRY_VERIFY(menu()->isVisible());
    QCOMPARE(menu()->x(), m->window()->mapToGlobal(QPoint(40, 40)).x());
    menu()->close();
    QTimer::singleShot(0, this, [&] {
        QTRY_VERIFY(menu()->isVisible());
        const int right = rightOf(menu());
        menu()->close();
        QCOMPARE(right, rightOf(button));
    });
    button->showMenu();
}

void TestViews::aRefusedNameStays()
{
    QVERIFY(save(u"one"_s));
    QVERIFY(choose(u"&Save as a view…"_s));
    m->find<QLineEdit>(u"nameEntry"_s)->setText(u"ONE"_s);
    FormInput::click(nameDialog(), u"confirmName"_s);
    QCOMPARE(m->find<QLabel>(u"nameProblem"_s)->text(), u"Another view has this name."_s);
    m->find<QLineEdit>(u"nameEntry"_s)->setText(u"two"_s);
    FormInput::click(nameDialog(), u"confirmName"_s);
    QTRY_VERIFY(!nameDialog());
    QVERIFY(entry(u"two"_s));
}

void TestViews::theListIsKept()
{
    for (const QString &name : {u"one"_s, u"two"_s, u"three"_s})
        QVERIFY(save(name));
    QVERIFY(choose(u"&Manage views…"_s));
    auto *dialog = m->find<QDialog>(u"viewsDialog"_s);
    QVERIFY(dialog);
    auto *list = FormInput::find<QListWidget>(dialog, u"viewList"_s);
    const auto button = [dialog](const QString &name) {
        return FormInput::find<QPushButton>(dialog, name);
    };
    QVERIFY(!button(u"moveViewUp"_s)->isEnabled());
    list->setCurrentRow(2);
    QVERIFY(!button(u"moveViewDown"_s)->isEnabled());
    FormInput::click(dialog, u"moveViewUp"_s);
    FormInput::click(dialog, u"moveViewUp"_s);
    QCOMPARE(list->currentRow(), 0);
    QCOMPARE(list->currentItem()->text(), u"three"_s);
    FormInput::find<QCheckBox>(dialog, u"startView"_s)->click();
    QCOMPARE(list->currentItem()->text(), u"three (at the start)"_s);
    FormInput::click(dialog, u"renameView"_s);
    m->find<QLineEdit>(u"nameEntry"_s)->setText(u"drei"_s);
    FormInput::click(nameDialog(), u"confirmName"_s);
    QTRY_COMPARE(list->currentItem()->text(), u"drei (at the start)"_s);
    list->setCurrentRow(1);
    FormInput::click(dialog, u"deleteView"_s);
    QVERIFY(m->answer(false));
    QTRY_VERIFY(!m->question());
    QCOMPARE(list->count(), 3);
    FormInput::click(dialog, u"deleteView"_s);
    QVERIFY(m->answer(true));
    QTRY_COMPARE(list->count(), 2);
    FormInput::click(dialog, u"closeViews"_s);
    m->reopen();
    QVERIFY(entry(u"drei"_s) && entry(u"two"_s) && !entry(u"one"_s));
    QCOMPARE(menu()->actions().constFirst()->text(), u"drei"_s);
}

void TestViews::sluiceStartsWithAView()
{
    QVERIFY(goTo(u"Finance"_s));
    m->type(u"filterEdit"_s, u"to"_s);
    QVERIFY(save(u"start"_s));
    const QStringList shown = m->shownNames();
    QVERIFY(choose(u"&Manage views…"_s));
    FormInput::find<QCheckBox>(m->find<QDialog>(u"viewsDialog"_s), u"startView"_s)->click();
    m->type(u"filterEdit"_s, u"something else"_s);
    m->reopen();
    QCOMPARE(filterText(), u"to"_s);
    QVERIFY(isAt(u"Finance"_s));
    QTRY_COMPARE(m->shownNames(), shown);
}

void TestViews::theStartWaitsForItsPlace()
{
    QVERIFY(goTo(u"Finance"_s));
    QVERIFY(save(u"start"_s));
    QVERIFY(choose(u"&Manage views…"_s));
    FormInput::find<QCheckBox>(m->find<QDialog>(u"viewsDialog"_s), u"startView"_s)->click();
    const QString id = account()->id();
    m->fleet()->removeAccount(id);
    m->reopen();
    QVERIFY(!m->tree()->currentIndex().isValid());
    m->signIn(sandbox());
    QTRY_VERIFY(isAt(u"Finance"_s));

    // Who shows something else before is not called back.
    QVERIFY(m->trigger(u"fleetAction"_s));
    QVERIFY(save(u"other"_s));
    m->fleet()->removeAccount(id);
    m->reopen();
    QVERIFY(choose(u"other"_s));
    m->signIn(sandbox());
    QCOMPARE(m->tree()->currentIndex(), QModelIndex());
}

void TestViews::thePlaceComesBack()
{
    QVERIFY(goTo(u"Finance"_s));
    m->reopen();
    QVERIFY(isAt(u"Finance"_s));
    QVERIFY(m->trigger(u"fleetAction"_s));
    m->reopen();
    QCOMPARE(m->tree()->currentIndex(), QModelIndex());
}

void TestViews::aPlaceThatIsGoneIsTold()
{
    QVERIFY(goTo(u"Finance"_s));
    QVERIFY(save(u"gone"_s));
    m->settings()->setValue(u"views/saved/1/inProject"_s, u"nowhere"_s);
    m->reopen();
    m->type(u"filterEdit"_s, u"orders"_s);
    QVERIFY(choose(u"gone"_s));
    QVERIFY(m->closeMessage());
    QCOMPARE(filterText(), u"orders"_s); // nothing else was done
}

void TestViews::thePaletteListsThem()
{
    m->type(u"filterEdit"_s, u"orders"_s);
    QVERIFY(save(u"my night"_s));
    m->type(u"filterEdit"_s, u""_s);
    QVERIFY(m->trigger(u"paletteAction"_s));
    auto *palette = m->window()->findChild<PaletteDialog *>();
    QVERIFY(palette);
    QTest::keyClicks(palette->focusWidget(), u"my night"_s);
    QTest::keyClick(palette->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(filterText(), u"orders"_s);
}

void TestViews::aForgottenAccountTakesItsViews()
{
    QVERIFY(save(u"everywhere"_s));
    QVERIFY(goTo(u"Finance"_s));
    QVERIFY(save(u"Finance"_s));
    // The sandbox of these tests is never forgotten by the window itself.
    Q_EMIT m->find<AccountFlow>({})->forgotten(account()->id());
    QVERIFY(entry(u"everywhere"_s));
    QVERIFY(!entry(u"Finance"_s));
}

SLUICE_TEST(TestViews, Widgets)
#include "tst_views.moc"
