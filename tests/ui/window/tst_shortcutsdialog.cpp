// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testprogram.h"
#include "ui/shared/actions.h"
#include "ui/shared/keychoices.h"
#include "ui/widgets/widgetkeys.h"
#include "ui/window/shortcutsdialog.h"

#include <QAccessible>
#include <QApplication>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

// The dialog on screen, with the focus where it begins.
struct ShortcutsStage {
    ShortcutsStage()
        : dialog(new ShortcutsDialog(&choices, &window))
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

    QTemporaryDir dir;
    QSettings settings{dir.filePath(u"settings.ini"_s), QSettings::IniFormat};
    Actions actions;
    KeyChoices choices{&actions, &settings};
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
    void keysCanBeChanged();
    void whatCannotBeChosen();
    void choicesOutliveTheProgram();
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

void TestShortcutsDialog::keysCanBeChanged()
{
    ShortcutsStage stage;
    QVERIFY(stage.isReady());
    stage.words->setText(u"quit"_s);
    auto *change = stage.dialog->findChild<QPushButton *>(u"changeKeys"_s);
    QVERIFY(change->isEnabled());
    change->click();
    auto *dialog = stage.dialog->findChild<QDialog *>(u"keysDialog"_s);
    QVERIFY(dialog);
    auto *edit = dialog->findChild<QKeySequenceEdit *>(u"keysEdit"_s);
    edit->setKeySequence(QKeySequence(u"Ctrl+E"_s));
    const auto *note = dialog->findChild<QWidget *>(u"keysNote"_s);
    QVERIFY(note->isVisibleTo(dialog)); // Edit has them
    dialog->findChild<QPushButton *>(u"setKeys"_s)->click();
    QCOMPARE(stage.keys(), QStringList{u"Ctrl+E"_s});
    QCOMPARE(stage.actions.action(ActionId::Quit)->shortcut(), QKeySequence(u"Ctrl+E"_s));
    QVERIFY(stage.actions.action(ActionId::Edit)->shortcut().isEmpty());
    stage.words->setText(u"edit, in"_s);
    stage.words->setText(u"next change"_s); // of one place
    QVERIFY(!change->isEnabled());
    QVERIFY(!change->toolTip().isEmpty());

    // Esc leaves without a change.
    stage.words->setText(u"quit"_s);
    QTRY_VERIFY(!stage.dialog->findChild<QDialog *>(u"keysDialog"_s));
    change->click();
    const QPointer<QDialog> again = stage.dialog->findChild<QDialog *>(u"keysDialog"_s);
    QVERIFY(again);
    QTest::keyClick(again->findChild<QWidget *>(u"keysEdit"_s), Qt::Key_Escape);
    QTRY_VERIFY(!again);
    QCOMPARE(stage.choices.keys(ActionId::Quit), QKeySequence(u"Ctrl+E"_s));

    // Enter on a row asks for its keys, and closes nothing.
    stage.table->setFocus();
    QTest::keyClick(stage.table, Qt::Key_Return);
    const QPointer<QDialog> byKey = stage.dialog->findChild<QDialog *>(u"keysDialog"_s);
    QVERIFY(byKey);
    byKey->reject();
    QTRY_VERIFY(!byKey);
    QVERIFY(stage.dialog->isVisible());

    // Back again: the usual keys return to Edit, too.
    stage.choices.reset(ActionId::Edit);
    QCOMPARE(stage.choices.keys(ActionId::Edit), QKeySequence(u"Ctrl+E"_s));
    QVERIFY(stage.choices.keys(ActionId::Quit).isEmpty());
    stage.choices.reset(ActionId::Quit);
    QVERIFY(stage.settings.allKeys().isEmpty());
}

void TestShortcutsDialog::whatCannotBeChosen()
{
    const ShortcutsStage stage;
    const auto isRefused = [&stage](const QString &keys) {
        return !stage.choices.obstacle(ActionId::Quit, QKeySequence(keys)).isEmpty();
    };
    for (const QString &keys : {u"A"_s, u"Shift+A"_s, u"Alt+F"_s, u"Tab"_s, u"Ctrl+Tab"_s, u"Esc"_s,
                                u"Return"_s, u"Space"_s, u"Del"_s, u"Ctrl+K, Ctrl+X"_s})
        QVERIFY2(isRefused(keys), qPrintable(keys));
    QVERIFY(isRefused(sequenceOf(WidgetKey::NextChange).toString()));
    for (const QString &keys : {u"F9"_s, u"Ctrl+Shift+Y"_s, u"Ctrl+Alt+Q"_s, u"Ctrl+Q"_s})
        QVERIFY2(!isRefused(keys), qPrintable(keys));
    // The usual key of an action is never refused.
    for (const ActionRow &row : actionTable()) {
        if (row.text)
            QVERIFY(stage.choices.obstacle(row.id, stage.choices.usual(row.id)).isEmpty());
    }
}

void TestShortcutsDialog::choicesOutliveTheProgram()
{
    ShortcutsStage stage;
    stage.choices.choose(ActionId::Quit, QKeySequence(u"Ctrl+Alt+Q"_s));
    stage.choices.choose(ActionId::Edit, {});
    stage.settings.setValue(u"shortcuts/palette"_s, u"A"_s);        // by hand: it cannot be
    stage.settings.setValue(u"shortcuts/fleet"_s, u"Ctrl+Alt+Q"_s); // taken already
    Actions actions;
    const KeyChoices choices(&actions, &stage.settings);
    QCOMPARE(choices.keys(ActionId::Quit), QKeySequence(u"Ctrl+Alt+Q"_s));
    QVERIFY(choices.keys(ActionId::Edit).isEmpty());
    QCOMPARE(choices.keys(ActionId::Palette), QKeySequence(u"Ctrl+K"_s));
    QVERIFY(choices.keys(ActionId::Fleet) != choices.keys(ActionId::Quit) ||
            choices.keys(ActionId::Fleet).isEmpty());
}

SLUICE_TEST(TestShortcutsDialog, Widgets)
#include "tst_shortcutsdialog.moc"
