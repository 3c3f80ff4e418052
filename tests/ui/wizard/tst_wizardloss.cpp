// SPDX-License-Identifier: Apache-2.0
#include "models/store/localstore.h"
#include "tests/support/forminput.h"
#include "tests/support/guideform.h"
#include "tests/support/testprogram.h"
#include "tests/support/wizardfixture.h"
#include "ui/widgets/questionbox.h"

#include <QAbstractItemView>
#include <QJsonArray>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// Nothing that was typed is lost or sent unseen: drafts, lost answers, dead servers, Cancel.
class TestWizardLoss : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsNothingLessThanWasTyped();
    void asksForATableThatIsTypedOnly();

    void losesNothingWhenTheServerDies();
    void asksAboutWhatWasRefused_data();
    void asksAboutWhatWasRefused();
    void looksBeforeItTriesAgain_data();
    void looksBeforeItTriesAgain();
    void pressedTwiceItMakesOne();
    void asksAgainWhenTheLookFails();
    void explainsACancelledCreate();
    void saysWhatIsKnownToWhoLeaves();
    void itsDraftKnowsWhatLeft_data();
    void itsDraftKnowsWhatLeft();
    void looksForWhatAFormerOneSent_data();
    void looksForWhatAFormerOneSent();
    void endsItsDraftWhenLeftUnderWay_data();
    void endsItsDraftWhenLeftUnderWay();
    void asksBeforeItDiscards();
    void goesOnWithMarksAndTicks();
};

// A property that is none yet cannot be sent: it is marked, counted, kept, and asked for.
void TestWizardLoss::createsNothingLessThanWasTyped()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    const FormModel *form = wizard->form();
    const QString path = u"streamingSource.connection.jdbcProperties"_s;
    wizard->showPage(WizardPages::SourceType);
    FormInput::click(wizard, u"streamingSource.type.sqlserver"_s);
    wizard->showPage(WizardPages::SourceConnection);
    for (const auto &key : {u"host"_s, u"database"_s, u"username"_s})
        FormInput::type(wizard, u"streamingSource.connection."_s + key, u"db"_s);
    FormInput::reference(wizard, u"streamingSource.connection.password"_s, u"Azure Key Vault"_s,
                         u"vault"_s, u"pw"_s);
    FormInput::addProperty(wizard, path, u"encrypt"_s, u"Text"_s, u"yes"_s);
    FormInput::addProperty(wizard, path, u"lockTimeout"_s, u"Number"_s, u"soon"_s);
    FormInput::click(wizard, u"next"_s);
    const auto problems = [wizard] { return problemsOf(*wizard, WizardPages::SourceConnection); };
    QCOMPARE(problems(), 1);
    QVERIFY(text(form->indexOf(path)).contains(u"number"_s));

    wizard->showPage(WizardPages::Review);
    QVERIFY(!stage.canCreate());
    FormInput::click(wizard, u"problemLink."_s + path);
    QCOMPARE(wizard->page(), WizardPages::SourceConnection);
    QCOMPARE(focused(), path);

    wizard->showPage(WizardPages::SourceType);
    FormInput::click(wizard, u"streamingSource.type.mysql"_s);
    QCOMPARE(problems(), 0);
    FormInput::click(wizard, u"streamingSource.type.sqlserver"_s);
    QCOMPARE(problems(), 1);
    wizard->showPage(WizardPages::SourceConnection);
    auto *grid = FormInput::find<QAbstractItemView>(wizard, path);
    QCOMPARE(grid->model()->rowCount(), 3); // and the one to add with
    QCOMPARE(grid->model()->index(1, 2).data().toString(), u"soon"_s);

    grid->setFocus();
    grid->setCurrentIndex(grid->model()->index(1, 0));
    QTest::keyClick(grid, Qt::Key_Delete);
    QCOMPARE(problems(), 0);
    QCOMPARE(form->value(path).toObject(), (QJsonObject{{u"encrypt"_s, u"yes"_s}}));
    wizard->showPage(WizardPages::Review);
    QVERIFY(stage.canCreate());
}

void TestWizardLoss::asksForATableThatIsTypedOnly()
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

void TestWizardLoss::losesNothingWhenTheServerDies()
{
    QTemporaryDir data;
    QVERIFY(data.isValid());
    const QStringList options{u"--data"_s, data.path()};
    SandboxStage stage(options);
    QVERIFY2(stage.isReady(), qPrintable(stage.sandbox.errorOutput()));
    const QString port = QString::number(stage.sandbox.url().port());
    fillGuideForm(&stage.wizard);
    stage.wizard.showPage(WizardPages::Review);

    stage.sandbox.kill();
    FormInput::click(&stage.wizard, u"create"_s);
    QTRY_VERIFY_WITH_TIMEOUT(FormInput::find(&stage.wizard, u"creationBanner"_s), 20'000);
    QVERIFY(stage.created.isEmpty());
    QCOMPARE(stage.wizard.form()->definition(), guideRequest());
    QCOMPARE(stage.wizard.page(), WizardPages::Review);

    SandboxProcess again(QStringList{u"--seed"_s, u"guide"_s, u"--port"_s, port} + options);
    QVERIFY2(again.isReady(), qPrintable(again.errorOutput()));
    // It is not always known whether the request left; then the wizard looks first.
    if (FormInput::find(&stage.wizard, u"lookForIt"_s)) {
        FormInput::click(&stage.wizard, u"lookForIt"_s);
        QTRY_VERIFY_WITH_TIMEOUT(FormInput::find(&stage.wizard, u"create"_s)->isEnabled(), 20'000);
    }
    FormInput::click(&stage.wizard, u"create"_s);
    QVERIFY(stage.created.wait(20'000));
}

void TestWizardLoss::asksAboutWhatWasRefused_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 403, 404, 409, 413, 422, 429})
        QTest::addRow("%d", status) << status;
}

// It came from the clipboard and nobody typed in it. But it was sent, so the user wants it.
void TestWizardLoss::asksAboutWhatWasRefused()
{
    QFETCH(const int, status);
    PeerStage stage;
    QVERIFY(stage.isReady());
    const QTemporaryDir dir;
    LocalStore store(dir.filePath(u"store.sqlite"_s));
    PipelineWizard *wizard = stage.wizard.get();
    wizard->keepIn(&store);
    wizard->beginWith(guideRequest());
    wizard->reject();
    QVERIFY(!wizard->isVisible()); // untouched: nothing to ask
    wizard->open();
    wizard->showPage(WizardPages::Review);

    stage.api.writeAnswer = Act::reply(status);
    FormInput::click(wizard, u"create"_s);
    QTRY_VERIFY(FormInput::find(wizard, u"creationBanner"_s));
    QTRY_VERIFY(FormInput::find(wizard, u"cancel"_s)->isEnabled());
    QTest::keyClick(wizard, Qt::Key_Escape);
    auto *question = wizard->findChild<QuestionBox *>(u"leaveQuestion"_s);
    QVERIFY(question && question->isVisible());
    std::optional<QList<Draft>> kept;
    store.drafts()->flush();
    store.drafts()->all(this, [&kept](const auto &all) {
        QVERIFY(all);
        kept = *all;
    });
    QTRY_VERIFY(kept.has_value());
    QCOMPARE(kept->size(), 1);
    QCOMPARE(kept->constFirst().edited.value(u"name"_s), guideRequest().value(u"name"_s));
}

// Answers that do not tell whether the pipeline was created.
void TestWizardLoss::looksBeforeItTriesAgain_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<bool>("isThere");
    const auto row = [](const char *name, const Act &act, bool isBoth = false) {
        QTest::addRow("%s, created", name) << act << true;
        if (isBoth)
            QTest::addRow("%s, not created", name) << act << false;
    };
    for (const int status : {500, 503, 520, 522, 524, 408, 499})
        row(QByteArray::number(status).constData(), Act::reply(status, "<html>"), status == 500);
    row("200 page", Act::reply(200, "<html>Sign in</html>"), true);
    row("201 empty", Act::reply(201, {}));
    row("202 empty", Act::reply(202, {}));
    const QByteArray whole = R"({"streamingPipelineId":"p1"})";
    row("201 broken", Act::reply(201, whole.chopped(1)), true);
    row("201 {}", Act::reply(201, "{}"));
    row("closed", Act::fault(Act::Kind::Close), true);
    row("cut", Act::fault(Act::Kind::HalfBody, 201));
}

void TestWizardLoss::looksBeforeItTriesAgain()
{
    QFETCH(const Act, act);
    QFETCH(const bool, isThere);
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    QSignalSpy created(wizard, &PipelineWizard::created);
    FormInput::type(wizard, u"name"_s, u"orders"_s);
    wizard->showPage(WizardPages::Review);

    stage.api.ahead = [&stage, act, isThere](const Seen &seen) -> std::optional<Act> {
        if (seen.method != "POST")
            return {};
        if (isThere)
            stage.create(seen.body);
        return act;
    };
    FormInput::click(wizard, u"create"_s);
    QVERIFY(!stage.canCreate());
    QVERIFY(!FormInput::find(wizard, u"createAndStart"_s)->isEnabled());
    if (isThere) { // found, and that is the end of it
        QTRY_COMPARE(created.size(), 1);
        QVERIFY(!wizard->isVisible());
        QCOMPARE(stage.creates(), 1);
        return;
    }
    QTRY_VERIFY_WITH_TIMEOUT(stage.canCreate(), 20'000);
    const QString told = FormInput::find(wizard, u"creationBanner"_s)->accessibleName();
    QVERIFY2(told.contains(u"not known whether"_s) && told.contains(u"looked up"_s),
             qPrintable(told));
    QVERIFY(created.isEmpty());
    stage.api.ahead = {};
    stage.api.writeAnswer = Act::reply(201, R"({"streamingPipelineId":"p2","name":"orders"})");
    FormInput::click(wizard, u"create"_s);
    QVERIFY(created.wait());
    QCOMPARE(stage.creates(), 2);
}

// A server that was still at work when it was looked at: the second press finds the pipeline.
void TestWizardLoss::pressedTwiceItMakesOne()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    QSignalSpy created(wizard, &PipelineWizard::created);
    FormInput::type(wizard, u"name"_s, u"orders"_s);
    wizard->showPage(WizardPages::Review);
    QByteArray sent;
    stage.api.ahead = [&sent](const Seen &seen) -> std::optional<Act> {
        if (seen.method != "POST")
            return {};
        sent = seen.body;
        return Act::reply(504, "<html>");
    };
    FormInput::click(wizard, u"create"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.canCreate(), 20'000);
    stage.create(sent); // late
    FormInput::click(wizard, u"create"_s);
    QTRY_VERIFY(FormInput::find(wizard, u"openFound"_s));
    QCOMPARE(stage.creates(), 1);
    QVERIFY(!stage.canCreate());

    // The user decides that one more pipeline of this name is wanted.
    FormInput::click(wizard, u"createAnother"_s);
    QVERIFY(stage.canCreate());
    QCOMPARE(stage.creates(), 1);
    FormInput::click(wizard, u"create"_s);
    QTRY_COMPARE(stage.creates(), 2);
}

void TestWizardLoss::asksAgainWhenTheLookFails()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    QSignalSpy created(wizard, &PipelineWizard::created);
    FormInput::type(wizard, u"name"_s, u"orders"_s);
    wizard->showPage(WizardPages::Review);
    stage.api.ahead = [&stage](const Seen &seen) -> std::optional<Act> {
        if (seen.method != "POST")
            return {};
        stage.create(seen.body);
        stage.api.refusals["/streaming-pipelines"] = 403;
        return Act::reply(500, "boom");
    };
    FormInput::click(wizard, u"create"_s);
    QTRY_VERIFY(FormInput::find(wizard, u"lookForIt"_s));
    const QString told = FormInput::find(wizard, u"creationBanner"_s)->accessibleName();
    QVERIFY2(told.contains(u"not known whether the pipeline was created"_s), qPrintable(told));
    QVERIFY(!stage.canCreate());
    FormInput::click(wizard, u"cancel"_s); // whoever leaves now is told, too
    auto *question = wizard->findChild<QWidget *>(u"leaveQuestion"_s);
    QVERIFY(question);
    const QList<QLabel *> labels = question->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().contains(u"not known whether the pipeline was created"_s);
    }));
    FormInput::click(question, u"stay"_s);
    stage.api.refusals.clear();
    FormInput::click(wizard, u"lookForIt"_s);
    QTRY_COMPARE(created.size(), 1);
    QCOMPARE(stage.creates(), 1);
}

void TestWizardLoss::explainsACancelledCreate()
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

// "As far as is known" only where something was sent and nobody knows what became of it.
void TestWizardLoss::saysWhatIsKnownToWhoLeaves()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    PipelineWizard *wizard = stage.wizard.get();
    FormInput::type(wizard, u"name"_s, u"orders"_s);
    const auto saysAsFarAsIsKnown = [wizard] {
        QTest::keyClick(wizard, Qt::Key_Escape);
        auto *question = wizard->findChild<QuestionBox *>(u"leaveQuestion"_s);
        if (!question)
            QTest::qFail("Nothing was asked", __FILE__, __LINE__);
        const QString detail = question ? question->detail() : QString();
        FormInput::click(question, u"stay"_s);
        if (!QTest::qWaitFor([wizard] {
                return wizard->findChild<QuestionBox *>(u"leaveQuestion"_s) == nullptr;
            }) ||
            !detail.contains(u"othing was created"_s))
            QTest::qFail(qPrintable(detail), __FILE__, __LINE__);
        return detail.contains(u"As far as is known"_s);
    };
    QVERIFY(!saysAsFarAsIsKnown()); // nothing was sent

    wizard->showPage(WizardPages::Review);
    stage.api.writeAnswer = Act::reply(400);
    FormInput::click(wizard, u"create"_s);
    QTRY_VERIFY(FormInput::find(wizard, u"creationBanner"_s));
    QTRY_VERIFY(FormInput::find(wizard, u"cancel"_s)->isEnabled());
    QVERIFY(!saysAsFarAsIsKnown()); // it was refused

    wizard->showPage(WizardPages::Review);
    stage.api.writeAnswer = Act::reply(500);
    FormInput::click(wizard, u"create"_s);
    QTRY_COMPARE(stage.creates(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(stage.canCreate(), 20'000);
    QVERIFY(saysAsFarAsIsKnown()); // a look found nothing
}

void TestWizardLoss::itsDraftKnowsWhatLeft_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("refused") << Act::reply(400) << true;
    QTest::newRow("too many") << Act::reply(429) << true;
    QTest::newRow("nothing of it seen") << Act::reply(500) << false;
    QTest::newRow("closed") << Act::fault(Act::Kind::Close) << false;
}

// What is on disk, whenever the program ends.
void TestWizardLoss::itsDraftKnowsWhatLeft()
{
    QFETCH(const Act, act);
    QFETCH(const bool, isKnown);
    PeerStage stage;
    QVERIFY(stage.isReady());
    const QTemporaryDir dir;
    LocalStore store(dir.filePath(u"store.sqlite"_s));
    PipelineWizard *wizard = stage.wizard.get();
    wizard->keepIn(&store);
    std::optional<SentCreate> kept;
    const auto look = [this, &store, &kept] {
        kept.reset();
        store.drafts()->all(this, [&kept](const auto &all) {
            kept = all && !all->isEmpty() ? all->constFirst().sent : SentCreate();
        });
        if (!QTest::qWaitFor([&kept] { return kept.has_value(); }))
            QTest::qFail("The store gave no answer", __FILE__, __LINE__);
        return kept.value_or(SentCreate());
    };
    const SentCreate sent{stage.account->id(), guideProject, u"orders"_s};
    FormInput::type(wizard, u"name"_s, u"orders"_s);
    wizard->showPage(WizardPages::Review);
    QCOMPARE(look(), SentCreate());
    SentCreate meanwhile;
    stage.api.ahead = [&look, &meanwhile, act](const Seen &seen) -> std::optional<Act> {
        if (seen.method != "POST")
            return {};
        meanwhile = look();
        return act;
    };
    FormInput::click(wizard, u"create"_s);
    QTRY_COMPARE(stage.creates(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(stage.canCreate(), 20'000);
    QCOMPARE(meanwhile, sent);
    QCOMPARE(look(), isKnown ? SentCreate() : sent);
}

void TestWizardLoss::looksForWhatAFormerOneSent_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<bool>("canLook");
    QTest::newRow("there") << true << true;
    QTest::newRow("not there") << false << true;
    QTest::newRow("not readable") << true << false;
}

// The program ended in the middle of a create.
void TestWizardLoss::looksForWhatAFormerOneSent()
{
    QFETCH(const bool, isThere);
    QFETCH(const bool, canLook);
    PeerStage stage;
    QVERIFY(stage.isReady());
    if (isThere)
        stage.create(R"({"name":"orders"})");
    if (!canLook)
        stage.api.refusals["/streaming-pipelines"] = 403;
    PipelineWizard *wizard = stage.wizard.get();
    QSignalSpy created(wizard, &PipelineWizard::created);
    Draft draft;
    draft.edited = {{u"name"_s, u"orders"_s}};
    draft.page = QString::number(WizardPages::Review);
    draft.sent = {stage.account->id(), guideProject, u"orders"_s};
    wizard->goOnWith(draft);
    const auto told = [wizard] {
        const auto *banner = FormInput::find(wizard, u"creationBanner"_s);
        return banner ? banner->accessibleName() : QString();
    };
    QTRY_VERIFY_WITH_TIMEOUT(told().contains(u"not known whether the pipeline was created"_s),
                             20'000);
    QVERIFY2(told().contains(u"sent earlier"_s), qPrintable(told()));
    QCOMPARE(stage.creates(), 0);
    if (!canLook) {
        QVERIFY(!stage.canCreate());
        stage.api.refusals.clear();
        FormInput::click(wizard, u"lookForIt"_s);
        QTRY_VERIFY(FormInput::find(wizard, u"openFound"_s));
    }
    if (isThere) {
        QVERIFY(!stage.canCreate());
        FormInput::click(wizard, u"openFound"_s);
        QCOMPARE(created.size(), 1);
        QCOMPARE(created.first().first().value<PipelineKey>().pipeline, u"p1"_s);
        QCOMPARE(stage.creates(), 0);
        return;
    }
    QTRY_VERIFY(stage.canCreate());
    stage.create(R"({"name":"orders"})"); // late
    FormInput::click(wizard, u"create"_s);
    QTRY_VERIFY(FormInput::find(wizard, u"openFound"_s));
    QCOMPARE(stage.creates(), 0);
}

void TestWizardLoss::endsItsDraftWhenLeftUnderWay_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<int>("drafts");
    QTest::newRow("created") << Act::reply(201, R"({"streamingPipelineId":"p","name":"orders"})")
                             << 0;
    QTest::newRow("refused") << Act::reply(400) << 1;
}

// A user who closes the wizard while the request is on its way is not told of the answer. The draft
// is kept or removed by it.
void TestWizardLoss::endsItsDraftWhenLeftUnderWay()
{
    QFETCH(const Act, act);
    QFETCH(const int, drafts);
    PeerStage stage;
    QVERIFY(stage.isReady());
    const QTemporaryDir dir;
    LocalStore store(dir.filePath(u"store.sqlite"_s));
    PipelineWizard *wizard = stage.wizard.get();
    wizard->keepIn(&store);
    QSignalSpy created(wizard, &PipelineWizard::created);
    QSignalSpy kept(wizard, &PipelineWizard::keptAsDraft);
    QSignalSpy left(wizard, &PipelineWizard::leftForGood);
    FormInput::type(wizard, u"name"_s, u"orders"_s);
    wizard->showPage(WizardPages::Review);
    // Whatever is sent is answered only once the wizard is closed.
    stage.api.ahead = [wizard, act](const Seen &seen) -> std::optional<Act> {
        if (seen.method != "POST")
            return {};
        FormInput::click(wizard, u"cancel"_s);
        FormInput::click(wizard->findChild<QWidget *>(u"leaveQuestion"_s), u"leave"_s);
        return act;
    };
    FormInput::click(wizard, u"create"_s);
    QTRY_COMPARE(left.size(), 1);
    QVERIFY(!wizard->isVisible());
    QVERIFY(created.isEmpty());
    QCOMPARE(kept.size(), drafts);
    std::optional<qsizetype> count;
    store.drafts()->all(this, [&count](const auto &all) {
        QVERIFY(all);
        count = all->size();
    });
    QTRY_VERIFY(count.has_value());
    QCOMPARE(*count, drafts);
}

void TestWizardLoss::asksBeforeItDiscards()
{
    SandboxStage stage;
    QVERIFY2(stage.isReady(), qPrintable(stage.sandbox.errorOutput()));
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

void TestWizardLoss::goesOnWithMarksAndTicks()
{
    PeerStage stage;
    QVERIFY(stage.isReady());
    QJsonObject typed = guideRequest();
    typed.remove(u"name"_s);
    QJsonObject source = typed[u"streamingSource"_s].toObject();
    QJsonObject connection = source[u"connection"_s].toObject();
    connection[u"port"_s] = 99999;
    connection.remove(u"host"_s);
    source[u"connection"_s] = connection;
    typed[u"streamingSource"_s] = source;
    Draft draft;
    draft.edited = typed;
    draft.page = QString::number(WizardPages::SourceConnection);
    PipelineWizard *wizard = stage.wizard.get();
    wizard->goOnWith(draft);
    QCOMPARE(wizard->page(), WizardPages::SourceConnection);
    QCOMPARE(problemsOf(*wizard, WizardPages::Basics), 1); // the name
    QCOMPARE(stateOf(*wizard, WizardPages::SourceType), WizardPages::State::Done);
    QCOMPARE(problemsOf(*wizard, WizardPages::SourceConnection), 1); // not the missing host
    QVERIFY(!text(wizard->form()->indexOf(u"streamingSource.connection.port"_s)).isEmpty());
    QCOMPARE(stateOf(*wizard, WizardPages::Tables), WizardPages::State::Open); // was not left
}

SLUICE_TEST(TestWizardLoss, Widgets)
#include "tst_wizardloss.moc"
