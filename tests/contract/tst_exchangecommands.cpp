// SPDX-License-Identifier: Apache-2.0
// export, diff and apply: a folder as the source of truth, against the real sandbox.
#include "models/pipeline/jsontext.h"
#include "tests/contract/shell.h"
#include "tests/support/faultserver.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

const QString project = u"Test-project"_s;

QJsonObject definition(const QString &name, const QString &table = u"orders"_s)
{
    QJsonObject definition = *parseJsonObject(Shell::guideFile("create-request.json")).object;
    definition[u"name"] = name;
    QJsonObject source = definition[u"streamingSource"].toObject();
    source[u"tables"] = QJsonArray{QJsonObject{{u"schema"_s, u"dbo"_s}, {u"table"_s, table}}};
    definition[u"streamingSource"] = source;
    return definition;
}

QJsonArray list(const QByteArray &text)
{
    const ParsedDocument parsed = parseJson(text);
    return parsed.document ? parsed.document->array() : QJsonArray();
}

} // namespace

class TestExchangeCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void exportThenDiffIsEqual();
    void exportAsksBeforeItReplaces();
    void diffTellsWhatChanged();
    void diffAsJson();
    void diffKnowsWhatHasNoFile();
    void dryRunSendsNothing();
    void applyCreatesAndUpdates();
    void applyAsJson();
    void applyTakesStdin();
    void applyAsksOnATerminal_data();
    void applyAsksOnATerminal();
    void applyWithoutATerminal();
    void folderRoundTrip();
    void faultyFilesSendNothing_data();
    void faultyFilesSendNothing();
    void ambiguousNamesSendNothing();
    void refusalsDoNotStopTheRest();
    void changedInBetween();
    void unknownOutcomeEndsTheRun();
    void notAllowedEndsTheRun();
    void wrongUsage_data();
    void wrongUsage();

private:
    bool write(const QString &name, const QByteArray &text);
    QByteArray read(const QString &name) const;

    QString path(const QString &name) const { return m_folder->filePath(name); }

    bool create(const QJsonObject &definition);
    QJsonArray onServer() const;
    Run run(const QString &verb, const QStringList &more = {}) const;
    // Runs apply against a scripted server.
    Run applyTo(FaultServer &server) const;

    Shell m_shell;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestExchangeCommands::init()
{
    m_shell = Shell();
    m_shell.startSandbox();
    m_folder = std::make_unique<QTemporaryDir>();
}

bool TestExchangeCommands::write(const QString &name, const QByteArray &text)
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QByteArray TestExchangeCommands::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool TestExchangeCommands::create(const QJsonObject &definition)
{
    return m_shell.run({u"create"_s, project, u"-"_s}, jsonText(definition)).code == 0;
}

QJsonArray TestExchangeCommands::onServer() const
{
    return list(m_shell.run({u"pipelines"_s, project, u"--json"_s}).out);
}

Run TestExchangeCommands::run(const QString &verb, const QStringList &more) const
{
    return m_shell.run(QStringList{verb, project, m_folder->path()} + more);
}

void TestExchangeCommands::exportThenDiffIsEqual()
{
    QVERIFY(create(definition(u"orders"_s)));
    QVERIFY(create(definition(u"Umsätze / EU"_s)));
    const Run exported = run(u"export"_s);
    QCOMPARE(exported.code, 0);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files, QDir::Name | QDir::IgnoreCase),
             (QStringList{u"orders.json"_s, u"Umsätze _ EU.json"_s}));
    QCOMPARE(read(u"orders.json"_s), jsonText(definition(u"orders"_s)));
    const Run diff = run(u"diff"_s);
    QCOMPARE(diff.code, 0);
    QCOMPARE(diff.out, QByteArray("0 to create, 0 to update, 2 equal.\n"));
    QVERIFY(run(u"export"_s).err.contains("0 written, 2 equal already"));
}

void TestExchangeCommands::exportAsksBeforeItReplaces()
{
    QVERIFY(create(definition(u"orders"_s)));
    QVERIFY(write(u"orders.json"_s, "mine"));
    const Run refused = run(u"export"_s);
    QCOMPARE(refused.code, 2);
    QVERIFY(refused.err.contains("orders.json"));
    QCOMPARE(read(u"orders.json"_s), QByteArray("mine"));
    QCOMPARE(run(u"export"_s, {u"--yes"_s}).code, 0);
    QCOMPARE(read(u"orders.json"_s), jsonText(definition(u"orders"_s)));
}

void TestExchangeCommands::diffTellsWhatChanged()
{
    QVERIFY(create(definition(u"orders"_s)));
    QJsonObject changed = definition(u"orders"_s, u"customers"_s);
    changed[u"agentId"] = u"5d0f7c0e-3c53-4a0e-9f6d-0b8f3f6f2a11"_s;
    QVERIFY(write(u"orders.json"_s, jsonText(changed)));
    const Run diff = run(u"diff"_s);
    QCOMPARE(diff.code, 5);
    QVERIFY2(diff.out.contains("~ orders: to be updated from "), diff.out.constData());
    QVERIFY(diff.out.contains("    + Tables: dbo.customers\n"));
    QVERIFY(diff.out.contains("    - Tables: dbo.orders\n"));
    QVERIFY(diff.out.contains(
        "2734aa6f-0c64-4d2b-9406-f44dc8f1f3b6 → 5d0f7c0e-3c53-4a0e-9f6d-0b8f3f6f2a11\n"));
}

void TestExchangeCommands::diffAsJson()
{
    QVERIFY(create(definition(u"orders"_s)));
    QVERIFY(write(u"orders.json"_s, jsonText(definition(u"orders"_s, u"customers"_s))));
    QVERIFY(write(u"new.json"_s, jsonText(definition(u"new"_s))));
    const Run diff = run(u"diff"_s, {u"--json"_s});
    QCOMPARE(diff.code, 5);
    const QJsonArray items = list(diff.out);
    QCOMPARE(items.size(), 2);
    QCOMPARE(items[0][u"action"].toString(), u"create"_s);
    QCOMPARE(items[1][u"action"].toString(), u"update"_s);
    QCOMPARE(items[1][u"id"], onServer()[0][u"streamingPipelineId"]);
    QStringList changes;
    const QJsonArray all = items[1][u"changes"].toArray();
    for (const QJsonValue &change : all)
        changes += change[u"kind"].toString() + u' ' + change[u"path"].toString();
    changes.sort();
    QCOMPARE(changes, (QStringList{u"added streamingSource.tables[dbo.customers]"_s,
                                   u"removed streamingSource.tables[dbo.orders]"_s}));
}

void TestExchangeCommands::diffKnowsWhatHasNoFile()
{
    QVERIFY(create(definition(u"orders"_s)));
    QVERIFY(create(definition(u"extra"_s)));
    QVERIFY(write(u"orders.json"_s, jsonText(definition(u"orders"_s))));
    const Run folder = run(u"diff"_s);
    QCOMPARE(folder.code, 5);
    QVERIFY(folder.out.contains("- extra: only in the project\n"));
    // One file says nothing of the others.
    QCOMPARE(m_shell.run({u"diff"_s, project, path(u"orders.json"_s)}).code, 0);
}

void TestExchangeCommands::dryRunSendsNothing()
{
    QVERIFY(create(definition(u"orders"_s)));
    QVERIFY(write(u"orders.json"_s, jsonText(definition(u"orders"_s, u"customers"_s))));
    QVERIFY(write(u"new.json"_s, jsonText(definition(u"new"_s))));
    const QJsonArray before = onServer();
    const Run dry = run(u"apply"_s, {u"--dry-run"_s});
    QCOMPARE(dry.code, 0);
    QVERIFY(dry.out.contains("+ new: to be created from "));
    QVERIFY(dry.out.contains("1 to create, 1 to update"));
    QCOMPARE(onServer(), before);
}

void TestExchangeCommands::applyCreatesAndUpdates()
{
    QVERIFY(create(definition(u"orders"_s)));
    QVERIFY(create(definition(u"same"_s)));
    QVERIFY(create(definition(u"extra"_s)));
    QVERIFY(write(u"a.json"_s, jsonText(QJsonArray{definition(u"orders"_s, u"customers"_s),
                                                   definition(u"same"_s)})));
    QVERIFY(write(u"b.json"_s, jsonText(definition(u"new"_s))));
    const Run applied = run(u"apply"_s, {u"--yes"_s});
    QCOMPARE(applied.code, 0);
    QVERIFY(applied.out.contains("Updated orders ("));
    QVERIFY(applied.out.contains("Created new ("));
    QVERIFY(!applied.out.contains("Updated same"));
    QStringList names;
    const QJsonArray pipelines = onServer();
    for (const QJsonValue &pipeline : pipelines) {
        names += pipeline[u"name"].toString();
        if (names.constLast() == u"orders")
            QCOMPARE(pipeline[u"streamingSource"][u"tables"][0][u"table"].toString(),
                     u"customers"_s);
    }
    names.sort();
    QCOMPARE(names, (QStringList{u"extra"_s, u"new"_s, u"orders"_s, u"same"_s}));
    const Run again = run(u"apply"_s, {u"--yes"_s});
    QCOMPARE(again.code, 0);
    QCOMPARE(again.out, QByteArray("0 to create, 0 to update, 3 equal.\n"));
}

void TestExchangeCommands::applyAsJson()
{
    QVERIFY(create(definition(u"same"_s)));
    QVERIFY(write(u"a.json"_s, jsonText(QJsonArray{definition(u"new"_s), definition(u"same"_s)})));
    const Run applied = run(u"apply"_s, {u"--yes"_s, u"--json"_s});
    QCOMPARE(applied.code, 0);
    const QJsonArray results = list(applied.out);
    QCOMPARE(results.size(), 2);
    QCOMPARE(results[0][u"result"].toString(), u"created"_s);
    QVERIFY(!results[0][u"id"].toString().isEmpty());
    QCOMPARE(results[1][u"result"].toString(), u"unchanged"_s);
}

void TestExchangeCommands::applyTakesStdin()
{
    const Run applied =
        m_shell.run({u"apply"_s, project, u"-"_s, u"--yes"_s}, jsonText(definition(u"piped"_s)));
    QCOMPARE(applied.code, 0);
    QCOMPARE(onServer().size(), 1);
}

void TestExchangeCommands::applyAsksOnATerminal_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("pipelines");
    QTest::newRow("yes") << QByteArray("y\n") << 0 << 1;
    QTest::newRow("no") << QByteArray("n\n") << 1 << 0;
    QTest::newRow("just return") << QByteArray("\n") << 1 << 0;
}

void TestExchangeCommands::applyAsksOnATerminal()
{
    if (QStandardPaths::findExecutable(u"script"_s).isEmpty())
        QSKIP("script, which gives a program a terminal, is not installed");
    QFETCH(QByteArray, answer);
    QVERIFY(write(u"new.json"_s, jsonText(definition(u"new"_s))));
    QProcess terminal;
    terminal.setProcessEnvironment(m_shell.environment());
    const QStringList words = QStringList{QStringLiteral(SLUICE_BIN_DIR "/sluice"), u"apply"_s,
                                          project, m_folder->path()} +
                              m_shell.place();
    terminal.start(u"script"_s, {u"-qec"_s, words.join(u' '), u"/dev/null"_s});
    QByteArray seen;
    QTRY_VERIFY_WITH_TIMEOUT((seen += terminal.readAll()).contains("[y/N]"), 20'000);
    QVERIFY2(seen.contains("+ new: to be created"), seen.constData());
    terminal.write(answer);
    QTRY_COMPARE_WITH_TIMEOUT(terminal.state(), QProcess::NotRunning, 20'000);
    QTEST(terminal.exitCode(), "code");
    QTEST(int(onServer().size()), "pipelines");
}

void TestExchangeCommands::applyWithoutATerminal()
{
    QVERIFY(write(u"new.json"_s, jsonText(definition(u"new"_s))));
    const Run refused = run(u"apply"_s);
    QCOMPARE(refused.code, 2);
    QVERIFY(refused.err.contains("--yes"));
    QVERIFY(onServer().isEmpty());
}

void TestExchangeCommands::folderRoundTrip()
{
    m_shell.startSandbox({u"--seed"_s, u"demo"_s});
    const QString from = u"Online shop"_s;
    const QString to = u"Finance"_s;
    QCOMPARE(m_shell.run({u"export"_s, from, m_folder->path()}).code, 0);
    const qsizetype count = QDir(m_folder->path()).entryList(QDir::Files).size();
    QVERIFY(count > 3);
    QCOMPARE(m_shell.run({u"diff"_s, from, m_folder->path()}).code, 0);
    const Run applied = m_shell.run({u"apply"_s, to, m_folder->path(), u"--yes"_s});
    QVERIFY2(applied.code == 0, applied.err.constData());
    // The other project's own pipelines are left; all of the folder is there.
    const Run diff = m_shell.run({u"diff"_s, to, m_folder->path()});
    QVERIFY2(diff.out.contains("0 to create, 0 to update, " + QByteArray::number(count)),
             diff.out.constData());
    // Exported anew, the files are the same byte by byte.
    QVERIFY(m_shell.run({u"export"_s, to, m_folder->path()})
                .err.contains(QByteArray::number(count) + " equal already"));
}

void TestExchangeCommands::faultyFilesSendNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("no JSON") << QByteArray("{\n  \"name\" 5\n}") << QByteArray("b.json:2:10: ");
    QTest::newRow("no name") << QByteArray("{}") << QByteArray("b.json: name: ");
    QTest::newRow("name twice") << jsonText(definition(u"a"_s)) << QByteArray("both name");
    QJsonObject secret = definition(u"secret"_s);
    QJsonObject source = secret[u"streamingSource"].toObject();
    QJsonObject connection = source[u"connection"].toObject();
    connection[u"password"] = u"hunter2"_s;
    source[u"connection"] = connection;
    secret[u"streamingSource"] = source;
    QTest::newRow("a secret itself")
        << jsonText(secret) << QByteArray("b.json: streamingSource.connection.password: ");
}

void TestExchangeCommands::faultyFilesSendNothing()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, words);
    QVERIFY(write(u"a.json"_s, jsonText(definition(u"a"_s))));
    QVERIFY(write(u"b.json"_s, text));
    const Run refused = run(u"apply"_s, {u"--yes"_s});
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains(words), refused.err.constData());
    QVERIFY(!refused.err.contains("hunter2"));
    QVERIFY(onServer().isEmpty());
}

void TestExchangeCommands::ambiguousNamesSendNothing()
{
    QVERIFY(create(definition(u"twice"_s)));
    QVERIFY(create(definition(u"twice"_s)));
    QVERIFY(write(u"twice.json"_s, jsonText(definition(u"twice"_s, u"customers"_s))));
    QVERIFY(write(u"new.json"_s, jsonText(definition(u"new"_s))));
    const Run refused = run(u"apply"_s, {u"--yes"_s});
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.out.contains("! twice: "));
    QCOMPARE(onServer().size(), 2);
    QCOMPARE(run(u"diff"_s).code, 5);
}

void TestExchangeCommands::refusalsDoNotStopTheRest()
{
    QJsonObject invalid = definition(u"b-invalid"_s);
    invalid.remove(u"streamingTarget");
    QVERIFY(write(u"a.json"_s, jsonText(definition(u"a"_s))));
    QVERIFY(write(u"b.json"_s, jsonText(invalid)));
    QVERIFY(write(u"c.json"_s, jsonText(definition(u"c"_s))));
    const Run applied = run(u"apply"_s, {u"--yes"_s});
    QCOMPARE(applied.code, 1);
    QVERIFY(applied.out.contains("Created a ("));
    QVERIFY(applied.out.contains("Created c ("));
    QVERIFY2(applied.err.contains("b.json: streamingTarget"), applied.err.constData()); // warned
    QVERIFY(applied.err.contains("b-invalid failed:\nstreamingTarget: must not be null\n"));
    QCOMPARE(onServer().size(), 2);
}

Run TestExchangeCommands::applyTo(FaultServer &server) const
{
    Shell shell;
    shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    shell.setPlace({u"--url"_s, server.url().toString()});
    return shell.run({u"apply"_s, guideProject, m_folder->path(), u"--yes"_s, u"--json"_s});
}

void TestExchangeCommands::changedInBetween()
{
    QVERIFY(write(u"a.json"_s, jsonText(definition(u"a"_s, u"mine"_s))));
    QJsonObject listed = definition(u"a"_s, u"listed"_s);
    listed[u"streamingPipelineId"] = u"id-a"_s;
    QJsonObject moved = definition(u"a"_s, u"theirs"_s);
    moved[u"streamingPipelineId"] = u"id-a"_s;
    FaultServer server;
    server.setHandler([&](const Seen &seen) {
        const QJsonObject page{{u"results"_s, QJsonArray{listed}}, {u"size"_s, 100}};
        return Act::reply(200, jsonText(seen.path().endsWith("/id-a") ? moved : page));
    });
    const Run applied = applyTo(server);
    QCOMPARE(applied.code, 1);
    QCOMPARE(list(applied.out)[0][u"result"].toString(), u"failed"_s);
    QVERIFY2(applied.err.contains("changed meanwhile"), applied.err.constData());
    QCOMPARE(server.count("PUT"), 0);
}

void TestExchangeCommands::unknownOutcomeEndsTheRun()
{
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        QVERIFY(write(name + u".json"_s, jsonText(definition(name))));
    FaultServer server;
    server.setHandler([&server](const Seen &seen) {
        if (seen.method == "GET")
            return Act::reply(200, R"({"results":[]})");
        return server.count("POST") == 1 ? Act::reply(201, R"({"streamingPipelineId":"1"})")
                                         : Act::fault(Act::Kind::Close);
    });
    const Run applied = applyTo(server);
    QCOMPARE(applied.code, 4);
    QCOMPARE(server.count("POST"), 2);
    QStringList results;
    const QJsonArray all = list(applied.out);
    for (const QJsonValue &item : all)
        results += item[u"result"].toString();
    QCOMPARE(results, (QStringList{u"created"_s, u"unknown"_s, u"notSent"_s}));
    QVERIFY(applied.err.contains("1 were not sent"));
}

void TestExchangeCommands::notAllowedEndsTheRun()
{
    for (const QString &name : {u"a"_s, u"b"_s})
        QVERIFY(write(name + u".json"_s, jsonText(definition(name))));
    FaultServer server;
    server.setHandler([](const Seen &seen) {
        return seen.method == "GET" ? Act::reply(200, R"({"results":[]})") : Act::reply(403);
    });
    QCOMPARE(applyTo(server).code, 3);
    QCOMPARE(server.count("POST"), 1);
}

void TestExchangeCommands::wrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("dry run of a diff") << QStringList{u"diff"_s, u"p"_s, u"."_s, u"--dry-run"_s};
    QTest::newRow("yes to a diff") << QStringList{u"diff"_s, u"p"_s, u"."_s, u"--yes"_s};
    QTest::newRow("apply as JSON that would ask")
        << QStringList{u"apply"_s, u"p"_s, u"."_s, u"--json"_s};
    QTest::newRow("export as JSON") << QStringList{u"export"_s, u"p"_s, u"."_s, u"--json"_s};
    QTest::newRow("no such file") << QStringList{u"apply"_s, u"p"_s, u"/nonexistent"_s, u"--yes"_s};
    QTest::newRow("no place to write to") << QStringList{u"export"_s, u"p"_s};
}

void TestExchangeCommands::wrongUsage()
{
    QFETCH(QStringList, words);
    const Run result = m_shell.run(words);
    QCOMPARE(result.code, 2);
    QCOMPARE(result.out, QByteArray());
    QVERIFY(!result.err.isEmpty());
}

QTEST_GUILESS_MAIN(TestExchangeCommands)
#include "tst_exchangecommands.moc"
