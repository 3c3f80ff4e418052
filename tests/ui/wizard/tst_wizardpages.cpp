// SPDX-License-Identifier: Apache-2.0
#include "models/json/jsontext.h"
#include "tests/support/fleetwrites.h"
#include "tests/support/forminput.h"
#include "tests/support/guideform.h"
#include "tests/support/testprogram.h"
#include "tests/support/wizardfixture.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/noteline.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// The list of pages, and the place on the first of them.
class TestWizardPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingMovesUnderAPress();
    void pageListIsASoundModel();
    void marksAllOfAPageThatIsLeft();
    void countsPagesNeverEnteredWhenItCreates();
    void ticksNothingBeforeItIsChosen();
    void tellsMissingFromWrongInTheReview();
    void listsFindingsInTheReview();
    void tellsOfTheNameOfASecret();

    void keepsThePlaceWhileProjectsAreRead();
    void createsNothingWithoutAProject();
    void ordersProjectsAsTheTree();
    void choosesTheOnlyProjectOfTheAccount();
    void choosesTheOnlyEnvironment();
    void choosesNoneOfSeveralEnvironments();
};

void TestWizardPages::pageListIsASoundModel()
{
    FormModel form;
    form.startNew();
    WizardPages pages(&form);
    const QAbstractItemModelTester tester(&pages,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(pages.rowCount(), int(WizardPages::PageCount));
    form.setValue(u"name"_s, u"orders"_s);
    QCOMPARE(pages.index(WizardPages::Basics).data(WizardPages::ChosenRole).toString(),
             u"orders"_s);
    const auto state = [&] {
        return pages.index(WizardPages::Basics)
            .data(WizardPages::StateRole)
            .value<WizardPages::State>();
    };
    pages.markLeft(WizardPages::Basics);
    QCOMPARE(state(), WizardPages::State::Problem); // no runner yet
    form.setValue(u"agentId"_s, guideRunner);
    QCOMPARE(state(), WizardPages::State::Done);
    form.setAdvice(u"agentId"_s, u"used already"_s);
    QCOMPARE(state(), WizardPages::State::Doubt);
    form.setAdvice(u"agentId"_s, {});
    QCOMPARE(state(), WizardPages::State::Done);
    form.setServerErrors({{u"name"_s, u"must be unique"_s}});
    QCOMPARE(state(), WizardPages::State::Problem);
}

void TestWizardPages::keepsThePlaceWhileProjectsAreRead()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    Account *account = stage.fleet.accounts().constFirst();
    auto *projects = FormInput::find<QComboBox>(wizard, u"project"_s);
    QTRY_COMPARE(projects->currentText(), u"Test-project"_s);
    const QPersistentModelIndex chosen = projects->model()->index(0, 0);
    stage.api.addProject(u"later"_s, u"Later"_s);
    account->refresh();
    QTRY_COMPARE(projects->count(), 2);
    QVERIFY(chosen.isValid()); // neither cleared nor filled anew
    QCOMPARE(projects->currentText(), u"Test-project"_s);
    QCOMPARE(FormInput::find<QComboBox>(wizard, u"environment"_s)->currentText(), guideEnvironment);

    stage.api.projects.removeFirst();
    account->refresh();
    QTRY_COMPARE(projects->count(), 1);
    QCOMPARE(projects->currentIndex(), -1);
    QVERIFY(projects->accessibleDescription().contains(u"Test-project"_s));
    QVERIFY(projects->property("problem").toBool());
    QCOMPARE(problemsOf(*wizard, WizardPages::Basics), 1);
}

// Fields that never had the focus, too.
void TestWizardPages::marksAllOfAPageThatIsLeft()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    wizard->showPage(WizardPages::SourceType);
    QCOMPARE(problemsOf(*wizard, WizardPages::Basics), 1); // the name
    FormInput::click(wizard, u"streamingSource.type.sqlserver"_s);
    FormInput::click(wizard, u"next"_s);
    QCOMPARE(wizard->page(), WizardPages::SourceConnection);
    QCOMPARE(problemsOf(*wizard, WizardPages::SourceConnection), 0);
    FormInput::click(wizard, u"next"_s);
    // host, database, username, password
    QCOMPARE(problemsOf(*wizard, WizardPages::SourceConnection), 4);
    QCOMPARE(stateOf(*wizard, WizardPages::SourceConnection), WizardPages::State::Problem);
    QCOMPARE(stateOf(*wizard, WizardPages::SourceType), WizardPages::State::Done);
    QCOMPARE(problemsOf(*wizard, WizardPages::Tables), 0); // not left yet
    auto *list = FormInput::find<QListView>(wizard, u"pageList"_s);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(WizardPages::Advanced, 0)).center());
    QCOMPARE(wizard->page(), WizardPages::Advanced);
    QCOMPARE(problemsOf(*wizard, WizardPages::Tables), 1);
}

void TestWizardPages::countsPagesNeverEnteredWhenItCreates()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    FormInput::type(wizard, u"name"_s, u"orders"_s);
    wizard->showPage(WizardPages::Review);
    QCOMPARE(problemsOf(*wizard, WizardPages::SourceType), 0);
    stage.api.writeAnswer = Act::reply(500);
    FormInput::click(wizard, u"create"_s);
    QCOMPARE(problemsOf(*wizard, WizardPages::SourceType), 1);
    QCOMPARE(problemsOf(*wizard, WizardPages::TargetConnection), 1);
    QTRY_COMPARE(stage.creates(), 1); // the server decides what is valid
    QTRY_VERIFY(FormInput::find(wizard, u"creationBanner"_s));
    QTRY_COMPARE(focused(), u"problemLink.streamingSource.type"_s);
}

void TestWizardPages::createsNothingWithoutAProject()
{
    PeerStage stage;
    stage.api.addProject(u"other"_s, u"Other"_s);
    QVERIFY(stage.openAnywhere());
    PipelineWizard *wizard = stage.wizard.get();
    auto *projects = FormInput::find<QComboBox>(wizard, u"project"_s);
    QTRY_COMPARE(projects->count(), 2);
    QCOMPARE(focused(), u"project"_s);
    FormInput::type(wizard, u"name"_s, u"orders"_s);
    QCOMPARE(problemsOf(*wizard, WizardPages::Basics), 1); // its list was left
    QCOMPARE(projects->accessibleDescription(), u"Choose a project."_s);
    wizard->showPage(WizardPages::Review);
    QCOMPARE(problemsOf(*wizard, WizardPages::Basics), 2); // and the runner
    auto *link =
        FormInput::find<QAbstractButton>(wizard, u"problemLink."_s + WizardPages::projectPath());
    QVERIFY(link);
    QCOMPARE(link->text(), u"Basics: Project"_s);

    FormInput::click(wizard, u"create"_s);
    QCOMPARE(wizard->page(), WizardPages::Basics);
    QCOMPARE(focused(), u"project"_s);
    QTest::keyClick(projects, Qt::Key_F8);
    QCOMPARE(focused(), u"agentId"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(focused(), u"project"_s);

    FormInput::choose(wizard, u"project"_s, u"Other"_s);
    QTest::keyClick(projects, Qt::Key_Return);
    QCOMPARE(problemsOf(*wizard, WizardPages::Basics), 1);
    QVERIFY(!projects->property("problem").toBool());
    QCOMPARE(stage.creates(), 0);
}

void TestWizardPages::ticksNothingBeforeItIsChosen()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    const auto settings = [&] { return stateOf(*wizard, WizardPages::TargetSettings); };
    QCOMPARE(settings(), WizardPages::State::Waiting);
    wizard->showPage(WizardPages::TargetSettings);
    wizard->showPage(WizardPages::Advanced);
    QCOMPARE(settings(), WizardPages::State::Waiting);
    QCOMPARE(stateOf(*wizard, WizardPages::Advanced), WizardPages::State::Open);
    wizard->form()->setValue(u"streamingTarget.type"_s, u"snowflake"_s);
    QCOMPARE(settings(), WizardPages::State::Open); // not complete
    wizard->form()->setValue(u"streamingTarget.type"_s, u"s3"_s);
    QCOMPARE(settings(), WizardPages::State::Open); // its fields were not seen yet
    wizard->showPage(WizardPages::TargetSettings);
    wizard->showPage(WizardPages::Review);
    QCOMPARE(settings(), WizardPages::State::Done);
    QCOMPARE(stateOf(*wizard, WizardPages::Advanced), WizardPages::State::Done);
}

void TestWizardPages::tellsMissingFromWrongInTheReview()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    wizard->form()->setValue(u"streamingSource.type"_s, u"sqlserver"_s);
    wizard->form()->setValue(u"streamingTarget.type"_s, u"snowflake"_s);
    wizard->showPage(WizardPages::Review);
    const auto fact = [wizard] {
        return FormInput::find(wizard, u"problemLinks"_s)->findChild<NoteLine *>()->text();
    };
    const auto count =
        FormInput::find(wizard, u"problemLinks"_s)->findChildren<LinkButton *>().size();
    QVERIFY(count > 7);
    QVERIFY2(fact().startsWith(u"%1 fields are missing. The server"_s.arg(count)),
             qPrintable(fact()));
    QCOMPARE(FormInput::find<QLabel>(wizard, u"summaryName"_s)->text(), u"not entered yet"_s);
    wizard->form()->setValue(u"streamingSource.connection.port"_s, 99999);
    wizard->showPage(WizardPages::Advanced);
    wizard->showPage(WizardPages::Review);
    QVERIFY2(fact().startsWith(u"%1 fields are missing. 1 field looks wrong."_s.arg(count)),
             qPrintable(fact()));
    // A port without a host names no place.
    QCOMPARE(FormInput::find<QLabel>(wizard, u"summarySource"_s)->text(), u"SQL Server"_s);
}

void TestWizardPages::ordersProjectsAsTheTree()
{
    PeerStage stage;
    stage.api.addProject(u"b"_s, u"billing"_s);
    stage.api.addProject(u"a"_s, u"Analytics"_s);
    QVERIFY(stage.openAnywhere());
    auto *projects = FormInput::find<QComboBox>(stage.wizard.get(), u"project"_s);
    QTRY_COMPARE(projects->count(), 3);
    QCOMPARE(projects->itemText(0), u"Analytics"_s);
    QCOMPARE(projects->itemText(1), u"billing"_s);
    QCOMPARE(projects->itemText(2), u"Test-project"_s);
}

void TestWizardPages::choosesTheOnlyProjectOfTheAccount()
{
    PeerStage stage;
    ScriptedApi other;
    other.addProject(u"far"_s, u"Far"_s);
    other.addProject(u"farther"_s, u"Farther"_s);
    const Account *second = stage.fleet.addAccount(other.makeAccount(u"other"_s));
    QTRY_COMPARE(second->projects().size(), 2);
    QTRY_COMPARE(stage.account->projects().size(), 1);
    PipelineWizard wizard(&stage.fleet, {stage.account->id(), {}, {}});
    wizard.show();
    auto *projects = FormInput::find<QComboBox>(&wizard, u"project"_s);
    QCOMPARE(projects->count(), 3);
    QVERIFY(projects->currentText().startsWith(u"Test-project"_s));
    PipelineWizard anywhere(&stage.fleet);
    anywhere.show();
    QCOMPARE(FormInput::find<QComboBox>(&anywhere, u"project"_s)->currentIndex(), -1);
}

void TestWizardPages::choosesTheOnlyEnvironment()
{
    PeerStage stage;
    QVERIFY(stage.openAnywhere());
    PipelineWizard *wizard = stage.wizard.get();
    auto *environments = FormInput::find<QComboBox>(wizard, u"environment"_s);
    QTRY_COMPARE(environments->currentText(), guideEnvironment);
    QCOMPARE(wizard->form()->value(u"agentId"_s).toString(), guideRunner);
    QTest::keyClick(wizard, Qt::Key_Escape); // nothing was typed: no question
    QVERIFY(!wizard->isVisible());

    QVERIFY(stage.openAnywhere());
    wizard = stage.wizard.get();
    environments = FormInput::find<QComboBox>(wizard, u"environment"_s);
    QTRY_COMPARE(environments->currentText(), guideEnvironment);
    // Once the user has chosen none, it is not chosen again.
    FormInput::choose(wizard, u"environment"_s, u"None"_s);
    QSignalSpy read(stage.account, &Account::environmentsChanged);
    stage.account->loadEnvironments(guideProject);
    QTRY_VERIFY(!read.isEmpty());
    QCOMPARE(environments->currentText(), u"None"_s);
}

void TestWizardPages::choosesNoneOfSeveralEnvironments()
{
    PeerStage stage;
    stage.api.addEnvironment(guideProject, u"Second"_s, u"r2"_s);
    QVERIFY(stage.openAnywhere());
    auto *environments = FormInput::find<QComboBox>(stage.wizard.get(), u"environment"_s);
    QTRY_COMPARE(environments->count(), 3);
    QCOMPARE(environments->currentText(), u"None"_s);
    QVERIFY(stage.wizard->form()->value(u"agentId"_s).isUndefined());
    // One column with the form below.
    const auto left = [&](const QString &name) {
        return FormInput::find(stage.wizard.get(), name)->mapTo(stage.wizard.get(), QPoint()).x();
    };
    QCOMPARE(left(u"project"_s), left(u"name"_s));
    QCOMPARE(left(u"environment"_s), left(u"name"_s));
}

// A copy of a pipeline that is there: what both would share is said, with links to the fields.
void TestWizardPages::listsFindingsInTheReview()
{
    SandboxStage stage;
    QVERIFY(stage.isReady());
    const QString project = stage.account->projects().first().id;
    fillGuideForm(&stage.wizard);
    const QJsonObject definition = stage.wizard.form()->definition();
    stage.wizard.showPage(WizardPages::Review);
    QVERIFY(!FormInput::find(&stage.wizard, u"findingLinks"_s));

    Test::createPipeline(stage.fleet, stage.account->id(), project, jsonText(definition),
                         &stage.wizard, [](const Result<QJsonObject> &) {});
    QTRY_VERIFY(!stage.fleet.pipelines()->keys(stage.account->id()).isEmpty());
    stage.wizard.showPage(WizardPages::Basics);
    stage.wizard.showPage(WizardPages::Review);
    QVERIFY(FormInput::find(&stage.wizard, u"findingLinks"_s));
    for (const QString &path :
         {u"name"_s, u"agentId"_s, u"streamingSource.tables"_s, u"streamingTarget.stagePrefix"_s})
        QVERIFY2(FormInput::find(&stage.wizard, u"findingLink."_s + path), qPrintable(path));
    auto *link = FormInput::find(&stage.wizard, u"findingLink.streamingTarget.stagePrefix"_s);
    link->setFocus();
    QTest::keyClick(link, Qt::Key_Return); // follows the link, and creates nothing
    QCOMPARE(focused(), u"streamingTarget.stagePrefix"_s);
    QCOMPARE(stage.wizard.page(), WizardPages::TargetSettings);
}

// A vault is missing, and the name is wrong as well: the field says both.
void TestWizardPages::tellsOfTheNameOfASecret()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    fillGuideForm(wizard);
    const QString path = u"streamingSource.connection.password"_s;
    for (int page = 0; page <= WizardPages::Review; ++page)
        wizard->showPage(WizardPages::Page(page));
    QCOMPARE(stateOf(*wizard, WizardPages::SourceConnection), WizardPages::State::Done);
    wizard->form()->setValue(path, QJsonObject{{u"secretType"_s, u"AZURE_KEY_VAULT"_s},
                                               {u"secretLocation"_s, QString()},
                                               {u"secretName"_s, u"${DB_PASSWORD}"_s}});
    QVERIFY(stateOf(*wizard, WizardPages::SourceConnection) != WizardPages::State::Done);
    wizard->showPage(WizardPages::Basics);
    wizard->showPage(WizardPages::Review);
    const auto *links = FormInput::find(wizard, u"findingLinks"_s);
    QVERIFY(links);
    QStringList words;
    for (const QLabel *label : links->findChildren<QLabel *>())
        words.append(label->text());
    QVERIFY2(words.join(u'\n').contains(u"placeholder"_s), qPrintable(words.join(u'\n')));
}

// A press leaves a field; what its check says comes below it once the button is let go.
void TestWizardPages::nothingMovesUnderAPress()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    wizard->showPage(WizardPages::SourceType);
    FormInput::click(wizard, u"streamingSource.type.sqlserver"_s);
    wizard->showPage(WizardPages::SourceConnection);
    const QString connection = u"streamingSource.connection."_s;
    FormInput::find(wizard, connection + u"host"_s)->setFocus();
    QTRY_COMPARE(focused(), connection + u"host"_s);
    const QWidget *below = FormInput::find(wizard, connection + u"database"_s);
    const auto place = [wizard, below] { return below->mapTo(wizard, below->rect().center()); };
    const QPoint before = place();
    QTest::mousePress(wizard->windowHandle(), Qt::LeftButton, {}, before);
    QCoreApplication::processEvents();
    QCOMPARE(focused(), connection + u"database"_s);
    QCOMPARE(place(), before);
    QTest::mouseRelease(wizard->windowHandle(), Qt::LeftButton, {}, before);
    QTRY_VERIFY(place().y() > before.y());
}

SLUICE_TEST(TestWizardPages, Widgets)
#include "tst_wizardpages.moc"
