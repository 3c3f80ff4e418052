// SPDX-License-Identifier: Apache-2.0
// No verb prints a planted secret, whatever the server answers.
#include "app/commandline/arguments/arguments.h"
#include "tests/contract/shell.h"
#include "tests/support/faultserver.h"
#include "tests/support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

// Holds characters that forms and JSON encode in different ways.
QByteArray plantedSecret()
{
    return "planted+secret/&\"<value>%=9f3c";
}

QByteArray plantedToken()
{
    return "planted-token.7ac1e0-value";
}

// Every way to write the secret in a text.
QList<QByteArray> spellings()
{
    return {plantedSecret(), plantedSecret().toPercentEncoding(),
            plantedSecret().replace("\"", "\\\""), plantedToken()};
}

QByteArray json(const QByteArray &text)
{
    return '"' + QByteArray(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
}

// A body that repeats the request in every field that the client reads.
QByteArray echo(const Seen &seen)
{
    const QByteArray words = json("you sent " + seen.header("authorization") + ' ' + seen.body);
    return R"({"title":)" + words + R"(,"detail":)" + words + R"(,"error_description":)" + words +
           R"(,"validation-errors":[{"field":)" + words + R"(,"message":)" + words +
           R"(}],"violations":[)" + words + "]}";
}

QStringList operandsOf(const VerbInfo &verb, const QString &folder)
{
    QStringList words;
    for (const Operand &operand : verb.operands) {
        switch (operand.kind) {
        case OperandKind::File:
        case OperandKind::FileOrFolder: words += Shell::guidePath("create-request.json"); break;
        case OperandKind::Folder: words += folder; break;
        case OperandKind::State: words += u"STREAMING"_s; break;
        default: words += guideProject; break;
        }
    }
    return words;
}

// The options that change how a verb prints its output.
QList<QStringList> formsOf(const VerbInfo &verb)
{
    QStringList common;
    if (verb.options.contains(OptionId::Yes) && verb.verb != CommandVerb::Export)
        common += u"--yes"_s;
    if (verb.verb == CommandVerb::Watch)
        common += {u"--until"_s, u"STREAMING"_s};
    if (verb.verb == CommandVerb::Wait || verb.verb == CommandVerb::Watch)
        common += {u"--timeout"_s, u"1"_s};
    QList<QStringList> forms{common};
    if (verb.options.contains(OptionId::Json))
        forms += common + QStringList{u"--json"_s};
    if (verb.options.contains(OptionId::Output))
        forms += common + QStringList{u"--output"_s, u"yaml"_s};
    return forms;
}

// A verb in one of its forms, and its run while it lasts.
struct VerbRun {
    const VerbInfo *verb;
    QStringList form;
    std::unique_ptr<QProcess> process;
};

std::vector<VerbRun> verbRuns()
{
    std::vector<VerbRun> runs;
    for (const VerbInfo &verb : commandVerbs()) {
        if (!verb.needsServer())
            continue;
        const QList<QStringList> forms = formsOf(verb);
        for (const QStringList &form : forms)
            runs.push_back({&verb, form, {}});
    }
    return runs;
}

// A start or stop with the answer 500 may have been done, and while one waits a server may recover.
// All other verbs fail at their first read.
int codeOf(const VerbInfo &verb, int usual, bool isServerAtFault)
{
    if (usual != 1 || !isServerAtFault)
        return usual;
    if (verb.verb == CommandVerb::Start || verb.verb == CommandVerb::Stop)
        return 4;
    return verb.verb == CommandVerb::Wait ? 7 : usual;
}

} // namespace

class TestCommandLineSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void goodServer();
    void echoingServer_data();
    void echoingServer();
    void echoingSignIn_data();
    void echoingSignIn();

private:
    // Runs every verb, with each format, and checks all its output.
    void runAll(int code, const QList<QByteArray> &planted, bool isServerAtFault = false);
    void set(const QString &variable, const QString &value);
    void signInWithClient();

    // As many run at once. Each has a home of its own: two runs on one project wait for each other.
    std::array<Shell, 4> m_shells;
    FaultServer m_server;
    QTemporaryDir m_folder;
};

void TestCommandLineSecrets::init()
{
    for (Shell &shell : m_shells) {
        shell = Shell();
        shell.setPlace({u"--url"_s, m_server.url().toString(), u"--token-url"_s,
                        m_server.url(u"/token"_s).toString()});
    }
}

void TestCommandLineSecrets::set(const QString &variable, const QString &value)
{
    for (Shell &shell : m_shells)
        shell.set(variable, value);
}

void TestCommandLineSecrets::signInWithClient()
{
    set(u"MAIA_CLIENT_ID"_s, u"client"_s);
    set(u"MAIA_CLIENT_SECRET"_s, QString::fromUtf8(plantedSecret()));
}

void TestCommandLineSecrets::runAll(int code, const QList<QByteArray> &planted,
                                    bool isServerAtFault)
{
    std::vector<VerbRun> runs = verbRuns();
    const auto start = [this, &runs](std::size_t at) {
        if (at >= runs.size())
            return;
        VerbRun &next = runs.at(at);
        next.process = m_shells.at(at % m_shells.size())
                           .start(QStringList{QLatin1String(next.verb->name)} +
                                  operandsOf(*next.verb, m_folder.path()) + next.form);
    };
    for (std::size_t at = 0; at < m_shells.size(); ++at)
        start(at);
    for (std::size_t at = 0; at < runs.size(); ++at) {
        const VerbRun &each = runs.at(at);
        const Run run = Shell::finish(*each.process);
        start(at + m_shells.size()); // in the home of the one that ended
        const QByteArray said = run.out + run.err;
        const char *name = each.verb->name;
        // It watches on while the API cannot be read, until its time is over.
        const bool watchesOn = each.verb->verb == CommandVerb::Watch && run.code == 7;
        QVERIFY2(code < 0 || watchesOn || run.code == codeOf(*each.verb, code, isServerAtFault),
                 name);
        QVERIFY2(run.code >= 0 && !said.isEmpty(), name);
        for (const QByteArray &word : planted)
            QVERIFY2(!said.contains(word), name);
    }
}

void TestCommandLineSecrets::goodServer()
{
    Shell &first = m_shells.front();
    first.startSandbox();
    const SandboxProcess &sandbox = first.sandbox();
    set(u"MAIA_CLIENT_ID"_s, sandbox.clientId());
    set(u"MAIA_CLIENT_SECRET"_s, sandbox.clientSecret());
    for (Shell &shell : m_shells)
        shell.setPlace(first.place());
    // Each verb succeeds, or does not find what it is asked for.
    runAll(-1, {sandbox.clientSecret().toUtf8()});
}

void TestCommandLineSecrets::echoingServer_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("withClient");
    for (const int status : {400, 401, 500}) {
        QTest::addRow("%d with a client", status) << status << true;
        QTest::addRow("%d with a token", status) << status << false;
    }
}

void TestCommandLineSecrets::echoingServer()
{
    QFETCH(int, status);
    QFETCH(bool, withClient);
    if (withClient)
        signInWithClient();
    else
        set(u"MAIA_TOKEN"_s, QString::fromUtf8(plantedToken()));
    bool wasSent = false;
    m_server.setHandler([&](const Seen &seen) {
        if (seen.path() == "/token")
            return Act::reply(200, R"({"access_token":)" + json(plantedToken()) +
                                       R"(,"expires_in":1800})");
        wasSent |= seen.header("authorization").contains(plantedToken());
        return Act::reply(status, echo(seen));
    });
    runAll(status == 401 || status == 403 ? 3 : 1, spellings(), status >= 500);
    QVERIFY(wasSent);
}

void TestCommandLineSecrets::echoingSignIn_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 401, 500})
        QTest::addRow("%d", status) << status;
}

void TestCommandLineSecrets::echoingSignIn()
{
    QFETCH(int, status);
    signInWithClient();
    bool wasSent = false;
    m_server.setHandler([&](const Seen &seen) {
        wasSent |= seen.body.contains(plantedSecret().toPercentEncoding());
        return Act::reply(status, echo(seen));
    });
    runAll(-1, spellings());
    QVERIFY(wasSent);
}

SLUICE_TEST(TestCommandLineSecrets, Core)
#include "tst_commandlinesecrets.moc"
