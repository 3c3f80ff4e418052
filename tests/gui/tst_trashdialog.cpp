// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/portable.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/forminput.h"
#include "tests/support/sandboxprocess.h"
#include "tests/support/signedin.h"
#include "ui/navigation/trashbutton.h"
#include "ui/theme/theme.h"
#include "ui/trash/trashdialog.h"
#include "ui/wizard/pipelinewizard.h"

#include <QApplication>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// What is deleted in the main window comes to the trash, and back as a new pipeline.
class TestTrashDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void asksTruly();
    void createsAgain();
    void takesOut();
    void isCountedInTheNavigation();

private:
    bool deleteFirst();
    TrashDialog *openTrash();
    int rows(const TrashDialog *dialog) const;

    Theme m_theme{*qApp, Theme::Mode::Light};
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<WindowFixture> m_fixture;
    Account *m_account = nullptr;
    QString m_name; // of what was deleted
    QJsonObject m_definition;
};

void TestTrashDialog::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(
        QStringList{u"--seed"_s, u"demo"_s, u"--rate-limit"_s, u"0"_s});
    QVERIFY2(m_sandbox->isReady(), qPrintable(m_sandbox->errorOutput()));
    m_fixture = std::make_unique<WindowFixture>(&m_theme);
    m_fixture->addStore();
    m_fixture->acceptAccounts();
    m_account = m_fixture->signIn(*m_sandbox);
    QTRY_VERIFY(m_fixture->store()->database()->isOpen());
}

void TestTrashDialog::cleanup()
{
    m_fixture.reset();
    m_sandbox.reset();
}

bool TestTrashDialog::deleteFirst()
{
    m_name = m_fixture->nameWith(Badge::Stopped);
    const auto key = m_fixture->row(m_name).data(PipelineModel::KeyRole).value<PipelineKey>();
    m_definition = m_fixture->fleet()->pipelines()->definition(key);
    QSignalSpy deleted(m_fixture->fleet(), &Fleet::pipelineDeleted);
    return m_fixture->select({m_name}) && m_fixture->trigger(u"deleteAction"_s) &&
           m_fixture->answer(true) && deleted.wait();
}

TrashDialog *TestTrashDialog::openTrash()
{
    if (!m_fixture->trigger(u"trashAction"_s))
        return nullptr;
    auto *dialog = m_fixture->find<TrashDialog>(u"trashDialog"_s);
    return dialog && QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
}

int TestTrashDialog::rows(const TrashDialog *dialog) const
{
    return dialog->findChild<QTableView *>(u"trashTable"_s)->model()->rowCount();
}

void TestTrashDialog::asksTruly()
{
    const QString name = m_fixture->shownNames().value(0);
    QVERIFY(m_fixture->select({name}));
    QVERIFY(m_fixture->trigger(u"deleteAction"_s));
    QVERIFY(m_fixture->question());
    const QString detail = m_fixture->question()->detail();
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
    FormInput::click(dialog, u"createAgain"_s);
    auto *wizard = m_fixture->window()->findChild<PipelineWizard *>();
    QVERIFY(wizard);
    QVERIFY(QTest::qWaitForWindowActive(wizard));
    QCOMPARE(wizard->form()->definition(), portableDefinition(m_definition));
    QSignalSpy created(wizard, &PipelineWizard::created);
    wizard->showPage(WizardPages::Review);
    FormInput::click(wizard, u"create"_s);
    QVERIFY(created.wait());
    const auto key = created.first().first().value<PipelineKey>();
    QVERIFY(key.pipeline != m_definition.value(u"streamingPipelineId"_s).toString());
    QCOMPARE(portableDefinition(readPipeline(m_account, key)), portableDefinition(m_definition));

    QTRY_VERIFY(!m_fixture->find<TrashDialog>(u"trashDialog"_s));
    dialog = openTrash();
    QVERIFY(dialog);
    QTRY_COMPARE(rows(dialog), 0);
}

void TestTrashDialog::takesOut()
{
    QVERIFY(deleteFirst());
    QVERIFY(deleteFirst());
    TrashDialog *dialog = openTrash();
    QVERIFY(dialog);
    QTRY_COMPARE(rows(dialog), 2);
    FormInput::click(dialog, u"removeFromTrash"_s);
    QVERIFY(m_fixture->answer(false));
    QCOMPARE(rows(dialog), 2);
    QTRY_VERIFY(!m_fixture->question());
    FormInput::click(dialog, u"removeFromTrash"_s);
    QVERIFY(m_fixture->answer(true));
    QTRY_COMPARE(rows(dialog), 1);
    QTRY_VERIFY(!m_fixture->question());
    FormInput::click(dialog, u"emptyTrash"_s);
    QVERIFY(m_fixture->answer(true));
    QTRY_COMPARE(rows(dialog), 0);
}

void TestTrashDialog::isCountedInTheNavigation()
{
    auto *button = m_fixture->find<TrashButton>(u"trashButton"_s);
    QVERIFY(button && button->isVisible());
    QCOMPARE(button->count(), 0);
    const QImage empty = button->grab().toImage();
    QVERIFY(deleteFirst());
    QTRY_COMPARE(button->count(), 1);
    QCOMPARE(button->accessibleDescription(), u"1 deleted pipeline"_s);
    QVERIFY2(button->grab().toImage() != empty, "the number is seen");
    QVERIFY(deleteFirst());
    QTRY_COMPARE(button->accessibleDescription(), u"2 deleted pipelines"_s);

    QTRY_VERIFY(!m_fixture->question());
    m_fixture->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_fixture->window()));
    // By the keyboard: Tab comes to it from what stands above it.
    m_fixture->find<QToolButton>(u"fleetButton"_s)->setFocus(Qt::TabFocusReason);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"fleetButton"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), button);
    QTest::keyClick(button, Qt::Key_Space);
    auto *dialog = m_fixture->find<TrashDialog>(u"trashDialog"_s);
    QVERIFY(dialog);
    QTRY_COMPARE(rows(dialog), 2);
    m_fixture->store()->trash()->empty();
    QTRY_COMPARE(button->count(), 0);
}

QTEST_MAIN(TestTrashDialog)
#include "tst_trashdialog.moc"
