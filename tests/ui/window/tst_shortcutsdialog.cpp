// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testprogram.h"
#include "ui/shared/actions.h"
#include "ui/widgets/widgetkeys.h"
#include "ui/window/shortcutsdialog.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QPointer>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

// The dialog on screen, with the focus where it begins.
struct ShortcutsStage {
    ShortcutsStage()
        : dialog(new ShortcutsDialog(actions, &window))
        , table(dialog->findChild<QTableView *>(u"shortcutsTable"_s))
        , words(dialog->findChild<QLineEdit *>(u"shortcutsFilter"_s))
    {
        window.show();
        dialog->open();
    }

    bool isReady() const
    {
        return QTest::qWaitFor([this] { return dialog->isActiveWindow(); });
    }

    QStringList shown(int column = 0) const
    {
        QStringList texts;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (!table->isRowHidden(row))
                texts += table->model()->index(row, column).data().toString();
        }
        return texts;
    }

    QStringList keys() const { return shown(2); }

    Actions actions;
    QWidget window;
    QPointer<ShortcutsDialog> dialog;
    QTableView *table;
    QLineEdit *words;
};

} // namespace

// The list of shortcuts: whole, searchable, and usable without a mouse and without a screen.
class TestShortcutsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsAllActions();
    void findsByWords();
    void keysOfPlacesAreThoseThatAreTaken();
    void worksByKeyboard();
    void speaksWholeRows();
};

void TestShortcutsDialog::listsAllActions()
{
    const ShortcutsStage stage;
    int wanted = 0;
    for (const ActionRow &row : actionTable())
        wanted += row.text ? 1 : 0; // the others are menus
    wanted += int(widgetKeyTable().size());
    QCOMPARE(stage.shown().size(), wanted);
    QVERIFY(stage.shown().contains(u"Stop"_s)); // neither mnemonic nor dots
    for (int row = 0; row < stage.table->model()->rowCount(); ++row) {
        for (int column = 0; column < stage.table->model()->columnCount(); ++column)
            QVERIFY(!stage.table->model()->index(row, column).data().toString().isEmpty());
    }
}

void TestShortcutsDialog::findsByWords()
{
    const ShortcutsStage stage;
    const qsizetype all = stage.shown().size();
    stage.words->setText(u"undo"_s);
    QCOMPARE(stage.shown(), QStringList{u"Undo"_s});
    stage.words->setText(u"json f8"_s); // of the place and of the keys
    QCOMPARE(stage.shown(), QStringList({u"Next change"_s, u"Previous change"_s}));
    stage.words->setText(u"edit f8"_s); // of the menu and of the keys
    QCOMPARE(stage.shown(), QStringList({u"Next problem"_s, u"Previous problem"_s}));
    stage.words->setText(u"compare"_s); // it has no keys of its own: the way through the menu
    QCOMPARE(stage.shown(), QStringList{u"Compare"_s});
    QCOMPARE(stage.keys(), QStringList{u"Alt+P, P"_s});
    stage.words->setText(u"light"_s);
    QCOMPARE(stage.keys(), QStringList{u"Alt+V, T, L"_s});
    stage.words->setText(u"nothing has this"_s);
    QVERIFY(stage.shown().isEmpty());
    QVERIFY(!stage.table->currentIndex().isValid());
    stage.words->clear();
    QCOMPARE(stage.shown().size(), all);
}

// What the list shows is what a key press is compared with.
void TestShortcutsDialog::keysOfPlacesAreThoseThatAreTaken()
{
    for (std::size_t at = 0; at < widgetKeyTable().size(); ++at) {
        const WidgetKeyRow &row = widgetKeyTable().at(at);
        QCOMPARE(row.id, WidgetKey(at));
        const QKeySequence keys = sequenceOf(row.id);
        QVERIFY2(!keys.isEmpty(), row.does);
        const QKeyEvent press(QEvent::KeyPress, keys[0].key(), keys[0].keyboardModifiers());
        QVERIFY2(isPressed(&press, row.id), row.does);
        const QKeyEvent other(QEvent::KeyPress, Qt::Key_F35, {});
        QVERIFY2(!isPressed(&other, row.id), row.does);
    }
}

void TestShortcutsDialog::worksByKeyboard()
{
    const ShortcutsStage stage;
    QVERIFY(stage.isReady());
    QCOMPARE(QApplication::focusWidget(), stage.words);
    QTest::keyClicks(stage.words, u"problem"_s);
    QTest::keyClick(stage.words, Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), stage.table);
    QCOMPARE(stage.table->currentIndex().data().toString(), u"Next problem"_s);
    QTest::keyClick(stage.table, Qt::Key_Down);
    QCOMPARE(stage.table->currentIndex().data().toString(), u"Previous problem"_s);
    QTest::keyClick(stage.table, Qt::Key_Backtab);
    QCOMPARE(QApplication::focusWidget(), stage.words);
    stage.table->setFocus();
    QTest::keySequence(stage.table, QKeySequence::Find); // as the filter's tooltip says
    QCOMPARE(QApplication::focusWidget(), stage.words);
    QTest::keyClick(stage.words, Qt::Key_Escape); // first the words
    QVERIFY(stage.words->text().isEmpty());
    QVERIFY(stage.dialog->isVisible());
    QTest::keyClick(stage.words, Qt::Key_Escape);
    QTRY_VERIFY(!stage.dialog);
}

void TestShortcutsDialog::speaksWholeRows()
{
    const ShortcutsStage stage;
    for (const QWidget *widget :
         {static_cast<QWidget *>(stage.table), static_cast<QWidget *>(stage.words)})
        QVERIFY(!widget->accessibleName().isEmpty());
    stage.words->setText(u"quit"_s);
    QCOMPARE(stage.table->currentIndex().data(Qt::AccessibleTextRole).toString(),
             u"Quit, in the menu File: Ctrl+Q"_s);
}

SLUICE_TEST(TestShortcutsDialog, Widgets)
#include "tst_shortcutsdialog.moc"
