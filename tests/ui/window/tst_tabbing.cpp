// SPDX-License-Identifier: Apache-2.0
#include "models/account/account.h"
#include "models/json/jsontext.h"
#include "tests/support/forminput.h"
#include "tests/support/guideform.h"
#include "tests/support/mnemonics.h"
#include "tests/support/tabwalk.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/pipelineeditor.h"
#include "ui/wizard/pipelinewizard.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QRadioButton>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

bool hasFocusIn(const QWidget *window)
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && focus->window() == window;
}

// It is triggered with the button, whoever listens to its click.
bool hasActionOfItsOwn(const QAbstractButton *button)
{
    const auto *tool = qobject_cast<const QToolButton *>(button);
    return tool && tool->defaultAction();
}

} // namespace

// Every page and dialog of the program by Tab alone, both ways, and no letter with Alt twice.
class TestTabbing : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void pagesOfTheWindow_data();
    void pagesOfTheWindow();
    void pagesOfTheWizard_data();
    void pagesOfTheWizard();
    void dialogs_data();
    void dialogs();
    void enterPressesWhatHasTheFocus_data();
    void enterPressesWhatHasTheFocus();

protected:
    bool hasStore() const override { return true; }

private:
    PipelineEditor *openFirst(PipelineEditor::Tab tab);
    PipelineWizard *openWizard();
    QWidget *openDialog(const QString &name);
    void edit(PipelineEditor *editor);
};

PipelineEditor *TestTabbing::openFirst(PipelineEditor::Tab tab)
{
    const QString name = m->nameWith(Badge::Stopped);
    if (!m->select({name}) || !m->trigger(u"openAction"_s))
        return nullptr;
    PipelineEditor *editor = m->find<EditorPage>(u"pipelinePage"_s)->current();
    editor->showTab(tab);
    return editor;
}

void TestTabbing::edit(PipelineEditor *editor)
{
    FormModel *form = editor->document()->form();
    QVERIFY(form->setValue(u"name"_s, u"renamed"_s));
    QVERIFY(form->setValue(u"streamingSource.connection.host"_s, u"elsewhere"_s));
}

PipelineWizard *TestTabbing::openWizard()
{
    m->tree()->setCurrentIndex(m->node(account()->projects().first().name));
    if (!m->trigger(u"newPipelineAction"_s))
        return nullptr;
    auto *wizard = m->window()->findChild<PipelineWizard *>();
    return wizard && QTest::qWaitForWindowActive(wizard) ? wizard : nullptr;
}

void TestTabbing::pagesOfTheWindow_data()
{
    QTest::addColumn<QString>("page");
    for (const auto *page :
         {"start", "start, every field", "fleet", "fleet, one selected", "secrets", "events",
          "overview", "definition", "json", "changes", "history"})
        QTest::newRow(page) << QString::fromLatin1(page);
}

void TestTabbing::pagesOfTheWindow()
{
    QFETCH(const QString, page);
    const QStringList parts{u"overview"_s, u"definition"_s, u"json"_s, u"changes"_s, u"history"_s};
    m->window()->resize(1280, 800);
    if (page == u"start"_s) {
        QVERIFY(m->trigger(u"addAccountAction"_s));
    } else if (page == u"start, every field"_s) {
        QVERIFY(m->trigger(u"addAccountAction"_s));
        m->find<QRadioButton>(u"regionOther"_s)->click();
    } else if (page == u"fleet, one selected"_s) {
        QVERIFY(m->select({m->shownNames().constFirst()}));
    } else if (page == u"secrets"_s) {
        QVERIFY(m->trigger(u"secretsAction"_s));
    } else if (page == u"events"_s) {
        QVERIFY(m->trigger(u"eventLogAction"_s));
    } else if (const auto tab = parts.indexOf(page); tab >= 0) {
        PipelineEditor *editor = openFirst(PipelineEditor::Tab(tab));
        QVERIFY(editor);
        edit(editor);
    }
    QVERIFY(QTest::qWaitForWindowActive(m->window()));
    QTRY_VERIFY(hasFocusIn(m->window()));
    QVERIFY2(m->window()->minimumSizeHint().width() <= 944 &&
                 m->window()->minimumSizeHint().height() <= 552,
             qPrintable(u"%1 x %2"_s.arg(m->window()->minimumSizeHint().width())
                            .arg(m->window()->minimumSizeHint().height())));
    const QStringList faults = faultsOfTabbing(m->window()) + clashingMnemonics(m->window());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestTabbing::pagesOfTheWizard_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<bool>("filled");
    for (int page = 0; page < WizardPages::PageCount; ++page) {
        QTest::addRow("%d, empty", page) << page << false;
        QTest::addRow("%d, filled", page) << page << true;
    }
}

void TestTabbing::pagesOfTheWizard()
{
    QFETCH(const int, page);
    QFETCH(const bool, filled);
    PipelineWizard *wizard = openWizard();
    QVERIFY(wizard);
    if (filled) {
        const QString name = m->shownNames().constFirst();
        wizard->beginWith(m->definition(name));
    }
    wizard->showPage(WizardPages::Page(page));
    QTRY_VERIFY(hasFocusIn(wizard));
    QVERIFY2(wizard->minimumSizeHint().width() <= 944 && wizard->minimumSizeHint().height() <= 552,
             qPrintable(u"%1 x %2"_s.arg(wizard->minimumSizeHint().width())
                            .arg(wizard->minimumSizeHint().height())));
    const QStringList faults = faultsOfTabbing(wizard) + clashingMnemonics(wizard);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QCOMPARE(wizard->page(), WizardPages::Page(page));
}

void TestTabbing::dialogs_data()
{
    QTest::addColumn<QString>("dialog");
    for (const auto *dialog :
         {"question", "closeQuestion", "reviewDialog", "importDialog", "trashDialog",
          "templatesDialog", "nameDialog", "terraformDialog", "compareDialog", "repointDialog",
          "secretUsersDialog", "tableSourceDialog", "leaveQuestion"})
        QTest::newRow(dialog) << QString::fromLatin1(dialog);
}

// The dialog as a user comes to it; null: it did not open.
QWidget *TestTabbing::openDialog(const QString &name)
{
    const auto dialog = [this](const QString &objectName) -> QWidget * {
        QWidget *found = nullptr;
        const bool isThere = QTest::qWaitFor([&] {
            const QList<QDialog *> all = m->window()->findChildren<QDialog *>(objectName);
            for (QDialog *each : all)
                found = each->isVisible() ? each : found;
            return found != nullptr;
        });
        return isThere && QTest::qWaitForWindowActive(found) ? found : nullptr;
    };
    const QStringList names = m->shownNames();
    if (name == u"start"_s || name == u"fleet"_s) { // Enter has to mean the same in the window
        if (name == u"start"_s && !m->trigger(u"addAccountAction"_s))
            return nullptr;
        return m->window();
    }
    if (name == u"question"_s) {
        if (!m->select({names.value(0)}) || !m->trigger(u"deleteAction"_s))
            return nullptr;
        return dialog(u"questionBox"_s);
    }
    if (name == u"closeQuestion"_s || name == u"reviewDialog"_s) {
        PipelineEditor *editor = openFirst(PipelineEditor::FormTab);
        edit(editor);
        m->trigger(name == u"closeQuestion"_s ? u"closePipelineAction"_s : u"saveAction"_s);
        return dialog(name);
    }
    if (name == u"leaveQuestion"_s) {
        PipelineWizard *wizard = openWizard();
        wizard->form()->setValue(u"name"_s, u"typed"_s);
        wizard->reject();
        return dialog(name);
    }
    if (name == u"importDialog"_s) {
        m->tree()->setCurrentIndex(m->node(account()->projects().first().name));
        const QString folder = m->chooseFolder();
        QFile file(folder + u"/one.json"_s);
        if (!file.open(QIODevice::WriteOnly) || file.write(jsonText(guideRequest())) <= 0)
            return nullptr;
        file.close();
        m->trigger(u"importFolderAction"_s);
        return dialog(name);
    }
    if (name == u"compareDialog"_s || name == u"terraformDialog"_s) {
        m->select(names.mid(0, 2));
        m->trigger(name == u"compareDialog"_s ? u"compareAction"_s : u"terraformAction"_s);
        return dialog(name);
    }
    if (name == u"nameDialog"_s) {
        m->select(names.mid(0, 1));
        m->trigger(u"saveAsTemplateAction"_s);
        return dialog(name);
    }
    if (name == u"repointDialog"_s) {
        m->trigger(u"secretsAction"_s);
        auto *table = m->find<QAbstractItemView>(u"secretsTable"_s);
        if (!QTest::qWaitFor([table] { return table->model()->rowCount() > 0; }))
            return nullptr;
        table->setCurrentIndex(table->model()->index(0, 0));
        m->click(u"repointButton"_s);
        return dialog(name);
    }
    if (name == u"secretUsersDialog"_s || name == u"tableSourceDialog"_s) {
        const bool users = name == u"secretUsersDialog"_s;
        PipelineEditor *editor = openFirst(PipelineEditor::FormTab);
        const QList<QAbstractButton *> buttons = editor->findChildren<QAbstractButton *>();
        for (QAbstractButton *button : buttons) {
            if (button->isEnabled() && button->isVisible() &&
                button->objectName().endsWith(users ? u".users"_s : u".take"_s)) {
                button->click();
                return dialog(name);
            }
        }
        return nullptr;
    }
    m->trigger(name == u"trashDialog"_s ? u"trashAction"_s : u"templatesAction"_s);
    return dialog(name);
}

void TestTabbing::dialogs()
{
    QFETCH(const QString, dialog);
    QWidget *opened = openDialog(dialog);
    QVERIFY(opened);
    QTRY_VERIFY(hasFocusIn(opened));
    // 1440x900 at a scale of 1.5, within the frames of a window and of the desktop.
    const QSize least = opened->minimumSizeHint().expandedTo(opened->minimumSize());
    QVERIFY2(least.width() <= 944 && least.height() <= 552,
             qPrintable(u"%1 x %2"_s.arg(least.width()).arg(least.height())));
    const QStringList faults = faultsOfTabbing(opened) + clashingMnemonics(opened);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestTabbing::enterPressesWhatHasTheFocus_data()
{
    dialogs_data();
    QTest::newRow("start") << u"start"_s;
    QTest::newRow("fleet") << u"fleet"_s;
}

// And never the default button instead.
void TestTabbing::enterPressesWhatHasTheFocus()
{
    QFETCH(const QString, dialog);
    QWidget *opened = openDialog(dialog);
    QVERIFY(opened);
    QTRY_VERIFY(hasFocusIn(opened));

    struct Pressed : QObject {
        QList<QAbstractButton *> buttons;
    } pressed;

    QList<QAbstractButton *> wanted;
    const QList<QAbstractButton *> all = opened->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : all) {
        if (button->window() != opened)
            continue;
        disconnect(button, &QAbstractButton::clicked, nullptr,
                   nullptr); // what it does is not asked
        disconnect(button, &QAbstractButton::pressed, nullptr, nullptr);
        connect(button, &QAbstractButton::clicked, &pressed,
                [&pressed, button] { pressed.buttons += button; });
        if (button->isVisible() && button->isEnabled() && (button->focusPolicy() & Qt::TabFocus) &&
            !qobject_cast<QCheckBox *>(button) && !qobject_cast<QRadioButton *>(button) &&
            !hasActionOfItsOwn(button))
            wanted += button;
    }
    QVERIFY(!wanted.isEmpty());
    for (QAbstractButton *button : std::as_const(wanted)) {
        for (const auto key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space}) {
            pressed.buttons.clear();
            button->setFocus(Qt::TabFocusReason);
            QTest::keyClick(button, key);
            QVERIFY2(pressed.buttons == QList{button},
                     qPrintable(button->objectName() + button->text()));
            QVERIFY(opened->isVisible());
        }
    }
}

SLUICE_TEST(TestTabbing, Widgets)
#include "tst_tabbing.moc"
