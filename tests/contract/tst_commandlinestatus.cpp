// SPDX-License-Identifier: Apache-2.0
// States of many pipelines, and lists across projects.
#include "models/json/jsontext.h"
#include "tests/contract/shell.h"
#include "tests/support/faultserver.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

QJsonArray list(const Run &run)
{
    const ParsedDocument parsed = parseJson(run.out);
    return parsed.document ? parsed.document->array() : QJsonArray();
}

QByteArray page(const QJsonArray &rows)
{
    return jsonText(QJsonObject{{u"results"_s, rows}});
}

QByteArray pageOfPipelines(int count)
{
    QJsonArray rows;
    for (int i = 0; i < count; ++i)
        rows.append(QJsonObject{{u"streamingPipelineId"_s, QString::number(i)},
                                {u"name"_s, QString::number(i)}});
    return page(rows);
}

qsizetype statusCalls(const FaultServer &server)
{
    return std::count_if(server.seen().begin(), server.seen().end(),
                         [](const Seen &seen) { return seen.path().endsWith("/status"); });
}

} // namespace

class TestCommandLineStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_shell = Shell(); }

    void ofAProject();
    void ofAllProjects();
    void ofThoseThatAFilterFinds();
    void ofMoreThanOnePage();
    void whatCannotBeReadIsNamed();
    void aServerThatIsGoneIsNamedOnce();
    void lostSignInEndsTheReading();
    void afterALostListNoStatusIsAskedFor();
    void manyDelaysAreToldOnce();
    void listsOfAllProjects_data();
    void listsOfAllProjects();

private:
    Shell m_shell;
};

void TestCommandLineStatus::ofAProject()
{
    m_shell.startSandbox({u"--seed"_s, u"demo"_s});
    const Run table = m_shell.run({u"status"_s, u"Finance"_s});
    QCOMPARE(table.code, 0);
    const QList<QByteArray> lines = table.out.split('\n');
    QCOMPARE(lines[0].simplified(), QByteArray("NAME STATUS ID"));
    QCOMPARE(lines.size(), 8); // six pipelines, the titles, the end
    QVERIFY(table.out.contains("  STREAMING  ") || table.out.contains("  STREAMING    "));
    const QJsonArray rows = list(m_shell.run({u"status"_s, u"Finance"_s, u"--json"_s}));
    QCOMPARE(rows.size(), 6);
    for (const QJsonValue &row : rows) {
        QCOMPARE(row[u"project"].toString(), u"Finance"_s);
        const Run one = m_shell.run({u"status"_s, u"Finance"_s, row[u"pipelineId"].toString()});
        QCOMPARE(QString::fromUtf8(one.out.trimmed()), row[u"status"].toString());
    }
    const Run names = m_shell.run({u"status"_s, u"Finance"_s, u"-o"_s, u"name"_s});
    QCOMPARE(names.out.split('\n').constFirst(), rows[0][u"pipeline"].toString().toUtf8());
}

void TestCommandLineStatus::ofAllProjects()
{
    m_shell.startSandbox({u"--seed"_s, u"demo"_s});
    const QJsonArray pipelines = list(m_shell.run({u"pipelines"_s, u"-A"_s, u"--json"_s}));
    const QJsonArray rows = list(m_shell.run({u"status"_s, u"--all-projects"_s, u"--json"_s}));
    QVERIFY(rows.size() > 6);
    QCOMPARE(rows.size(), pipelines.size());
    QSet<QString> projects;
    for (const QJsonValue &row : rows) {
        projects.insert(row[u"project"].toString());
        QVERIFY(!row[u"status"].toString().isEmpty());
    }
    QVERIFY(projects.size() > 3);
    const Run table = m_shell.run({u"status"_s, u"-A"_s});
    QVERIFY(table.out.startsWith("PROJECT "));
    QCOMPARE(table.out.count('\n'), rows.size() + 1);
}

// The filter of the window, in a script.
void TestCommandLineStatus::ofThoseThatAFilterFinds()
{
    m_shell.startSandbox({u"--seed"_s, u"demo"_s});
    const QJsonArray all = list(m_shell.run({u"pipelines"_s, u"-A"_s, u"--json"_s}));
    const auto found = [this](const QString &verb, const QString &text) {
        return list(m_shell.run({verb, u"-A"_s, u"--json"_s, u"--filter"_s, text}));
    };
    const QJsonArray oracle = found(u"pipelines"_s, u"streamingSource.type=oracle"_s);
    QVERIFY(!oracle.isEmpty() && oracle.size() < all.size());
    for (const QJsonValue &each : oracle)
        QCOMPARE(each[u"streamingSource"][u"type"].toString(), u"oracle"_s);
    QCOMPARE(found(u"status"_s, u"streamingSource.type=oracle"_s).size(), oracle.size());
    QCOMPARE(found(u"status"_s, u"type=oracle wms"_s).size(),
             found(u"pipelines"_s, u"TYPE~orac WMS"_s).size());
    QVERIFY(found(u"status"_s, u"no-such-field=x"_s).isEmpty());
    const QJsonArray finance = list(
        m_shell.run({u"status"_s, u"Finance"_s, u"--json"_s, u"--filter"_s, u"name~ledger"_s}));
    QVERIFY(!finance.isEmpty() && finance.size() < 6);
}

void TestCommandLineStatus::ofMoreThanOnePage()
{
    m_shell.startSandbox({u"--seed"_s, u"500"_s, u"--rate-limit"_s, u"0"_s});
    const Run run = m_shell.run({u"status"_s, u"-A"_s, u"--json"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(list(run).size(), 500);
}

void TestCommandLineStatus::whatCannotBeReadIsNamed()
{
    FaultServer server;
    server.setHandler([](const Seen &seen) {
        const QByteArray path = seen.path();
        if (path.endsWith("/projects"))
            return Act::reply(200, page({QJsonObject{{u"id"_s, u"p1"_s}, {u"name"_s, u"good"_s}},
                                         QJsonObject{{u"id"_s, u"p2"_s}, {u"name"_s, u"bad"_s}}}));
        if (path.contains("/p2/"))
            return Act::reply(403);
        if (path.endsWith("/streaming-pipelines"))
            return Act::reply(
                200,
                page({QJsonObject{{u"streamingPipelineId"_s, u"a"_s}, {u"name"_s, u"one"_s}},
                      QJsonObject{{u"streamingPipelineId"_s, u"b"_s}, {u"name"_s, u"two"_s}}}));
        return path.contains("/a/") ? Act::reply(200, R"({"status":"STREAMING"})")
                                    : Act::reply(404);
    });
    m_shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    m_shell.setPlace({u"--url"_s, server.url().toString()});
    const Run table = m_shell.run({u"status"_s, u"-A"_s});
    QCOMPARE(table.code, 3); // the worst
    QVERIFY2(table.err.contains("bad: not read:\n"), table.err.constData());
    QVERIFY2(table.err.contains("two: not read:\n"), table.err.constData());
    QVERIFY2(table.out.contains("good     one   STREAMING  a\n"), table.out.constData());
    QVERIFY2(table.out.contains("good     two   ?          b\n"), table.out.constData());
    const QJsonArray rows = list(m_shell.run({u"status"_s, u"-A"_s, u"--json"_s}));
    QCOMPARE(rows.size(), 2);
    QVERIFY(rows[1][u"status"].isNull());
}

// Not once for each of a hundred pipelines.
void TestCommandLineStatus::aServerThatIsGoneIsNamedOnce()
{
    FaultServer server;
    server.setHandler([](const Seen &seen) {
        return seen.path().endsWith("/streaming-pipelines") ? Act::reply(200, pageOfPipelines(20))
                                                            : Act::reply(403);
    });
    m_shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    m_shell.setPlace({u"--url"_s, server.url().toString()});
    const Run run = m_shell.run({u"status"_s, guideProject});
    QCOMPARE(run.code, 3);
    QCOMPARE(run.err.count("These credentials may not do this"), 1);
    QVERIFY2(run.err.contains("19 more"), run.err.constData());
    // A program gets an object for each.
    const Run json = m_shell.run({u"status"_s, guideProject, u"--json"_s});
    QCOMPARE(json.err.count("\"subject\": "), 20);
    QVERIFY(!json.err.contains("more"));
}

void TestCommandLineStatus::lostSignInEndsTheReading()
{
    FaultServer server;
    server.setHandler([](const Seen &seen) {
        return seen.path().endsWith("/streaming-pipelines") ? Act::reply(200, pageOfPipelines(90))
                                                            : Act::reply(401);
    });
    m_shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    m_shell.setPlace({u"--url"_s, server.url().toString()});
    const Run run = m_shell.run({u"status"_s, guideProject});
    QCOMPARE(run.code, 3);
    QCOMPARE(run.out.count(" ? "), 90);
    QCOMPARE(run.err.count("Not asked for after an earlier failure."), 1);
    QVERIFY2(statusCalls(server) < 45, QByteArray::number(statusCalls(server)).constData());
    const Run json = m_shell.run({u"status"_s, guideProject, u"--json"_s});
    QCOMPARE(json.code, 3);
    QCOMPARE(json.err.count("\"kind\": \"not_signed_in\""), 90);
    QVERIFY(json.err.contains("\"message\": \"Not asked for after an earlier failure.\""));
    const QJsonArray rows = list(json);
    QCOMPARE(rows.size(), 90);
    for (const QJsonValue &row : rows)
        QVERIFY(row[u"status"].isNull());
}

void TestCommandLineStatus::afterALostListNoStatusIsAskedFor()
{
    FaultServer server;
    server.setHandler([](const Seen &seen) {
        const QByteArray path = seen.path();
        if (path.endsWith("/projects"))
            return Act::reply(200, page({QJsonObject{{u"id"_s, u"p1"_s}, {u"name"_s, u"good"_s}},
                                         QJsonObject{{u"id"_s, u"p2"_s}, {u"name"_s, u"bad"_s}}}));
        if (path.contains("/p2/"))
            return Act::reply(401);
        return Act::reply(200, path.endsWith("/status") ? R"({"status":"STREAMING"})"
                                                        : pageOfPipelines(3));
    });
    m_shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    m_shell.setPlace({u"--url"_s, server.url().toString()});
    QCOMPARE(m_shell.run({u"status"_s, u"-A"_s}).code, 3);
    QCOMPARE(statusCalls(server), 0);
}

// Each of the reads is told to wait, all until about the same time.
void TestCommandLineStatus::manyDelaysAreToldOnce()
{
    FaultServer server;
    QSet<QByteArray> delayed;
    server.setHandler([&delayed](const Seen &seen) {
        const QByteArray path = seen.path();
        if (path.endsWith("/streaming-pipelines"))
            return Act::reply(200, pageOfPipelines(40));
        if (delayed.contains(path))
            return Act::reply(200, R"({"status":"STREAMING"})");
        delayed.insert(path);
        return Act::reply(503, "{}", {{"Retry-After", "1"}});
    });
    m_shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    m_shell.setPlace({u"--url"_s, server.url().toString()});
    const Run run = m_shell.run({u"status"_s, guideProject});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.out.count(" STREAMING "), 40);
    const qsizetype notes = run.err.count("asks to wait");
    QVERIFY2(notes >= 1 && notes < 20, run.err.constData());
}

void TestCommandLineStatus::listsOfAllProjects_data()
{
    QTest::addColumn<QString>("verb");
    QTest::newRow("pipelines") << u"pipelines"_s;
    QTest::newRow("environments") << u"environments"_s;
}

void TestCommandLineStatus::listsOfAllProjects()
{
    QFETCH(QString, verb);
    m_shell.startSandbox({u"--seed"_s, u"demo"_s});
    const QJsonArray all = list(m_shell.run({verb, u"-A"_s, u"--json"_s}));
    QJsonArray joined;
    const QJsonArray projects = list(m_shell.run({u"projects"_s, u"--json"_s}));
    for (const QJsonValue &project : projects) {
        const QJsonArray rows = list(m_shell.run({verb, project[u"id"].toString(), u"--json"_s}));
        for (const QJsonValue &row : rows) {
            QJsonObject json = row.toObject();
            json.insert(u"projectId"_s, project[u"id"]);
            json.insert(u"projectName"_s, project[u"name"]);
            joined.append(json);
        }
    }
    QVERIFY(all.size() > 4);
    QCOMPARE(all, joined);
    const Run table = m_shell.run({verb, u"-A"_s});
    QVERIFY(table.out.startsWith("PROJECT "));
    QCOMPARE(table.out.count('\n'), all.size() + 1);
}

SLUICE_TEST(TestCommandLineStatus, Core)
#include "tst_commandlinestatus.moc"
