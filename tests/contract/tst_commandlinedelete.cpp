// SPDX-License-Identifier: Apache-2.0
// delete: what it asks. The definition is kept.
#include "models/account/profilestore.h"
#include "models/json/jsontext.h"
#include "models/store/database/storedatabase.h"
#include "models/store/trash/trash.h"
#include "tests/contract/brokenproject.h"
#include "tests/contract/exchangestage.h"
#include "tests/support/faultserver.h"
#include "tests/support/guide.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QSettings>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;
using Does = BrokenProject::Does;

namespace {

// The entries of the trash that the window would show.
QList<TrashEntry> trashOf(const Shell &shell)
{
    StoreDatabase database(shell.dataFolder() + u"/Sluice/Sluice/sluice.sqlite"_s);
    Trash trash(&database);
    QObject context;
    std::optional<QList<TrashEntry>> entries;
    trash.list(&context, [&entries](const StoreResult<QList<TrashEntry>> &got) {
        if (got)
            entries = *got;
    });
    return QTest::qWaitFor([&entries] { return entries.has_value(); }) ? *entries
                                                                       : QList<TrashEntry>();
}

} // namespace

class TestCommandLineDelete : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheDefinition();
    void goesToTheTrashOfTheKnownAccount_data();
    void goesToTheTrashOfTheKnownAccount();
    void needsYesWithoutATerminal();
    void asksOnATerminal_data();
    void asksOnATerminal();
    void aProjectsNameFakesNoLine();
    void trashTellsWhatIsKnown_data();
    void trashTellsWhatIsKnown();
    void whatCannotBeKeptIsNotDeleted();
};

void TestCommandLineDelete::keepsTheDefinition()
{
    ExchangeStage stage;
    QVERIFY(stage.create(definition(u"orders"_s)));
    const QString id = stage.onServer()[0][u"streamingPipelineId"].toString();
    const Run run = stage.shell().run({u"delete"_s, exchangeProject, u"orders"_s, u"--yes"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.out, "Deleted orders (" + id.toUtf8() + ").\n");
    QVERIFY2(run.err.contains("trash"), run.err.constData());
    QVERIFY(stage.onServer().isEmpty());
    const QList<TrashEntry> entries = trashOf(stage.shell());
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0].name, u"orders"_s);
    QCOMPARE(entries[0].projectName, exchangeProject);
    QCOMPARE(entries[0].key.pipeline, id);
    QCOMPARE(entries[0].tableCount, 1);
    QVERIFY(entries[0].confirmed);
}

void TestCommandLineDelete::goesToTheTrashOfTheKnownAccount_data()
{
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<QString>("accountId");
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("the same") << u"%1"_s << QString() << true;
    QTest::newRow("another client") << u"other"_s << QString() << false;
    QTest::newRow("another account") << u"%1"_s << u"account-2"_s << false;
}

// The definition goes to the account under which the window shows it.
void TestCommandLineDelete::goesToTheTrashOfTheKnownAccount()
{
    QFETCH(QString, clientId);
    QFETCH(QString, accountId);
    QFETCH(bool, isKnown);
    ExchangeStage stage;
    SandboxProcess &sandbox = stage.shell().sandbox();
    Profile profile;
    profile.id = u"profile-of-the-window"_s;
    profile.name = u"PROD"_s;
    profile.baseUrl = sandbox.url();
    profile.tokenUrl = sandbox.tokenUrl();
    profile.clientId = clientId.contains(u'%') ? clientId.arg(sandbox.clientId()) : clientId;
    profile.accountId = accountId;
    stage.shell().set(u"XDG_CONFIG_HOME"_s, stage.path(u"config"_s));
    {
        QSettings settings(stage.path(u"config/Sluice/Sluice.conf"_s), QSettings::NativeFormat);
        ProfileStore(&settings).put(profile);
    }
    QVERIFY(stage.create(definition(u"orders"_s)));
    QCOMPARE(stage.shell().run({u"delete"_s, exchangeProject, u"orders"_s, u"--yes"_s}).code, 0);
    const QList<TrashEntry> entries = trashOf(stage.shell());
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0].key.account == profile.id, isKnown);
    QVERIFY(!entries[0].key.account.isEmpty());
}

void TestCommandLineDelete::needsYesWithoutATerminal()
{
    ExchangeStage stage;
    QVERIFY(stage.create(definition(u"orders"_s)));
    const Run run = stage.shell().run({u"delete"_s, exchangeProject, u"orders"_s});
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.contains("Say --yes to delete orders ("), run.err.constData());
    QCOMPARE(stage.onServer().size(), 1);
    QVERIFY(trashOf(stage.shell()).isEmpty());
}

void TestCommandLineDelete::asksOnATerminal_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("left");
    QTest::newRow("y") << QByteArray("y\n") << 0 << 0;
    QTest::newRow("yes") << QByteArray("YES\n") << 0 << 0;
    QTest::newRow("n") << QByteArray("n\n") << 1 << 1;
    QTest::newRow("return") << QByteArray("\n") << 1 << 1;
    QTest::newRow("something else") << QByteArray("orders\n") << 1 << 1;
    QTest::newRow("end of the input") << QByteArray("\x04") << 1 << 1;
    QTest::newRow("Ctrl-C") << QByteArray("\x03") << 130 << 1;
}

void TestCommandLineDelete::asksOnATerminal()
{
    QFETCH(QByteArray, answer);
    ExchangeStage stage;
    QVERIFY(stage.create(definition(u"orders"_s)));
    const Run run =
        stage.shell().runOnTerminal({u"delete"_s, exchangeProject, u"orders"_s}, answer);
    QVERIFY2(run.out.contains("Delete orders ("), run.out.constData());
    QVERIFY2(run.out.contains("of the project Test-project?"), run.out.constData());
    QTEST(run.code, "code");
    QTEST(int(stage.onServer().size()), "left");
    QCOMPARE(trashOf(stage.shell()).size(), 1 - stage.onServer().size());
}

void TestCommandLineDelete::aProjectsNameFakesNoLine()
{
    FaultServer server;
    server.setHandler([](const Seen &seen) {
        if (seen.path().endsWith("/projects"))
            return Act::reply(
                200, jsonText(QJsonObject{
                         {u"results"_s, QJsonArray{QJsonObject{{u"id"_s, guideProject},
                                                               {u"name"_s, u"a\nb"_s}}}}}));
        QJsonObject pipeline = definition(u"orders"_s);
        pipeline[u"streamingPipelineId"] = guidePipeline;
        return Act::reply(200, jsonText(pipeline));
    });
    Shell shell;
    shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    shell.setPlace({u"--url"_s, server.url().toString()});
    const Run run = shell.runOnTerminal({u"delete"_s, guideProject, guidePipeline}, "n\n");
    QCOMPARE(run.code, 1);
    QVERIFY2(run.out.contains("of the project a<U+000A>b?"), run.out.constData());
}

void TestCommandLineDelete::trashTellsWhatIsKnown_data()
{
    QTest::addColumn<Act>("answer");
    QTest::addColumn<int>("does");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("entries");
    QTest::addColumn<bool>("isConfirmed");
    const int all = int(Does::All);
    const int nothing = int(Does::Nothing);
    const int unseen = int(Does::AllUnseen);
    QTest::newRow("done") << Act::reply(204, {}) << all << 0 << 1 << true;
    QTest::newRow("done, and seen") << Act::reply(500) << all << 0 << 1 << true;
    const Act gone = Act::reply(404, R"({"title":"Not Found","status":404})");
    QTest::newRow("gone before") << gone << nothing << 0 << 1 << true;
    QTest::newRow("a gateway's 404") << Act::reply(404) << nothing << 1 << 0 << false;
    QTest::newRow("a bare 404, and gone") << Act::reply(404, {}) << all << 0 << 1 << true;
    QTest::newRow("unknown") << Act::reply(500) << unseen << 4 << 1 << false;
    QTest::newRow("a page") << Act::reply(200, "<html>Sign in</html>") << unseen << 4 << 1 << false;
    QTest::newRow("refused") << Act::reply(409) << nothing << 1 << 0 << false;
    QTest::newRow("not allowed") << Act::reply(403) << nothing << 3 << 0 << false;
    QTest::newRow("not done so far") << Act::reply(502) << nothing << 4 << 1 << false;
}

void TestCommandLineDelete::trashTellsWhatIsKnown()
{
    QFETCH(Act, answer);
    QFETCH(int, does);
    BrokenProject project(answer, Does(does));
    project.put(guidePipeline, definition(u"orders"_s));
    Shell shell;
    shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    shell.setPlace({u"--url"_s, project.server().url().toString()});
    const Run run = shell.run({u"delete"_s, guideProject, guidePipeline, u"--yes"_s});
    QTEST(run.code, "code");
    QCOMPARE(run.out.contains("Deleted"), run.code == 0);
    QCOMPARE(project.writes(), 1);
    const QList<TrashEntry> entries = trashOf(shell);
    QTEST(int(entries.size()), "entries");
    if (!entries.isEmpty())
        QTEST(entries[0].confirmed, "isConfirmed");
}

void TestCommandLineDelete::whatCannotBeKeptIsNotDeleted()
{
    ExchangeStage stage;
    QVERIFY(stage.create(definition(u"orders"_s)));
    QVERIFY(stage.write(u"no folder"_s, "x"));
    stage.shell().set(u"XDG_DATA_HOME"_s, stage.path(u"no folder"_s));
    const Run run = stage.shell().run({u"delete"_s, exchangeProject, u"orders"_s, u"--yes"_s});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains("nothing was deleted"), run.err.constData());
    QCOMPARE(stage.onServer().size(), 1);
}

SLUICE_TEST(TestCommandLineDelete, Core)
#include "tst_commandlinedelete.moc"
