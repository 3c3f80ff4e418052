// SPDX-License-Identifier: Apache-2.0
#include "models/account/account.h"
#include "models/api/client.h"
#include "models/document/pipelinedocument.h"
#include "models/fleet/actionfailures.h"
#include "models/fleet/table/pipelinemodel.h"
#include "models/form/formmodel.h"
#include "tests/support/faultserver.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowfixture.h"
#include "ui/editor/pipelineeditor.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// What the window says when the server refuses. Never a dialog.
class TestRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void nodeErrorOffersRetry();
    void refusedStartIsOneBanner();
    void refusedAccountNamesTheCause_data();
    void refusedAccountNamesTheCause();
    void anotherPipelinesSuccessKeepsTheQuestion();
    void quittingAsksBeforeWhatWaitsIsLost();
    void noProjectsIsExplained();
    void failedListsAreNotNoPipelines();

private:
    // Answers as an account with one project and one stopped pipeline.
    static Act smallAccount(const Seen &seen);
    static void addAccount(WindowFixture &f, const FaultServer &server);
    static void addSmallAccount(WindowFixture &f, const FaultServer &server); // waits for its row

    std::unique_ptr<Theme> m_theme;
};

void TestRefusals::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Mode::Light);
}

Act TestRefusals::smallAccount(const Seen &seen)
{
    const QByteArray path = seen.path();
    if (path.endsWith("/v1/projects"))
        return Act::reply(200, R"({"results":[{"id":"p1","name":"Small"}]})");
    if (path.endsWith("/environments"))
        return Act::reply(
            200, R"({"results":[{"name":"Env","defaultAgentId":"a1","defaultAgentName":"R1"}]})");
    if (path.endsWith("/streaming-pipelines"))
        return Act::reply(200, R"({"results":[{"streamingPipelineId":"s1","name":"tiny",
                                  "agentId":"a1","streamingSource":{"type":"postgres"},
                                  "streamingTarget":{"type":"s3"}}]})");
    if (path.endsWith("/status"))
        return Act::reply(200, R"({"status":"NOT_RUNNING"})");
    return Act::reply(200, R"({"results":[]})");
}

void TestRefusals::addAccount(WindowFixture &f, const FaultServer &server)
{
    Profile profile;
    profile.id = u"small"_s;
    profile.name = u"SMALL"_s;
    profile.baseUrl = server.url();
    profile.signIn = Profile::SignIn::Token;
    f.fleet()->addAccount(makeAccount(profile, u"abc"_s));
}

void TestRefusals::addSmallAccount(WindowFixture &f, const FaultServer &server)
{
    addAccount(f, server);
    QTRY_COMPARE(f.shownNames(), QStringList{u"tiny"_s});
}

void TestRefusals::nodeErrorOffersRetry()
{
    FaultServer server;
    bool refuse = true;
    server.setHandler([&refuse](const Seen &seen) {
        if (refuse && seen.path().endsWith("/environments"))
            return Act::reply(403, R"({"title":"Forbidden","status":403})");
        return smallAccount(seen);
    });
    WindowFixture f(m_theme.get());
    addSmallAccount(f, server);
    const QPersistentModelIndex project = f.node(u"Small"_s);
    f.tree()->expand(project);
    f.tree()->setCurrentIndex(project);
    const auto state = [&project] {
        return LoadState(project.data(NavigationModel::LoadStateRole).toInt());
    };
    QTRY_COMPARE(state(), LoadState::Failed);
    QVERIFY(!project.data(NavigationModel::ErrorRole).toString().isEmpty());
    QTRY_VERIFY(f.action(u"retryAction"_s)->isEnabled());

    refuse = false;
    f.tree()->setFocus();
    QTest::keyClick(f.tree(), Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(state(), LoadState::Loaded);
    QTRY_VERIFY(f.node(u"Env"_s).isValid());
    QVERIFY(!f.action(u"retryAction"_s)->isEnabled());
}

void TestRefusals::refusedStartIsOneBanner()
{
    FaultServer server;
    server.setHandler([](const Seen &seen) {
        return seen.method == "POST" ? Act::reply(409, R"({"title":"Conflict","status":409,
                                                   "detail":"The pipeline is not stopped."})")
                                     : smallAccount(seen);
    });
    WindowFixture f(m_theme.get());
    addSmallAccount(f, server);
    QTRY_COMPARE(f.badge(u"tiny"_s), Badge::Stopped);
    QVERIFY(f.select({u"tiny"_s}));
    for (int i = 1; i <= 2; ++i) {
        QVERIFY(f.trigger(u"startAction"_s));
        QTRY_COMPARE(server.count("POST"), i);
        QTRY_COMPARE(f.badge(u"tiny"_s), Badge::Stopped);
        QTRY_COMPARE(f.banners().size(), 1);
        QTRY_VERIFY(f.action(u"startAction"_s)->isEnabled());
    }
    QVERIFY(!QApplication::activeModalWidget());
}

// While the account has to wait, a command is only wished for.
void TestRefusals::quittingAsksBeforeWhatWaitsIsLost()
{
    FaultServer server;
    bool refuse = false;
    server.setHandler([&refuse](const Seen &seen) {
        return refuse ? Act::reply(429, R"({"title":"slow down"})", {{"Retry-After", "300"}})
                      : smallAccount(seen);
    });
    WindowFixture f(m_theme.get());
    addSmallAccount(f, server);
    QTRY_COMPARE(f.badge(u"tiny"_s), Badge::Stopped);
    refuse = true;
    QSignalSpy paused(f.fleet()->client(u"small"_s), &Client::paused);
    f.fleet()->refreshAll();
    QTRY_VERIFY(!paused.isEmpty());
    QVERIFY(f.select({u"tiny"_s}));
    QVERIFY(f.trigger(u"startAction"_s));
    QTRY_COMPARE(f.fleet()->unsentWrites(), 1);
    QVERIFY(!f.window()->close());
    auto *question = f.window()->findChild<QDialog *>(u"unsentQuestion"_s);
    QVERIFY(question && question->isVisible());
    question->reject();
    QVERIFY(f.window()->isVisible());
    QTRY_VERIFY(!f.window()->findChild<QDialog *>(u"unsentQuestion"_s));

    // With unsaved edits as well, each question comes once, and the first answer holds for one
    // try to close.
    QVERIFY(f.trigger(u"openAction"_s));
    auto *editor = f.window()->findChild<PipelineEditor *>();
    QVERIFY(editor && editor->document()->form()->setValue(u"name"_s, u"renamed"_s));
    const auto giveUpUnsent = [&f] {
        f.window()->close();
        auto *asked = f.window()->findChild<QDialog *>(u"unsentQuestion"_s);
        if (asked)
            asked->accept();
        return asked != nullptr;
    };
    const auto editsQuestion = [&f] {
        return f.window()->findChild<QDialog *>(u"closeQuestion"_s);
    };
    QVERIFY(giveUpUnsent());
    QTRY_VERIFY(editsQuestion());
    editsQuestion()->reject();
    QTRY_VERIFY(!editsQuestion() && !f.window()->findChild<QDialog *>(u"unsentQuestion"_s));
    QVERIFY(giveUpUnsent());
    QTRY_VERIFY(editsQuestion());
    editsQuestion()->findChild<QPushButton *>(u"discardEdits"_s)->click();
    QTRY_VERIFY(!f.window()->isVisible());
    QCOMPARE(server.count("POST"), 0);
}

void TestRefusals::refusedAccountNamesTheCause_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("word");
    QTest::newRow("401") << 401 << u"did not accept the sign-in"_s;
    QTest::newRow("403") << 403 << u"may not do this"_s;
}

void TestRefusals::refusedAccountNamesTheCause()
{
    QFETCH(const int, status);
    QFETCH(const QString, word);
    FaultServer server;
    bool refuse = false;
    server.setHandler([&](const Seen &seen) {
        return refuse ? Act::reply(status, R"({"title":"no"})") : smallAccount(seen);
    });
    WindowFixture f(m_theme.get());
    addSmallAccount(f, server);
    QTRY_COMPARE(f.badge(u"tiny"_s), Badge::Stopped);
    refuse = true;
    f.fleet()->refreshAll();
    QTRY_VERIFY_WITH_TIMEOUT(f.allOutdated(), 20'000);
    QTRY_COMPARE(f.banners().size(), 1);
    QSignalSpy checked(f.fleet()->poller(u"small"_s), &StatusPoller::checked);
    QVERIFY(checked.wait(20'000));
    QCOMPARE(f.banners().size(), 1); // the lists' notice is the same
    const auto labels = f.banners().constFirst()->findChildren<QLabel *>();
    QString text;
    for (const QLabel *label : labels)
        text += label->text();
    QVERIFY2(text.contains(word), qPrintable(text));
    QVERIFY2(!text.contains(u"No connection"_s), qPrintable(text));
    refuse = false;
    f.fleet()->refreshAll();
    QTRY_VERIFY_WITH_TIMEOUT(f.banners().isEmpty(), 20'000);
}

void TestRefusals::anotherPipelinesSuccessKeepsTheQuestion()
{
    Fleet fleet;
    ActionFailures failures(&fleet);
    QSignalSpy raised(&failures, &ActionFailures::raised);
    QSignalSpy cleared(&failures, &ActionFailures::cleared);
    const PipelineKey one{u"acc"_s, u"p"_s, u"1"_s};
    const PipelineKey two{u"acc"_s, u"p"_s, u"2"_s};
    ApiError error;
    error.kind = ApiError::Kind::NoAnswer;
    error.effect = Effect::Unknown;
    Q_EMIT fleet.actionFailed(one, u"stop one"_s, error);
    Q_EMIT fleet.actionFailed(two, u"stop two"_s, error);
    QCOMPARE(raised.size(), 2);
    Q_EMIT fleet.commandAccepted(two, PipelineCommand::Stop);
    QCOMPARE(cleared.size(), 0);
    QCOMPARE(raised.size(), 3);
    const auto left = raised.last().first().value<Notice>();
    QVERIFY(left.fact.contains(u"stop one"_s));
    QVERIFY(!left.details.contains(u"stop two"_s));
    Q_EMIT fleet.commandAccepted(one, PipelineCommand::Stop);
    QCOMPARE(cleared.size(), 1);
}

void TestRefusals::noProjectsIsExplained()
{
    FaultServer server;
    server.setHandler([](const Seen &) { return Act::reply(200, R"({"results":[]})"); });
    WindowFixture f(m_theme.get());
    addAccount(f, server);
    auto *empty = f.table()->findChild<EmptyState *>();
    QTRY_VERIFY(empty->isVisible());
    QTRY_VERIFY(empty->findChild<QLabel *>()->text().contains(u"no projects"_s));
    QVERIFY(!empty->button()->isVisible());
}

void TestRefusals::failedListsAreNotNoPipelines()
{
    FaultServer server;
    server.setHandler([](const Seen &seen) {
        return seen.path().endsWith("/streaming-pipelines")
                   ? Act::reply(403, R"({"title":"Forbidden","status":403})")
                   : smallAccount(seen);
    });
    WindowFixture f(m_theme.get());
    addAccount(f, server);
    auto *empty = f.table()->findChild<EmptyState *>();
    QTRY_VERIFY(empty->isVisible());
    QTRY_VERIFY(empty->findChild<QLabel *>()->text().contains(u"could not be read"_s));
    QTRY_COMPARE(f.banners().size(), 1);
}

SLUICE_TEST(TestRefusals, Widgets)
#include "tst_refusals.moc"
