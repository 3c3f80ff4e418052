// SPDX-License-Identifier: Apache-2.0
#include "models/palette/palettemodel.h"
#include "tests/support/keys.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/pipelineeditor.h"
#include "ui/palette/palettedialog.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// Ctrl+K, by keyboard alone, in the real window on a real sandbox.
class TestPaletteDialog : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void enterOpensThePipeline();
    void aStopAsksAndThenStops();
    void aStopFromAnotherPageAsks();
    void aRefusedQuestionStopsNothing();
    void onlyTheNamedPipelineIsStopped();
    void whatCannotBeDoneSaysWhy();
    void ctrlEnterOpensInstead();
    void escGivesTheFocusBack();
    void textsLeaveTheKeysAlone();
    void arrowsGoOverHeads();
    void tabShowsOneSection();
    void pagesAndProjectsAreGoneTo();
    void whatWasChosenIsRecent();
    void everythingHasAName();

private:
    void open(const QString &typed = {});
    QString current() const;
    void goTo(const QString &text);

    // Those of the palette that is open.
    QLineEdit *edit() const { return m->find<QLineEdit>(u"paletteEdit"_s); }

    QListView *list() const { return m->find<QListView>(u"paletteList"_s); }

    bool isOpen() const { return m->find<PaletteDialog>(u"palette"_s) != nullptr; }
};

void TestPaletteDialog::open(const QString &typed)
{
    QTRY_VERIFY(!isOpen()); // a former one is deleted
    Keys::press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(isOpen());
    QTRY_VERIFY(edit()->hasFocus());
    Keys::type(typed);
    QCOMPARE(edit()->text(), typed);
}

QString TestPaletteDialog::current() const
{
    return list()->currentIndex().data().toString();
}

void TestPaletteDialog::goTo(const QString &text)
{
    for (int i = 0; i < list()->model()->rowCount() && current() != text; ++i)
        Keys::press(Qt::Key_Down);
    QCOMPARE(current(), text);
}

void TestPaletteDialog::enterOpensThePipeline()
{
    const QString name = m->nameWith(Badge::Streaming);
    open(name);
    QCOMPARE(current(), name);
    QVERIFY(edit()->hasFocus());
    Keys::press(Qt::Key_Return);
    QTRY_VERIFY(m->find<EditorPage>({})->isVisible());
    QCOMPARE(m->find<EditorPage>({})->current()->key(), m->key(name));
}

void TestPaletteDialog::aStopAsksAndThenStops()
{
    const QString name = m->nameWith(Badge::Streaming);
    open(u"stop "_s + name);
    QCOMPARE(current(), u"Stop %1…"_s.arg(name));
    Keys::press(Qt::Key_Return);
    QTRY_VERIFY(m->question());
    QCOMPARE(m->badge(name), Badge::Streaming); // nothing is sent yet
    QVERIFY(m->answer(true));
    QTRY_COMPARE_WITH_TIMEOUT(m->badge(name), Badge::Stopped, 15'000);
}

void TestPaletteDialog::aStopFromAnotherPageAsks()
{
    const QString name = m->nameWith(Badge::Streaming);
    Keys::press(Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(!m->table()->isVisible());
    open(u"stop "_s + name);
    Keys::press(Qt::Key_Return);
    QTRY_VERIFY(m->question());
    QVERIFY(m->table()->isVisible());
    QCOMPARE(m->table()->selection().size(), 1);
    QCOMPARE(m->table()->selection().constFirst().name, name);
}

void TestPaletteDialog::aRefusedQuestionStopsNothing()
{
    const QString name = m->nameWith(Badge::Streaming);
    open(u"stop "_s + name);
    Keys::press(Qt::Key_Return);
    QTRY_VERIFY(m->question());
    QVERIFY(m->answer(false));
    m->fleet()->pipelines()->flush();
    QCOMPARE(m->badge(name), Badge::Streaming);
    QVERIFY(!m->fleet()->isBusy(m->key(name)));
}

// Though all others are selected, and a filter hides it.
void TestPaletteDialog::onlyTheNamedPipelineIsStopped()
{
    const QString name = m->nameWith(Badge::Streaming);
    const PipelineKey key = m->key(name);
    m->table()->selectAll();
    m->type(u"filterEdit"_s, u"nothing-is-called-so"_s);
    QCOMPARE(m->shownNames(), QStringList());
    open(u"stop "_s + name);
    Keys::press(Qt::Key_Return);
    QTRY_VERIFY(m->question());
    QCOMPARE(m->table()->selection().size(), 1);
    QCOMPARE(m->table()->selection().constFirst().key, key);
}

void TestPaletteDialog::whatCannotBeDoneSaysWhy()
{
    const QString name = m->nameWith(Badge::Streaming);
    open(u"start "_s + name);
    QCOMPARE(current(), u"Start "_s + name);
    QCOMPARE(list()->currentIndex().data(PaletteModel::ReasonRole).toString(),
             u"Streaming already"_s);
    auto *reason = m->find<QLabel>(u"paletteReason"_s);
    QVERIFY(!reason->isVisible());
    Keys::press(Qt::Key_Return);
    QVERIFY(reason->isVisible());
    QCOMPARE(reason->text(), u"Not now: Streaming already"_s);
    QVERIFY(isOpen());
    QVERIFY(!m->question());
    Keys::press(Qt::Key_Down);
    QVERIFY(!reason->isVisible());
}

void TestPaletteDialog::ctrlEnterOpensInstead()
{
    const QString name = m->nameWith(Badge::Streaming);
    open(u"stop "_s + name);
    Keys::press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m->find<EditorPage>({})->isVisible());
    QVERIFY(!m->question());
    QCOMPARE(m->find<EditorPage>({})->current()->key(), m->key(name));
}

void TestPaletteDialog::escGivesTheFocusBack()
{
    m->table()->setFocus();
    open(u"crm"_s);
    Keys::press(Qt::Key_Escape);
    QTRY_VERIFY(!isOpen());
    QCOMPARE(m->window()->focusWidget(), m->table());
    QVERIFY(m->table()->hasFocus());
    open();
    Keys::press(Qt::Key_K, Qt::ControlModifier); // the keys that opened it
    QTRY_VERIFY(!isOpen());
    QVERIFY(m->table()->hasFocus());
}

void TestPaletteDialog::textsLeaveTheKeysAlone()
{
    m->type(u"filterEdit"_s, u"orders"_s);
    auto *filter = m->find<QLineEdit>(u"filterEdit"_s);
    filter->setFocus();
    filter->setCursorPosition(2);
    open();
    QCOMPARE(filter->text(), u"orders"_s);
    Keys::press(Qt::Key_Escape);
    QTRY_VERIFY(!isOpen());
    QVERIFY(filter->hasFocus());
    QCOMPARE(filter->cursorPosition(), 2);
}

void TestPaletteDialog::arrowsGoOverHeads()
{
    open();
    const QAbstractItemModel *model = list()->model();
    QSet<int> seen;
    do {
        QVERIFY(!list()->currentIndex().data(PaletteModel::IsHeadRole).toBool());
        seen += list()->currentIndex().row();
        Keys::press(Qt::Key_Down);
    } while (!seen.contains(list()->currentIndex().row()));
    int entries = 0;
    for (int row = 0; row < model->rowCount(); ++row)
        entries += model->index(row, 0).data(PaletteModel::IsHeadRole).toBool() ? 0 : 1;
    QCOMPARE(seen.size(), entries);
    QCOMPARE(list()->currentIndex().row(), 1); // round to the first one
    Keys::press(Qt::Key_Up);
    QCOMPARE(list()->currentIndex().row(), model->rowCount() - 1);
    Keys::press(Qt::Key_PageUp);
    QVERIFY(list()->currentIndex().row() < model->rowCount() - 2);
    QVERIFY(edit()->hasFocus());
}

void TestPaletteDialog::tabShowsOneSection()
{
    open();
    const int rows = list()->model()->rowCount();
    goTo(m->shownNames().contains(current()) ? current() : u"Secrets"_s);
    Keys::press(Qt::Key_Tab);
    QCOMPARE(list()->model()->index(0, 0).data().toString(), u"Pages"_s);
    QCOMPARE(list()->model()->rowCount(), 6);
    QVERIFY(edit()->hasFocus());
    Keys::press(Qt::Key_Tab);
    QCOMPARE(list()->model()->rowCount(), rows);
}

void TestPaletteDialog::pagesAndProjectsAreGoneTo()
{
    open(u"secrets"_s);
    QCOMPARE(current(), u"Secrets"_s);
    Keys::press(Qt::Key_Return);
    QTRY_VERIFY(m->find<QWidget>(u"secretsPage"_s)->isVisible());
    const QString project = account()->projects().constFirst().name;
    open(project);
    goTo(project);
    Keys::press(Qt::Key_Return);
    QTRY_VERIFY(m->table()->isVisible());
    QCOMPARE(m->tree()->currentScope().project, account()->projects().constFirst().id);
}

void TestPaletteDialog::whatWasChosenIsRecent()
{
    const QString name = m->nameWith(Badge::Streaming);
    open(name);
    Keys::press(Qt::Key_Return);
    QTRY_VERIFY(!isOpen());
    open();
    goTo(name);
    QVERIFY(list()->currentIndex().data(PaletteModel::RecentRole).toBool());
    const QStringList kept = m->settings()->value(u"palette/recent"_s).toStringList();
    QCOMPARE(kept.size(), 1);
    QVERIFY(!kept.constFirst().contains(name)); // ids only
}

void TestPaletteDialog::everythingHasAName()
{
    open(u"stop "_s + m->nameWith(Badge::Streaming));
    QVERIFY(!edit()->accessibleName().isEmpty());
    QVERIFY(!list()->accessibleName().isEmpty());
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(list());
    QVERIFY(access);
    QVERIFY(access->child(1)->text(QAccessible::Name).startsWith(u"Stop "_s));
    QCOMPARE(access->child(0)->text(QAccessible::Name), u"Actions"_s);
}

SLUICE_TEST(TestPaletteDialog, Widgets)
#include "tst_palettedialog.moc"
