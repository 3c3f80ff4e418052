// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/fleet.h"
#include "tests/support/forminput.h"
#include "tests/support/guideform.h"
#include "tests/support/sandboxprocess.h"
#include "tests/support/signedin.h"
#include "tests/unit/scriptedapi.h"
#include "ui/form/formview.h"
#include "ui/wizard/pipelinewizard.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

// The wizard on a signed-in account of a sandbox, as the main window opens it.
struct Stage {
    explicit Stage(SandboxProcess &sandbox)
        : account(signIn(&fleet, sandbox))
        , wizard(&fleet, {account->id(), guideProject, guideEnvironment})
        , created(&wizard, &PipelineWizard::created)
    {
        wizard.show();
    }

    bool isReady()
    {
        return QTest::qWaitForWindowActive(&wizard) && QTest::qWaitFor([this] {
                   return !wizard.form()->value(u"agentId"_s).isUndefined();
               });
    }

    Fleet fleet;
    Account *account;
    PipelineWizard wizard;
    QSignalSpy created;
};

// The guide's project on a peer that loses answers when told to, which a sandbox that works does
// not do.
struct PeerStage {
    PeerStage()
    {
        api.addProject(guideProject, u"Test-project"_s);
        api.addEnvironment(guideProject, guideEnvironment,
                           u"2734aa6f-0c64-4d2b-9406-f44dc8f1f3b6"_s);
        Account *account = fleet.addAccount(api.makeAccount());
        wizard = std::make_unique<PipelineWizard>(
            &fleet, Place{account->id(), guideProject, guideEnvironment});
        wizard->show();
    }

    bool isReady() const
    {
        return QTest::qWaitForWindowActive(wizard.get()) && QTest::qWaitFor([this] {
                   return !wizard->form()->value(u"agentId"_s).isUndefined();
               });
    }

    bool canCreate() const { return FormInput::find(wizard.get(), u"create"_s)->isEnabled(); }

    int creates() const { return api.server.count("POST"); }

    ScriptedApi api;
    Fleet fleet;
    std::unique_ptr<PipelineWizard> wizard;
};

QString text(const QModelIndex &index, int role = FormModel::ErrorRole)
{
    return index.data(role).toString();
}

} // namespace

class TestWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postsTheGuidesExample();
    void showsTheGuidesErrorsAtTheirFields();
    void keepsWhatWasTypedWhenTheTypeChanges();
    void createsNothingLessThanWasTyped();
    void asksForATableThatIsTypedOnly();
    void keepsThePlaceWhileProjectsAreRead();
    void canBeUsedWithTheKeyboardAlone();
    void losesNothingWhenTheServerDies();
    void looksBeforeItTriesAgain_data();
    void looksBeforeItTriesAgain();
    void explainsACancelledCreate();
    void asksBeforeItDiscards();
    void warnsOfATakenNameAndRunner();
    void createsAndStarts();
    void pageListIsASoundModel();
};

void TestWizard::postsTheGuidesExample()
{
    SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    QVERIFY2(sandbox.isReady(), qPrintable(sandbox.errorOutput()));
    Stage stage(sandbox);
    QVERIFY(stage.isReady());

    fillGuideForm(&stage.wizard);
    FormInput::click(&stage.wizard, u"pageList"_s);
    stage.wizard.showPage(WizardPages::Review);
    const auto *json = FormInput::find<QPlainTextEdit>(&stage.wizard, u"jsonText"_s);
    QCOMPARE(QJsonDocument::fromJson(json->toPlainText().toUtf8()).object(), guideRequest());
    QVERIFY(!FormInput::find(&stage.wizard, u"problemLinks"_s));

    FormInput::click(&stage.wizard, u"create"_s);
    QVERIFY(stage.created.wait());
    QVERIFY(!stage.wizard.isVisible());
    const auto key = stage.created.first().first().value<PipelineKey>();
    QJsonObject stored = readPipeline(stage.account, key);
    QCOMPARE(stored.take(u"streamingPipelineId"_s).toString(), key.pipeline);
    stored.remove(u"projectId"_s);
    QCOMPARE(stored, guideRequest());
}

void TestWizard::showsTheGuidesErrorsAtTheirFields()
{
    SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    QVERIFY2(sandbox.isReady(), qPrintable(sandbox.errorOutput()));
    Stage stage(sandbox);
    QVERIFY(stage.isReady());
    fillGuideForm(&stage.wizard, GuideForm::Invalid);
    QCOMPARE(stage.wizard.form()->definition(), guideInvalidRequest());

    stage.wizard.showPage(WizardPages::Review);
    FormInput::click(&stage.wizard, u"create"_s);
    QTRY_COMPARE(stage.wizard.page(), WizardPages::SourceConnection);
    const FormModel *form = stage.wizard.form();
    QVERIFY(text(form->indexOf(u"streamingSource.connection.username"_s))
                .contains(u"must not be empty"_s));
    QVERIFY(text(form->indexOf(u"streamingTarget.connection.authentication"_s))
                .contains(u"must not be null"_s));
    QTRY_COMPARE(QApplication::focusWidget()->objectName(),
                 u"streamingSource.connection.username"_s);
    QVERIFY(QApplication::focusWidget()->accessibleDescription().contains(u"must not be empty"_s));

    const auto *list = FormInput::find<QListView>(&stage.wizard, u"pageList"_s);
    const auto problems = [&](int page) {
        return list->model()->index(page, 0).data(WizardPages::ProblemsRole).toInt();
    };
    QCOMPARE(problems(WizardPages::SourceConnection), 1);
    QCOMPARE(problems(WizardPages::TargetConnection), 1);
    QVERIFY(FormInput::find(&stage.wizard, u"creationBanner"_s));

    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F8);
    QCOMPARE(stage.wizard.page(), WizardPages::TargetConnection);
    QVERIFY(FormInput::find(&stage.wizard, u"streamingTarget.connection.authentication"_s)
                ->isAncestorOf(QApplication::focusWidget()));
    fillGuideAuthentication(&stage.wizard);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(stage.wizard.page(), WizardPages::SourceConnection);
    FormInput::type(&stage.wizard, u"streamingSource.connection.username"_s, u"sa"_s);
    QCOMPARE(problems(WizardPages::SourceConnection), 0);
    QCOMPARE(problems(WizardPages::TargetConnection), 0);

    stage.wizard.showPage(WizardPages::Review);
    FormInput::click(&stage.wizard, u"create"_s);
    QVERIFY(stage.created.wait());
}

void TestWizard::keepsWhatWasTypedWhenTheTypeChanges()
{
    SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    QVERIFY2(sandbox.isReady(), qPrintable(sandbox.errorOutput()));
    Stage stage(sandbox);
    QVERIFY(stage.isReady());
    fillGuideForm(&stage.wizard);
    const QJsonObject before = stage.wizard.form()->definition();

    stage.wizard.showPage(WizardPages::SourceType);
    FormInput::click(&stage.wizard, u"streamingSource.type.mysql"_s);
    stage.wizard.showPage(WizardPages::SourceConnection);
    QVERIFY(!FormInput::find(&stage.wizard, u"streamingSource.connection.database"_s));
    QCOMPARE(stage.wizard.form()->value(u"streamingSource.connection.host"_s).toString(),
             u"sqlserver.my-org.com"_s);
    stage.wizard.showPage(WizardPages::TargetConnection);
    FormInput::click(&stage.wizard, u"streamingTarget.type.s3"_s);
    FormInput::type(&stage.wizard, u"streamingTarget.bucket"_s, u"landing"_s);
    FormInput::click(&stage.wizard, u"streamingTarget.type.snowflake"_s);
    stage.wizard.showPage(WizardPages::SourceType);
    FormInput::click(&stage.wizard, u"streamingSource.type.sqlserver"_s);

    QCOMPARE(stage.wizard.form()->definition(), before);
}

// A property that is none yet cannot be sent: it is marked, counted, kept, and asked for.
void TestWizard::createsNothingLessThanWasTyped()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    const FormModel *form = wizard->form();
    const QString path = u"streamingSource.connection.jdbcProperties"_s;
    wizard->showPage(WizardPages::SourceType);
    FormInput::click(wizard, u"streamingSource.type.sqlserver"_s);
    wizard->showPage(WizardPages::SourceConnection);
    FormInput::type(wizard, u"streamingSource.connection.host"_s, u"db"_s);
    FormInput::addProperty(wizard, path, u"encrypt"_s, u"Text"_s, u"yes"_s);
    FormInput::addProperty(wizard, path, u"lockTimeout"_s, u"Number"_s, u"soon"_s);
    FormInput::click(wizard, u"next"_s);
    const auto *list = FormInput::find<QListView>(wizard, u"pageList"_s);
    const QModelIndex page = list->model()->index(WizardPages::SourceConnection, 0);
    QCOMPARE(page.data(WizardPages::ProblemsRole).toInt(), 1);
    QVERIFY(text(form->indexOf(path)).contains(u"number"_s));

    wizard->showPage(WizardPages::Review);
    QVERIFY(!stage.canCreate());
    auto *links = FormInput::find<QLabel>(wizard, u"problemLinksText"_s);
    QVERIFY(links && links->text().contains(path));
    Q_EMIT links->linkActivated(path);
    QCOMPARE(wizard->page(), WizardPages::SourceConnection);
    QCOMPARE(QApplication::focusWidget()->objectName(), path);

    wizard->showPage(WizardPages::SourceType);
    FormInput::click(wizard, u"streamingSource.type.mysql"_s);
    QCOMPARE(page.data(WizardPages::ProblemsRole).toInt(), 0);
    FormInput::click(wizard, u"streamingSource.type.sqlserver"_s);
    QCOMPARE(page.data(WizardPages::ProblemsRole).toInt(), 1);
    wizard->showPage(WizardPages::SourceConnection);
    auto *grid = FormInput::find<QAbstractItemView>(wizard, path);
    QCOMPARE(grid->model()->rowCount(), 3); // and the one to add with
    QCOMPARE(grid->model()->index(1, 2).data().toString(), u"soon"_s);

    grid->setFocus();
    grid->setCurrentIndex(grid->model()->index(1, 0));
    QTest::keyClick(grid, Qt::Key_Delete);
    QCOMPARE(page.data(WizardPages::ProblemsRole).toInt(), 0);
    QCOMPARE(form->value(path).toObject(), (QJsonObject{{u"encrypt"_s, u"yes"_s}}));
    wizard->showPage(WizardPages::Review);
    QVERIFY(stage.canCreate());
}

void TestWizard::asksForATableThatIsTypedOnly()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    const QString path = u"streamingSource.tables"_s;
    wizard->showPage(WizardPages::SourceType);
    FormInput::click(wizard, u"streamingSource.type.sqlserver"_s);
    wizard->showPage(WizardPages::Tables);
    FormInput::type(wizard, path + u".schema"_s, u"app"_s);
    FormInput::type(wizard, path + u".table"_s, u"orders"_s);
    FormInput::click(wizard, u"next"_s);
    QVERIFY(text(wizard->form()->indexOf(path)).contains(u"not in the list"_s));
    wizard->showPage(WizardPages::Review);
    QVERIFY(!stage.canCreate());

    wizard->showPage(WizardPages::Tables);
    FormInput::click(wizard, path + u".add"_s);
    QCOMPARE(wizard->form()->value(path).toArray().size(), 1);
    wizard->showPage(WizardPages::Review);
    QVERIFY(stage.canCreate());
}

void TestWizard::keepsThePlaceWhileProjectsAreRead()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    Account *account = stage.fleet.accounts().first();
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
    wizard->showPage(WizardPages::Review);
    QVERIFY(!stage.canCreate());
    QVERIFY(FormInput::find<QLabel>(wizard, u"footerNote"_s)->text().contains(u"project"_s));
}

void TestWizard::canBeUsedWithTheKeyboardAlone()
{
    SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    QVERIFY2(sandbox.isReady(), qPrintable(sandbox.errorOutput()));
    Stage stage(sandbox);
    QVERIFY(stage.isReady());
    const auto focus = [] { return QApplication::focusWidget(); };
    const auto tabTo = [&](const QString &name) {
        for (int i = 0; i < 60 && focus()->objectName() != name; ++i)
            QTest::keyClick(focus(), Qt::Key_Tab);
        QCOMPARE(focus()->objectName(), name);
    };

    tabTo(u"name"_s);
    QTest::keyClicks(focus(), u"by-keyboard"_s);
    QTest::keyClick(focus(), Qt::Key_Return); // the default button is Next
    QCOMPARE(stage.wizard.page(), WizardPages::SourceType);
    QTest::keyClick(focus(), Qt::Key_Space);
    QTest::keyClick(focus(), Qt::Key_Down);
    const QString type = stage.wizard.form()->value(u"streamingSource.type"_s).toString();
    QVERIFY2(!type.isEmpty(), "arrow keys choose a card");
    QTest::keyClick(focus(), Qt::Key_Return);
    QCOMPARE(stage.wizard.page(), WizardPages::SourceConnection);

    // Tab goes through the fields in the order of the page.
    const QStringList wanted{u"host"_s, u"port"_s, u"database"_s};
    for (const QString &key : wanted) {
        QCOMPARE(focus()->objectName(), u"streamingSource.connection."_s + key);
        QTest::keyClick(focus(), Qt::Key_Tab);
    }
    // Tab leaves the grid of properties again.
    tabTo(u"streamingSource.connection.jdbcProperties"_s);
    QTest::keyClick(focus(), Qt::Key_Tab);
    QCOMPARE(focus()->objectName(), u"cancel"_s);
    tabTo(u"back"_s);
    QTest::keyClick(focus(), Qt::Key_Space);
    QCOMPARE(stage.wizard.page(), WizardPages::SourceType);
}

void TestWizard::losesNothingWhenTheServerDies()
{
    QTemporaryDir data;
    QVERIFY(data.isValid());
    const QStringList options{u"--seed"_s, u"guide"_s, u"--data"_s, data.path()};
    auto sandbox = std::make_unique<SandboxProcess>(options);
    QVERIFY2(sandbox->isReady(), qPrintable(sandbox->errorOutput()));
    const QString port = QString::number(sandbox->url().port());
    Stage stage(*sandbox);
    QVERIFY(stage.isReady());
    fillGuideForm(&stage.wizard);
    stage.wizard.showPage(WizardPages::Review);

    sandbox->kill();
    FormInput::click(&stage.wizard, u"create"_s);
    QTRY_VERIFY_WITH_TIMEOUT(FormInput::find(&stage.wizard, u"creationBanner"_s), 20'000);
    QVERIFY(stage.created.isEmpty());
    QCOMPARE(stage.wizard.form()->definition(), guideRequest());
    QCOMPARE(stage.wizard.page(), WizardPages::Review);

    sandbox = std::make_unique<SandboxProcess>(options + QStringList{u"--port"_s, port});
    QVERIFY2(sandbox->isReady(), qPrintable(sandbox->errorOutput()));
    // Whether the request left is the network's secret; when it is not known, a look comes first.
    if (FormInput::find(&stage.wizard, u"lookForIt"_s)) {
        FormInput::click(&stage.wizard, u"lookForIt"_s);
        QTRY_VERIFY_WITH_TIMEOUT(FormInput::find(&stage.wizard, u"create"_s)->isEnabled(), 20'000);
    }
    FormInput::click(&stage.wizard, u"create"_s);
    QVERIFY(stage.created.wait(20'000));
}

void TestWizard::looksBeforeItTriesAgain_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::newRow("created all the same") << true;
    QTest::newRow("not created") << false;
}

void TestWizard::looksBeforeItTriesAgain()
{
    QFETCH(const bool, isThere);
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    QSignalSpy created(wizard, &PipelineWizard::created);
    FormInput::type(wizard, u"name"_s, u"orders"_s);
    wizard->showPage(WizardPages::Review);

    stage.api.writeAnswer = Act::fault(Act::Kind::Close);
    FormInput::click(wizard, u"create"_s);
    QVERIFY(!stage.canCreate());
    QTRY_VERIFY(FormInput::find(wizard, u"lookForIt"_s));
    QVERIFY(!stage.canCreate());
    QVERIFY(!FormInput::find(wizard, u"createAndStart"_s)->isEnabled());
    if (isThere)
        stage.api.addPipeline(guideProject, u"p1"_s, u"orders"_s, u"r1"_s);

    FormInput::click(wizard, u"lookForIt"_s);
    QTRY_VERIFY(stage.canCreate());
    QCOMPARE(stage.creates(), 1);
    if (isThere) {
        FormInput::click(wizard, u"openFound"_s);
        QCOMPARE(created.size(), 1);
        QCOMPARE(created.first().first().value<PipelineKey>().pipeline, u"p1"_s);
        return;
    }
    QVERIFY(!FormInput::find(wizard, u"openFound"_s));
    stage.api.writeAnswer = Act::reply(201, R"({"streamingPipelineId":"p2","name":"orders"})");
    FormInput::click(wizard, u"create"_s);
    QVERIFY(created.wait());
    QCOMPARE(stage.creates(), 2);
}

void TestWizard::asksBeforeItDiscards()
{
    SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    QVERIFY2(sandbox.isReady(), qPrintable(sandbox.errorOutput()));
    Stage stage(sandbox);
    QVERIFY(stage.isReady());
    FormInput::type(&stage.wizard, u"name"_s, u"x"_s);
    QTest::keyClick(&stage.wizard, Qt::Key_Escape);
    auto *question = stage.wizard.findChild<QWidget *>(u"leaveQuestion"_s);
    QVERIFY(question);
    FormInput::click(question, u"stay"_s);
    QVERIFY(stage.wizard.isVisible());
    QCOMPARE(stage.wizard.form()->value(u"name"_s).toString(), u"x"_s);
    QTRY_VERIFY(!stage.wizard.findChild<QWidget *>(u"leaveQuestion"_s));

    QTest::keyClick(&stage.wizard, Qt::Key_Escape);
    FormInput::click(stage.wizard.findChild<QWidget *>(u"leaveQuestion"_s), u"leave"_s);
    QVERIFY(!stage.wizard.isVisible());
}

void TestWizard::explainsACancelledCreate()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    wizard->showPage(WizardPages::Review);
    stage.api.writeAnswer = Act::fault(Act::Kind::Silence);
    FormInput::click(wizard, u"create"_s);
    QTRY_COMPARE(stage.creates(), 1);
    FormInput::click(wizard, u"cancel"_s);
    auto *question = wizard->findChild<QWidget *>(u"leaveQuestion"_s);
    QVERIFY(question);
    QVERIFY(wizard->isVisible());
    FormInput::click(question, u"leave"_s);
    QVERIFY(!wizard->isVisible());
}

void TestWizard::warnsOfATakenNameAndRunner()
{
    SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    QVERIFY2(sandbox.isReady(), qPrintable(sandbox.errorOutput()));
    Stage first(sandbox);
    QVERIFY(first.isReady());
    fillGuideForm(&first.wizard);
    first.wizard.showPage(WizardPages::Review);
    FormInput::click(&first.wizard, u"create"_s);
    QVERIFY(first.created.wait());

    PipelineWizard second(&first.fleet, {first.account->id(), guideProject, guideEnvironment});
    second.show();
    QVERIFY(QTest::qWaitForWindowActive(&second));
    FormInput::type(&second, u"name"_s, u"my-streaming-pipeline"_s);
    const FormModel *form = second.form();
    QTRY_VERIFY(!text(form->indexOf(u"name"_s), FormModel::AdviceRole).isEmpty());
    QVERIFY(text(form->indexOf(u"agentId"_s), FormModel::AdviceRole)
                .contains(u"my-streaming-pipeline"_s));
}

void TestWizard::createsAndStarts()
{
    SandboxProcess sandbox({u"--seed"_s, u"guide"_s, u"--speed"_s, u"20"_s});
    QVERIFY2(sandbox.isReady(), qPrintable(sandbox.errorOutput()));
    Stage stage(sandbox);
    QVERIFY(stage.isReady());
    fillGuideForm(&stage.wizard);
    stage.wizard.showPage(WizardPages::Review);
    QSignalSpy accepted(&stage.fleet, &Fleet::commandAccepted);
    FormInput::click(&stage.wizard, u"createAndStart"_s);
    QVERIFY(stage.created.wait());
    const auto key = stage.created.first().first().value<PipelineKey>();
    QTRY_COMPARE(accepted.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(stage.fleet.pipelines()->state(key), PipelineState::Streaming,
                              30'000);
}

void TestWizard::pageListIsASoundModel()
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
    QCOMPARE(state(), WizardPages::State::Open); // no runner yet
    form.setValue(u"agentId"_s, u"2734aa6f-0c64-4d2b-9406-f44dc8f1f3b6"_s);
    QCOMPARE(state(), WizardPages::State::Done);
    form.setServerErrors({{u"name"_s, u"must be unique"_s}});
    QCOMPARE(state(), WizardPages::State::Problem);
}

QTEST_MAIN(TestWizard)
#include "tst_wizard.moc"
