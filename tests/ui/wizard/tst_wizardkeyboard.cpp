// SPDX-License-Identifier: Apache-2.0
#include "tests/support/forminput.h"
#include "tests/support/guideform.h"
#include "tests/support/testprogram.h"
#include "tests/support/wizardfixture.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QJsonArray>
#include <QListView>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

QWidget *focus()
{
    return QApplication::focusWidget();
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(focus(), key, modifiers);
}

void tabTo(const QString &name)
{
    for (int i = 0; i < 60 && focused() != name; ++i)
        press(Qt::Key_Tab);
    QCOMPARE(focused(), name);
}

void clickPage(PipelineWizard *wizard, WizardPages::Page page)
{
    auto *list = FormInput::find<QListView>(wizard, u"pageList"_s);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(page, 0)).center());
    QCOMPARE(wizard->page(), page);
}

const QString host = u"streamingSource.connection.host"_s;
const QString tables = u"streamingSource.tables"_s;

} // namespace

// The wizard without a mouse: where the focus goes, and what Enter does.
class TestWizardKeyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canBeUsedWithTheKeyboardAlone();
    void arrowsChooseTheFirstTypeToo();
    void beginsInTheFirstField();
    void goesToTheFirstFieldOfAPage();
    void goesToTheFirstFieldThatIsWrong();
    void arrowsWalkThroughTheListOfPages();
    void enterPressesTheButtonWithTheFocus();
    void enterInTheLineOfTables();
};

void TestWizardKeyboard::canBeUsedWithTheKeyboardAlone()
{
    SandboxStage stage;
    QVERIFY2(stage.isReady(), qPrintable(stage.sandbox.errorOutput()));
    QTest::keyClicks(focus(), u"by-keyboard"_s);
    press(Qt::Key_Return); // the default button is Next
    QCOMPARE(stage.wizard.page(), WizardPages::SourceType);
    press(Qt::Key_Space);
    press(Qt::Key_Down);
    const QString type = stage.wizard.form()->value(u"streamingSource.type"_s).toString();
    QVERIFY2(!type.isEmpty(), "arrow keys choose a card");
    press(Qt::Key_Return);
    QCOMPARE(stage.wizard.page(), WizardPages::SourceConnection);

    // Tab goes through the fields in the order of the page.
    const QStringList wanted{u"host"_s, u"port"_s, u"database"_s};
    for (const QString &key : wanted) {
        QCOMPARE(focused(), u"streamingSource.connection."_s + key);
        press(Qt::Key_Tab);
    }
    // Tab leaves the grid of properties again.
    tabTo(u"streamingSource.connection.jdbcProperties"_s);
    press(Qt::Key_Tab);
    QCOMPARE(focused(), u"cancel"_s);
    tabTo(u"back"_s);
    press(Qt::Key_Space);
    QCOMPARE(stage.wizard.page(), WizardPages::SourceType);
}

void TestWizardKeyboard::arrowsChooseTheFirstTypeToo()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    wizard->showPage(WizardPages::SourceType);
    const auto type = [wizard] {
        return wizard->form()->value(u"streamingSource.type"_s).toString();
    };
    QCOMPARE(type(), QString());
    press(Qt::Key_Down);
    const QString first = type();
    QVERIFY(!first.isEmpty());
    QCOMPARE(focused(), u"streamingSource.type."_s + first);
    press(Qt::Key_Right);
    QVERIFY(type() != first);
    QCOMPARE(focused(), u"streamingSource.type."_s + type());
}

void TestWizardKeyboard::beginsInTheFirstField()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    QCOMPARE(focused(), u"name"_s); // the project is chosen already
    PeerStage anywhere;
    anywhere.api.addProject(u"other"_s, u"Other"_s);
    QVERIFY(anywhere.openAnywhere());
    QCOMPARE(focused(), u"project"_s);
}

void TestWizardKeyboard::goesToTheFirstFieldOfAPage()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    FormInput::type(wizard, u"name"_s, u"orders"_s);
    FormInput::click(wizard, u"next"_s);
    QCOMPARE(focused(), u"streamingSource.type.sqlserver"_s);
    FormInput::click(wizard, u"streamingSource.type.oracle"_s);
    FormInput::click(wizard, u"next"_s);
    QCOMPARE(focused(), host);
    FormInput::click(wizard, u"back"_s);
    QCOMPARE(focused(), u"streamingSource.type.oracle"_s); // the one that is chosen
    clickPage(wizard, WizardPages::Tables);
    QCOMPARE(focused(), tables + u".schema"_s);
    clickPage(wizard, WizardPages::TargetConnection);
    QCOMPARE(focused(), u"streamingTarget.type.snowflake"_s);
    clickPage(wizard, WizardPages::TargetSettings); // without a field yet
    QCOMPARE(focused(), u"next"_s);
    clickPage(wizard, WizardPages::Advanced);
    QCOMPARE(focused(), u"advancedProperties"_s);
    press(Qt::Key_Tab);
    QVERIFY(focused() != u"advancedProperties"_s);
    clickPage(wizard, WizardPages::Review);
    QCOMPARE(focused(), u"problemLink.streamingSource.connection.host"_s);
}

void TestWizardKeyboard::goesToTheFirstFieldThatIsWrong()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    wizard->form()->setValue(u"streamingSource.type"_s, u"sqlserver"_s);
    wizard->showPage(WizardPages::SourceConnection);
    FormInput::type(wizard, host, u"db"_s);
    FormInput::click(wizard, u"next"_s);
    FormInput::click(wizard, u"back"_s);
    QCOMPARE(focused(), u"streamingSource.connection.database"_s);
    // A jump to one field is no visit of others.
    wizard->showPage(WizardPages::Review);
    wizard->form()->setValue(u"streamingTarget.type"_s, u"snowflake"_s);
    wizard->showField(u"streamingTarget.role"_s);
    QCOMPARE(focused(), u"streamingTarget.role"_s);
    QCOMPARE(problemsOf(*wizard, WizardPages::TargetSettings), 0);
}

void TestWizardKeyboard::arrowsWalkThroughTheListOfPages()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    press(Qt::Key_Backtab, Qt::ShiftModifier); // environment, project, list
    for (int i = 0; i < 5 && focused() != u"pageList"_s; ++i)
        press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(focused(), u"pageList"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QCOMPARE(wizard->page(), WizardPages::Tables);
    QCOMPARE(focused(), u"pageList"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(wizard->page(), WizardPages::TargetConnection);
    QCOMPARE(focused(), u"streamingTarget.type.snowflake"_s);
}

void TestWizardKeyboard::enterPressesTheButtonWithTheFocus()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    const FormModel *form = wizard->form();
    wizard->form()->setValue(u"streamingSource.type"_s, u"sqlserver"_s);
    wizard->showPage(WizardPages::Tables);
    for (const auto &table : {u"b"_s, u"a"_s}) {
        FormInput::type(wizard, tables + u".schema"_s, u"app"_s);
        FormInput::type(wizard, tables + u".table"_s, table);
        tabTo(tables + u".add"_s);
        press(Qt::Key_Return);
    }
    const auto names = [&] {
        QStringList all;
        for (int row = 0; row < form->value(tables).toArray().size(); ++row)
            all.append(form->value(tables)[row][u"table"_s].toString());
        return all;
    };
    QCOMPARE(names(), (QStringList{u"b"_s, u"a"_s}));
    tabTo(tables + u".sort"_s);
    QTimer::singleShot(0, wizard, [] {
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    });
    press(Qt::Key_Enter); // opens its menu: by schema, then table
    // The platform of the tests gives nobody the focus that a closed menu had.
    wizard->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(wizard));
    QCOMPARE(names(), (QStringList{u"a"_s, u"b"_s}));
    auto *grid = FormInput::find<QAbstractItemView>(wizard, tables + u".grid"_s);
    grid->setCurrentIndex(grid->model()->index(0, 0));
    tabTo(tables + u".remove"_s);
    press(Qt::Key_Return);
    QCOMPARE(names(), QStringList{u"b"_s});
    QApplication::clipboard()->setText(u"app.c\napp.d\n"_s);
    FormInput::find(wizard, tables + u".paste"_s)->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Return);
    QCOMPARE(names().size(), 3);
    QCOMPARE(wizard->page(), WizardPages::Tables);

    tabTo(u"back"_s);
    press(Qt::Key_Return);
    QCOMPARE(wizard->page(), WizardPages::SourceConnection);
}

void TestWizardKeyboard::enterInTheLineOfTables()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    wizard->form()->setValue(u"streamingSource.type"_s, u"sqlserver"_s);
    wizard->showPage(WizardPages::Tables);
    QTest::keyClicks(focus(), u"app"_s);
    press(Qt::Key_Return);
    QCOMPARE(focused(), tables + u".table"_s);
    press(Qt::Key_Return); // a schema alone is no table
    QCOMPARE(wizard->page(), WizardPages::Tables);
    QTest::keyClicks(focus(), u"orders"_s);
    press(Qt::Key_Return);
    QCOMPARE(wizard->form()->value(tables).toArray().size(), 1);
    QCOMPARE(focused(), tables + u".table"_s);
    press(Qt::Key_Return); // nothing more to add
    QCOMPARE(wizard->page(), WizardPages::TargetConnection);
}

SLUICE_TEST(TestWizardKeyboard, Widgets)
#include "tst_wizardkeyboard.moc"
