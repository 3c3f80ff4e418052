// SPDX-License-Identifier: Apache-2.0
// Every verb that writes, with every kind of answer that does not tell whether the write was done.
// The program looks, says what it found, and never sends anything twice.
#include "models/json/jsontext.h"
#include "tests/contract/brokenproject.h"
#include "tests/contract/exchangestage.h"
#include "tests/support/guide.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QTest>

#include <array>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;
using Does = BrokenProject::Does;

namespace {

QStringList verbsWithBody()
{
    return {u"create"_s, u"update"_s, u"apply new"_s, u"apply changed"_s};
}

QStringList verbsWithoutBody()
{
    return {u"start"_s, u"stop"_s, u"delete"_s};
}

// One run of a verb on its own project.
struct Situation {
    Situation(const QString &what, const Act &answer, Does does)
        : verb(what)
        , project(answer, does)
    {
        if (!isNew())
            project.put(guidePipeline, definition(u"orders"_s));
        project.setStatus(verb == u"start" ? "NOT_RUNNING" : "STREAMING");
        shell.set(u"MAIA_TOKEN"_s, u"any"_s);
        shell.setPlace({u"--url"_s, project.server().url().toString()});
        const QJsonObject wanted = definition(u"orders"_s, u"customers"_s);
        file.setFileName(folder.filePath(u"orders.json"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(jsonText(wanted));
        file.close();
    }

    bool isNew() const { return verb == u"create" || verb == u"apply new"; }

    QStringList words() const
    {
        const QString name = verb.section(u' ', 0, 0);
        if (name == u"create")
            return {name, guideProject, file.fileName()};
        if (name == u"update")
            return {name, guideProject, guidePipeline, file.fileName()};
        if (name == u"apply")
            return {name, guideProject, folder.path(), u"--yes"_s};
        if (name == u"delete")
            return {name, guideProject, guidePipeline, u"--yes"_s};
        return {name, guideProject, guidePipeline};
    }

    QString verb;
    BrokenProject project;
    Shell shell;
    QTemporaryDir folder;
    QFile file;
    std::unique_ptr<QProcess> process;
};

Act page()
{
    return Act::reply(200, "<html><h1>Sign in</h1></html>", {{"Content-Type", "text/html"}});
}

} // namespace

class TestCommandLineWrites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void done_data();
    void done();
    void notDone_data();
    void notDone();
    void unseen_data();
    void unseen();
    void answersWithoutABody_data();
    void answersWithoutABody();
    void anInterruptionEndsAQuestion();
    void createLooksForTheName();
    void createAsksOnATerminal_data();
    void createAsksOnATerminal();
    void applyLooksRightBefore();
    void twoAppliesAtOnce();
    void oneRunAtATime();

private:
    // Runs all these verbs at once, each on its own project, and waits for them.
    std::vector<std::unique_ptr<Situation>> runAll(const QStringList &verbs, const Act &answer,
                                                   Does does);
};

std::vector<std::unique_ptr<Situation>> TestCommandLineWrites::runAll(const QStringList &verbs,
                                                                      const Act &answer, Does does)
{
    std::vector<std::unique_ptr<Situation>> all;
    for (const QString &verb : verbs) {
        all.push_back(std::make_unique<Situation>(verb, answer, does));
        all.back()->process = all.back()->shell.start(all.back()->words());
    }
    return all;
}

void TestCommandLineWrites::done_data()
{
    QTest::addColumn<Act>("answer");
    QTest::addColumn<bool>("withBody"); // true: also for verbs without a promised definition
    for (const int status : {408, 499, 500, 501, 502, 503, 504, 520, 522, 524, 599})
        QTest::addRow("%d", status) << Act::reply(status) << true;
    QTest::newRow("500 with a page")
        << Act::reply(500, "<html>oops</html>", {{"Content-Type", "text/html"}}) << true;
    QTest::newRow("a page") << page() << true;
    QTest::newRow("a text") << Act::reply(200, "OK") << true;
    QTest::newRow("cut off JSON") << Act::reply(200, R"({"name":"ord)") << true;
    QTest::newRow("half of the body") << Act::fault(Act::Kind::HalfBody, 200) << true;
    QTest::newRow("status line alone") << Act::fault(Act::Kind::CloseAfterStatus, 201) << true;
    QTest::newRow("closed") << Act::fault(Act::Kind::Close) << true;
    QTest::newRow("no HTTP") << Act::fault(Act::Kind::Garbage) << true;
    QTest::newRow("redirect") << Act::reply(302, {}, {{"Location", "https://example.org/login"}})
                              << true;
    QTest::newRow("another object") << Act::reply(201, R"({"hello":"world"})") << false;
    QTest::newRow("empty object") << Act::reply(201, "{}") << false;
    QTest::newRow("list") << Act::reply(200, "[]") << false;
    QTest::newRow("null") << Act::reply(200, "null") << false;
    QTest::newRow("string") << Act::reply(201, "\"created\"") << false;
    QTest::newRow("no name") << Act::reply(201, R"({"streamingPipelineId":"1"})") << false;
    QTest::newRow("no id") << Act::reply(201, R"({"name":"orders"})") << false;
    QTest::newRow("empty id") << Act::reply(201, R"({"name":"orders","streamingPipelineId":""})")
                              << false;
    QTest::newRow("empty 201") << Act::reply(201, {}) << false;
    QTest::newRow("empty 202") << Act::reply(202, {}) << false;
    QTest::newRow("204") << Act::reply(204, {}) << false;
    QTest::newRow("205") << Act::reply(205, {}) << false;
}

// The write was done. The look finds it, and a second run does nothing again.
void TestCommandLineWrites::done()
{
    QFETCH(Act, answer);
    QFETCH(bool, withBody);
    const auto all = runAll(withBody ? verbsWithBody() + verbsWithoutBody() : verbsWithBody(),
                            answer, Does::All);
    for (const auto &each : all) {
        const Run run = Shell::finish(*each->process);
        const QByteArray said = each->verb.toUtf8() + ": " + run.out + run.err;
        QVERIFY2(run.code == 0, said.constData());
        QVERIFY2(run.err.contains("It was looked up: "), said.constData());
        QVERIFY2(each->project.writes() == 1, said.constData());
        QVERIFY2(each->project.pipelines().size() == (each->verb == u"delete" ? 0 : 1),
                 said.constData());
        each->process = each->isNew() ? each->shell.start(each->words()) : nullptr;
    }
    for (const auto &each : all) {
        if (!each->process)
            continue;
        const Run again = Shell::finish(*each->process);
        QCOMPARE(again.code, each->verb == u"create" ? 1 : 0);
        QCOMPARE(each->project.writes(), 1);
        QCOMPARE(each->project.pipelines().size(), 1);
    }
}

void TestCommandLineWrites::notDone_data()
{
    QTest::addColumn<Act>("answer");
    QTest::newRow("500") << Act::reply(500);
    QTest::newRow("503") << Act::reply(503);
    QTest::newRow("504") << Act::reply(504);
    QTest::newRow("408") << Act::reply(408);
    QTest::newRow("a page") << page();
    QTest::newRow("closed") << Act::fault(Act::Kind::Close);
    QTest::newRow("half of the body") << Act::fault(Act::Kind::HalfBody, 201);
}

// The look finds nothing done yet. That proves nothing: the server may still be at work.
void TestCommandLineWrites::notDone()
{
    QFETCH(Act, answer);
    const auto all = runAll(verbsWithBody() + verbsWithoutBody(), answer, Does::Nothing);
    for (const auto &each : all) {
        const Run run = Shell::finish(*each->process);
        const QByteArray said = each->verb.toUtf8() + ": " + run.out + run.err;
        QVERIFY2(run.code == 4, said.constData());
        QVERIFY2(run.err.contains("It was looked up: "), said.constData());
        QVERIFY2(run.err.contains("It is not known whether "), said.constData());
        QVERIFY2(run.err.contains("may still be at work"), said.constData());
        QVERIFY2(each->project.writes() == 1, said.constData());
    }
}

void TestCommandLineWrites::unseen_data()
{
    notDone_data();
    QTest::newRow("no HTTP") << Act::fault(Act::Kind::Garbage);
    QTest::newRow("redirect") << Act::reply(307, {}, {{"Location", "https://example.org/"}});
}

// The look fails. The exit code is 4, and no text claims more than that.
void TestCommandLineWrites::unseen()
{
    QFETCH(Act, answer);
    const auto all = runAll(verbsWithBody() + verbsWithoutBody(), answer, Does::AllUnseen);
    for (const auto &each : all) {
        const Run run = Shell::finish(*each->process);
        const QByteArray said = each->verb.toUtf8() + ": " + run.out + run.err;
        QVERIFY2(run.code == 4, said.constData());
        QVERIFY2(run.err.contains("It is not known whether "), said.constData());
        for (const char *word : {"Created", "Updated", "Deleted", "requested"})
            QVERIFY2(!run.out.contains(word), said.constData());
        QVERIFY2(each->project.writes() == 1, said.constData());
    }
}

void TestCommandLineWrites::answersWithoutABody_data()
{
    QTest::addColumn<Act>("answer");
    QTest::newRow("200") << Act::reply(200, {});
    QTest::newRow("201") << Act::reply(201, {});
    QTest::newRow("202") << Act::reply(202, {});
    QTest::newRow("204") << Act::reply(204, {});
    QTest::newRow("an object") << Act::reply(200, "{}");
    QTest::newRow("another object") << Act::reply(200, R"({"hello":"world"})");
    QTest::newRow("null") << Act::reply(200, "null");
    QTest::newRow("a list") << Act::reply(200, "[]");
}

// Where no body is promised, each of these is a good answer and needs no look.
void TestCommandLineWrites::answersWithoutABody()
{
    QFETCH(Act, answer);
    const auto all = runAll(verbsWithoutBody(), answer, Does::All);
    for (const auto &each : all) {
        const Run run = Shell::finish(*each->process);
        const QByteArray said = each->verb.toUtf8() + ": " + run.out + run.err;
        QVERIFY2(run.code == 0, said.constData());
        QVERIFY2(!run.err.contains("looked up"), said.constData());
        QVERIFY2(each->project.writes() == 1, said.constData());
    }
}

// The program has read from the server before it asks, so it handles interruptions by then.
void TestCommandLineWrites::anInterruptionEndsAQuestion()
{
    ExchangeStage m;
    QVERIFY(m.write(u"a.json"_s, jsonText(definition(u"a"_s))));
    const QStringList words{u"create"_s, exchangeProject, m.path(u"a.json"_s)};
    QCOMPARE(m.shell().run(words).code, 0);
    const Run run = m.shell().runOnTerminal(words, "\x03");
    QVERIFY2(run.out.contains("Create another one?"), run.out.constData());
    QCOMPARE(run.code, 130);
    QCOMPARE(m.onServer().size(), 1);
    QCOMPARE(m.shell().runOnTerminal(words, "y\n").code, 0); // the lock is free
    QCOMPARE(m.onServer().size(), 2);
}

void TestCommandLineWrites::createLooksForTheName()
{
    ExchangeStage m;
    QVERIFY(m.write(u"a.json"_s, jsonText(definition(u"a"_s))));
    const QStringList words{u"create"_s, exchangeProject, m.path(u"a.json"_s)};
    QCOMPARE(m.shell().run(words).code, 0);
    const Run again = m.shell().run(words);
    QCOMPARE(again.code, 1);
    QVERIFY2(again.err.contains("--allow-duplicate"), again.err.constData());
    const QString id = m.onServer()[0][u"streamingPipelineId"].toString();
    QVERIFY(again.err.contains("a (" + id.toUtf8() + ')'));
    QCOMPARE(m.onServer().size(), 1);
    QCOMPARE(m.shell().run(words + QStringList{u"--allow-duplicate"_s}).code, 0);
    QCOMPARE(m.onServer().size(), 2);
}

void TestCommandLineWrites::createAsksOnATerminal_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("pipelines");
    QTest::newRow("yes") << QByteArray("yes\n") << 0 << 2;
    QTest::newRow("no") << QByteArray("n\n") << 1 << 1;
    QTest::newRow("just return") << QByteArray("\n") << 1 << 1;
}

void TestCommandLineWrites::createAsksOnATerminal()
{
    QFETCH(QByteArray, answer);
    ExchangeStage stage;
    QVERIFY(stage.write(u"a.json"_s, jsonText(definition(u"a"_s))));
    const QStringList words{u"create"_s, exchangeProject, stage.path(u"a.json"_s)};
    QCOMPARE(stage.shell().run(words).code, 0);
    const Run run = stage.shell().runOnTerminal(words, answer);
    QVERIFY2(run.out.contains("Create another one?"), run.out.constData());
    QTEST(run.code, "code");
    QTEST(int(stage.onServer().size()), "pipelines");
}

// Somebody else creates the pipeline after the differences were worked out.
void TestCommandLineWrites::applyLooksRightBefore()
{
    Situation situation(u"apply new"_s, Act::reply(201), Does::All);
    FaultServer server;
    int lists = 0;
    server.setHandler([&](const Seen &seen) {
        if (seen.method == "GET" && ++lists == 1)
            return Act::reply(200, R"({"results":[],"total":0})");
        if (seen.method == "GET") {
            QJsonObject theirs = definition(u"orders"_s);
            theirs[u"streamingPipelineId"] = guidePipeline;
            return Act::reply(
                200, jsonText(QJsonObject{{u"results"_s, QJsonArray{theirs}}, {u"total"_s, 1}}));
        }
        return Act::reply(201);
    });
    situation.shell.setPlace({u"--url"_s, server.url().toString()});
    const Run run = situation.shell.run(situation.words());
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains("orders failed:"), run.err.constData());
    QCOMPARE(server.count("POST"), 0);
}

void TestCommandLineWrites::twoAppliesAtOnce()
{
    ExchangeStage stage;
    constexpr int count = 30;
    for (int i = 0; i < count; ++i)
        QVERIFY(stage.write(u"p%1.json"_s.arg(i), jsonText(definition(u"p%1"_s.arg(i)))));
    const QStringList words{u"apply"_s, exchangeProject, stage.folder(), u"--yes"_s};
    std::array<std::unique_ptr<QProcess>, 3> runs;
    for (auto &each : runs)
        each = stage.shell().start(words);
    int created = 0;
    for (const auto &each : runs) {
        const Run run = Shell::finish(*each);
        QVERIFY2(run.code == 0, run.err.constData());
        created += int(run.out.count("Created "));
    }
    QCOMPARE(created, count);
    QCOMPARE(stage.onServer().size(), count);
}

void TestCommandLineWrites::oneRunAtATime()
{
    const Act never = Act::fault(Act::Kind::Silence);
    Situation first(u"apply new"_s, never, Does::Nothing);
    first.process = first.shell.start(first.words());
    QTRY_COMPARE_WITH_TIMEOUT(first.project.writes(), 1, 20'000);
    for (const QString &verb : {u"create"_s, u"apply new"_s}) {
        Situation second(verb, never, Does::Nothing);
        second.shell.setPlace(first.shell.place());
        const Run run = second.shell.run(second.words() + QStringList{u"--timeout"_s, u"1"_s});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains("Another run on this computer"), run.err.constData());
    }
    // A dry run does not wait for its turn.
    Situation dry(u"apply new"_s, never, Does::Nothing);
    dry.shell.setPlace(first.shell.place());
    QCOMPARE(dry.shell.run({u"apply"_s, guideProject, dry.folder.path(), u"--dry-run"_s}).code, 0);
    QCOMPARE(first.project.writes(), 1);
    first.process->kill();
    QVERIFY(first.process->waitForFinished());
    // A killed run blocks nobody.
    first.project.setAnswer(Act::reply(400));
    Situation third(u"create"_s, never, Does::Nothing);
    third.shell.setPlace(first.shell.place());
    const Run run = third.shell.run(third.words());
    QVERIFY2(!run.err.contains("Another run"), run.err.constData());
    QCOMPARE(first.project.writes(), 2);
}

SLUICE_TEST(TestCommandLineWrites, Core)
#include "tst_commandlinewrites.moc"
