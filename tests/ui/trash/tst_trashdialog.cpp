// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/portable.h"
#include "tests/support/forminput.h"
#include "tests/support/signedin.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/navigation/navigationbutton.h"
#include "ui/trash/trashdialog.h"
#include "ui/widgets/emptystate.h"
#include "ui/wizard/pipelinewizard.h"

#include <QApplication>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// What is deleted in the main window comes to the trash, and back as a new pipeline.
class TestTrashDialog : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void asksTruly();
    void createsAgain();
    void takesOut();
    void isCountedInTheNavigation();
    void opensByItsKey();
    void saysWhatCouldNotBeRead();

protected:
    bool hasStore() const override { return true; }

private:
    bool deleteFirst();
    TrashDialog *openTrash();
    int rows(const TrashDialog *dialog) const;

    QString m_name; // of what was deleted
    QJsonObject m_definition;
};

bool TestTrashDialog::deleteFirst()
{
    m_name = m->nameWith(Badge::Stopped);
    const auto key = m->key(m_name);
    m_definition = m->fleet()->pipelines()->definition(key);
    QSignalSpy deleted(m->fleet(), &Fleet::pipelineDeleted);
    return m->select({m_name}) && m->trigger(u"deleteAction"_s) && m->answer(true) &&
           deleted.wait();
}

TrashDialog *TestTrashDialog::openTrash()
{
    if (!m->trigger(u"trashAction"_s))
        return nullptr;
    auto *dialog = m->find<TrashDialog>(u"trashDialog"_s);
    return dialog && QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
}

int TestTrashDialog::rows(const TrashDialog *dialog) const
{
    return dialog->findChild<QTableView *>(u"trashTable"_s)->model()->rowCount();
}

// Ctrl+1 to Ctrl+4 open the entries above it.
void TestTrashDialog::opensByItsKey()
{
    QTest::keyClick(m->window(), Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY(m->find<TrashDialog>(u"trashDialog"_s));
    QVERIFY(QTest::qWaitForWindowActive(m->find<TrashDialog>(u"trashDialog"_s)));
}

void TestTrashDialog::asksTruly()
{
    const QString name = m->shownNames().value(0);
    QVERIFY(m->select({name}));
    QVERIFY(m->trigger(u"deleteAction"_s));
    QVERIFY(m->question());
    const QString detail = m->question()->detail();
    QVERIFY(!detail.contains(u"cannot be undone"_s));
    QVERIFY(detail.contains(u"trash"_s));
    QVERIFY(detail.contains(u"id does not come back"_s));
}

void TestTrashDialog::createsAgain()
{
    QVERIFY(deleteFirst());
    TrashDialog *dialog = openTrash();
    QVERIFY(dialog);
    QTRY_COMPARE(rows(dialog), 1);
    const auto *json = FormInput::find<QPlainTextEdit>(dialog, u"jsonText"_s);
    QTRY_COMPARE(QJsonDocument::fromJson(json->toPlainText().toUtf8()).object(), m_definition);
    QVERIFY(dialog->findChild<QPushButton *>(u"copyJson"_s)->isVisible());
    FormInput::click(dialog, u"createAgain"_s);
    auto *wizard = m->window()->findChild<PipelineWizard *>();
    QVERIFY(wizard);
    QVERIFY(QTest::qWaitForWindowActive(wizard));
    QCOMPARE(wizard->form()->definition(), portableDefinition(m_definition));
    QSignalSpy created(wizard, &PipelineWizard::created);
    wizard->showPage(WizardPages::Review);
    FormInput::click(wizard, u"create"_s);
    QVERIFY(created.wait());
    const auto key = created.first().first().value<PipelineKey>();
    QVERIFY(key.pipeline != m_definition.value(u"streamingPipelineId"_s).toString());
    QCOMPARE(portableDefinition(readPipeline(account(), key)), portableDefinition(m_definition));

    QTRY_VERIFY(!m->find<TrashDialog>(u"trashDialog"_s));
    dialog = openTrash();
    QVERIFY(dialog);
    QTRY_COMPARE(rows(dialog), 0);
    QVERIFY(!dialog->findChild<QPushButton *>(u"copyJson"_s)->isVisible()); // there is nothing
    QTRY_VERIFY(!dialog->findChild<QWidget *>(u"jsonText"_s)->isVisible()); // once it is read
    for (const auto &name : {u"createAgain"_s, u"removeFromTrash"_s, u"emptyTrash"_s}) {
        const auto *button = dialog->findChild<QPushButton *>(name);
        QVERIFY2(!button->isEnabled() && !button->toolTip().isEmpty(), qPrintable(name));
    }
}

void TestTrashDialog::takesOut()
{
    QVERIFY(deleteFirst());
    QVERIFY(deleteFirst());
    TrashDialog *dialog = openTrash();
    QVERIFY(dialog);
    QTRY_COMPARE(rows(dialog), 2);
    FormInput::click(dialog, u"removeFromTrash"_s);
    QVERIFY(m->answer(false));
    QCOMPARE(rows(dialog), 2);
    QTRY_VERIFY(!m->question());
    FormInput::click(dialog, u"removeFromTrash"_s);
    QVERIFY(m->answer(true));
    QTRY_COMPARE(rows(dialog), 1);
    QTRY_VERIFY(!m->question());
    FormInput::click(dialog, u"emptyTrash"_s);
    QVERIFY(m->answer(true));
    QTRY_COMPARE(rows(dialog), 0);
}

void TestTrashDialog::isCountedInTheNavigation()
{
    auto *button = m->find<NavigationButton>(u"trashButton"_s);
    QVERIFY(button && button->isVisible());
    QCOMPARE(button->count(), 0);
    const QImage empty = button->grab().toImage();
    QVERIFY(deleteFirst());
    QTRY_COMPARE(button->count(), 1);
    QCOMPARE(button->accessibleDescription(), u"1 deleted pipeline"_s);
    QVERIFY2(button->grab().toImage() != empty, "the number is seen");
    QVERIFY(deleteFirst());
    QTRY_COMPARE(button->accessibleDescription(), u"2 deleted pipelines"_s);

    QTRY_VERIFY(!m->question());
    m->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m->window()));
    // By the keyboard: Tab comes to it from what stands above it.
    m->find<QToolButton>(u"eventsButton"_s)->setFocus(Qt::TabFocusReason);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"eventsButton"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), button);
    QTest::keyClick(button, Qt::Key_Space);
    auto *dialog = m->find<TrashDialog>(u"trashDialog"_s);
    QVERIFY(dialog);
    QTRY_COMPARE(rows(dialog), 2);
    m->store()->trash()->empty();
    QTRY_COMPARE(button->count(), 0);
}

// What could not be read is not told as "empty", and is read again when asked.
void TestTrashDialog::saysWhatCouldNotBeRead()
{
    QVERIFY(deleteFirst());
    StoreDatabase *database = m->store()->database();
    const auto rename = [database](const QString &from, const QString &to) {
        bool isDone = false;
        database->write(
            [from, to](Sql &sql) { sql.run(u"ALTER TABLE %1 RENAME TO %2"_s.arg(from, to)); },
            nullptr, [&isDone](bool) { isDone = true; });
        return QTest::qWaitFor([&isDone] { return isDone; });
    };
    QVERIFY(rename(u"trash"_s, u"elsewhere"_s));
    TrashDialog *dialog = openTrash();
    QVERIFY(dialog);
    const auto *empty = dialog->findChild<EmptyState *>();
    QVERIFY(empty);
    QTRY_VERIFY(empty->isVisible() && empty->button()->isVisible());
    const QString said = empty->findChild<QLabel *>()->text();
    QVERIFY2(said.contains(u"could not be read"_s), qPrintable(said));
    QVERIFY2(!said.contains(u"is empty"_s), qPrintable(said));

    QVERIFY(rename(u"elsewhere"_s, u"trash"_s));
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    QTRY_COMPARE(rows(dialog), 1);
    QVERIFY(!empty->isVisible());

    // One definition alone.
    auto *json = dialog->findChild<QPlainTextEdit *>();
    QTRY_VERIFY(!json->toPlainText().isEmpty());
    QVERIFY(rename(u"trash"_s, u"elsewhere"_s));
    auto *table = dialog->findChild<QTableView *>(u"trashTable"_s);
    table->clearSelection();
    table->selectRow(0);
    const auto *unread = dialog->findChild<QLabel *>(u"trashUnread"_s);
    QTRY_VERIFY(unread->isVisible());
    QVERIFY(unread->text().contains(u"could not be read"_s));
    QVERIFY(!dialog->findChild<QPushButton *>(u"createAgain"_s)->isEnabled());
    QVERIFY(rename(u"elsewhere"_s, u"trash"_s));
}

SLUICE_TEST(TestTrashDialog, Widgets)
#include "tst_trashdialog.moc"
