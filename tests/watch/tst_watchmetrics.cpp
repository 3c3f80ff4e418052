// SPDX-License-Identifier: Apache-2.0
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"
#include "tests/watch/metricstalk.h"
#include "tests/watch/watchprocess.h"

#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace Sluice::Test;

// The metrics of the real program.
class TestWatchMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsStates();
    void countsUnexpectedStops();
    void tellsWhatIsNotKnown();
    void tellsNamesApart();
    void forgetsGonePipelines();
    void countsCalls();
    void pleasesPromtool();
    void isWholeBeforeAnythingIsKnown();
    void saysThatAPortIsTaken();

private:
    Shell m_shell;
    std::unique_ptr<ScriptedApi> m_api;
};

namespace {

// The value of the sample whose line begins so; empty: there is none.
QByteArray valueOf(const QByteArray &text, const QByteArray &sample)
{
    const QByteArrayList lines = text.split('\n');
    for (const QByteArray &line : lines)
        if (line.startsWith(sample + ' '))
            return line.mid(sample.size() + 1);
    return {};
}

QByteArray stateSample(const QByteArray &pipeline, const QByteArray &state,
                       const QByteArray &runner = "Runner 1")
{
    return R"(account="@",project="Project",pipeline=")" + pipeline + R"(",runner=")" + runner +
           R"(",state=")" + state + '"';
}

} // namespace

void TestWatchMetrics::init()
{
    m_api = std::make_unique<ScriptedApi>();
    m_api->addProject(u"p"_s, u"Project"_s);
    m_api->addPipeline(u"p"_s, u"a"_s, u"a\"b\n{"_s, u"r"_s);
    m_api->agents.append(QJsonObject{{u"agentId"_s, u"r"_s}, {u"name"_s, u"Runner 1"_s}});
    m_api->statuses.insert(u"a"_s, u"STREAMING"_s);
    m_shell = Shell();
    m_shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    m_shell.setPlace({u"--url"_s, m_api->server.url().toString()});
}

namespace {

// The program, and its metrics with "@" in place of the account, whose name is its address.
class Served
{
public:
    explicit Served(const Shell &shell)
        : m_watch(shell, {u"--interval"_s, u"1"_s, u"--metrics"_s, u"0"_s})
    {}

    QByteArray text(const QByteArray &accept = {})
    {
        const QByteArray account =
            QUrl(m_watch.metrics()).isEmpty() ? QByteArray() : scrape(m_watch.metrics(), accept);
        const qsizetype begin = account.indexOf("account=\"") + 9;
        const QByteArray name = account.mid(begin, account.indexOf('"', begin) - begin);
        return QByteArray(account).replace("account=\"" + name, "account=\"@");
    }

    QByteArray value(const QByteArray &sample) { return valueOf(text(), sample); }

    WatchProcess &watch() { return m_watch; }

private:
    WatchProcess m_watch;
};

} // namespace

void TestWatchMetrics::tellsStates()
{
    Served served(m_shell);
    const QByteArray state = "sluice_pipeline_state{";
    // Quotes are escaped, and a line end is shown as its number.
    const QByteArray name = "a\\\"b<U+000A>{";
    QTRY_COMPARE_WITH_TIMEOUT(served.value(state + stateSample(name, "STREAMING") + '}'), "1",
                              20000);
    const QByteArray text = served.text();
    QVERIFY(text.endsWith("\n# EOF\n"));
    for (const char *other :
         {"STARTING", "SNAPSHOTTING", "STOPPING", "NOT_RUNNING", "UNKNOWN", "OTHER", "NOT_KNOWN"})
        QCOMPARE(valueOf(text, state + stateSample(name, other) + '}'), "0");
    m_api->statuses.insert(u"a"_s, u"REBALANCING"_s);
    QTRY_COMPARE_WITH_TIMEOUT(served.value(state + stateSample(name, "OTHER") + '}'), "1", 20000);
    QCOMPARE(served.watch().endBy(SIGTERM).code, 0);
}

void TestWatchMetrics::countsUnexpectedStops()
{
    m_api->pipelines.clear();
    m_api->addPipeline(u"p"_s, u"a"_s, u"orders"_s, u"r"_s);
    Served served(m_shell);
    const QByteArray labels =
        R"({account="@",project="Project",pipeline="orders",runner="Runner 1"})";
    QTRY_COMPARE_WITH_TIMEOUT(served.watch().events(u"found"_s).size(), 1, 20000);
    QTRY_COMPARE(served.value("sluice_unexpected_stops_total" + labels), "0");
    QCOMPARE(served.value("sluice_pipeline_stopped_unexpectedly" + labels), "0");
    m_api->statuses.insert(u"a"_s, u"NOT_RUNNING"_s);
    QTRY_COMPARE_WITH_TIMEOUT(served.value("sluice_unexpected_stops_total" + labels), "1", 20000);
    QCOMPARE(served.value("sluice_pipeline_stopped_unexpectedly" + labels), "1");
    m_api->statuses.insert(u"a"_s, u"STREAMING"_s);
    QTRY_COMPARE_WITH_TIMEOUT(served.value("sluice_pipeline_stopped_unexpectedly" + labels), "0",
                              20000);
    QCOMPARE(served.value("sluice_unexpected_stops_total" + labels), "1");
    // By way of STOPPING it was stopped by somebody, which is expected.
    m_api->statuses.insert(u"a"_s, u"STOPPING"_s);
    QTRY_COMPARE_WITH_TIMEOUT(served.watch().events(u"changed"_s).size(), 3, 20000);
    m_api->statuses.insert(u"a"_s, u"NOT_RUNNING"_s);
    QTRY_COMPARE_WITH_TIMEOUT(served.watch().events(u"changed"_s).size(), 4, 20000);
    QCOMPARE(served.value("sluice_unexpected_stops_total" + labels), "1");
}

void TestWatchMetrics::tellsWhatIsNotKnown()
{
    m_api->pipelines.clear();
    m_api->addPipeline(u"p"_s, u"a"_s, u"orders"_s, u"r"_s);
    m_api->addPipeline(u"p"_s, u"b"_s, u"never"_s, u"r"_s);
    m_api->refusals.insert("/b/status", 500);
    Served served(m_shell);
    const QByteArray known =
        R"({account="@",project="Project",pipeline="orders",runner="Runner 1"})";
    const QByteArray unknown =
        R"({account="@",project="Project",pipeline="never",runner="Runner 1"})";
    QTRY_VERIFY_WITH_TIMEOUT(
        !served.value("sluice_pipeline_last_observation_seconds" + known).isEmpty(), 20000);
    QTRY_COMPARE_WITH_TIMEOUT(served.value("sluice_api_trouble{account=\"@\",kind=\"server\"}"),
                              "1", 20000);
    const QByteArray text = served.text();
    QVERIFY(valueOf(text, "sluice_pipeline_last_observation_seconds" + known).toDouble() < 60);
    QCOMPARE(valueOf(text, "sluice_pipeline_last_observation_seconds" + unknown), QByteArray());
    QCOMPARE(valueOf(text, "sluice_pipeline_state{" + stateSample("never", "NOT_KNOWN") + '}'),
             "1");
    QCOMPARE(valueOf(text, "sluice_api_trouble{account=\"@\",kind=\"not_signed_in\"}"), "0");
    // A state that was known once is not known either when its check fails.
    m_api->refusals.insert("/a/status", 500);
    QTRY_COMPARE_WITH_TIMEOUT(
        served.value("sluice_pipeline_state{" + stateSample("orders", "NOT_KNOWN") + '}'), "1",
        20000);
    QCOMPARE(served.value("sluice_pipeline_state{" + stateSample("orders", "STREAMING") + '}'),
             "0");
}

// Two series of one name would make Prometheus drop the whole scrape.
void TestWatchMetrics::tellsNamesApart()
{
    m_api->addPipeline(u"p"_s, u"b"_s, u"orders"_s, u"r"_s);
    m_api->addPipeline(u"p"_s, u"c"_s, u"orders"_s, u"r"_s);
    m_api->addPipeline(u"p"_s, u"d"_s, QString(300, u'x') + u'1', u"none"_s);
    m_api->addPipeline(u"p"_s, u"e"_s, QString(300, u'x') + u'2', u"none"_s);
    Served served(m_shell);
    QTRY_COMPARE_WITH_TIMEOUT(served.watch().events(u"found"_s).size(), 5, 20000);
    const QByteArray text = served.text();
    QCOMPARE(valueOf(text, "sluice_pipeline_state{" + stateSample("orders (b)", "STREAMING") + '}'),
             "0");
    QCOMPARE(valueOf(text, "sluice_pipeline_state{" + stateSample("orders (c)", "STREAMING") + '}'),
             "0");
    const QByteArray cut = QByteArray(199, 'x') + "… (e)";
    QCOMPARE(
        valueOf(text, "sluice_pipeline_state{" + stateSample(cut, "NOT_RUNNING", "none") + '}'),
        "1");
    QSet<QByteArray> series;
    const QByteArrayList lines = text.split('\n');
    for (const QByteArray &line : lines) {
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const QByteArray name = line.left(line.lastIndexOf(' '));
        QVERIFY2(!series.contains(name), name.constData());
        series.insert(name);
    }
}

void TestWatchMetrics::forgetsGonePipelines()
{
    m_api->addPipeline(u"p"_s, u"b"_s, u"orders"_s, u"r"_s);
    Served served(m_shell);
    QTRY_COMPARE_WITH_TIMEOUT(served.watch().events(u"found"_s).size(), 2, 20000);
    QTRY_VERIFY(served.text().contains("pipeline=\"orders\""));
    m_api->pipelines[u"p"_s].removeLast();
    m_api->refusals.insert("/b/status", 404);
    QTRY_VERIFY_WITH_TIMEOUT(!served.text().contains("pipeline=\"orders\""), 20000);
    QVERIFY(served.text().contains("sluice_pipeline_state"));
}

void TestWatchMetrics::countsCalls()
{
    m_api->addPipeline(u"p"_s, u"b"_s, u"orders"_s, u"r"_s);
    m_api->refusals.insert("/b/status", 503);
    Served served(m_shell);
    QTRY_VERIFY_WITH_TIMEOUT(served.value("sluice_api_calls_total{code=\"503\"}").toInt() > 0,
                             20000);
    const QByteArray text = served.text();
    QVERIFY(valueOf(text, "sluice_api_calls_total{code=\"200\"}").toInt() > 2);
    QCOMPARE(valueOf(text, "sluice_api_budget_limit_per_minute{account=\"@\"}"), "1000");
    const double used = valueOf(text, "sluice_api_budget_used_ratio{account=\"@\"}").toDouble();
    QVERIFY(used > 0 && used < 0.1);
    QCOMPARE(valueOf(text, "sluice_api_calls_total{code=\"none\"}"), QByteArray());
    m_api->ahead = [](const Seen &) { return Act::fault(Act::Kind::Close); };
    QTRY_VERIFY_WITH_TIMEOUT(served.value("sluice_api_calls_total{code=\"none\"}").toInt() > 0,
                             20000);
}

void TestWatchMetrics::pleasesPromtool()
{
    if (QStandardPaths::findExecutable(u"promtool"_s).isEmpty())
        QSKIP("promtool is missing; it comes with the package prometheus");
    m_api->addPipeline(u"p"_s, u"b"_s, u"注文 \\ \u202E"_s, u"r"_s);
    Served served(m_shell);
    QTRY_COMPARE_WITH_TIMEOUT(served.watch().events(u"found"_s).size(), 2, 20000);
    const QByteArray text = scrape(served.watch().metrics(), "text/plain");
    QVERIFY(text.contains("sluice_unexpected_stops_total{"));
    QProcess promtool;
    promtool.start(u"promtool"_s, {u"check"_s, u"metrics"_s});
    QVERIFY(promtool.waitForStarted());
    promtool.write(text);
    promtool.closeWriteChannel();
    QVERIFY(promtool.waitForFinished());
    QCOMPARE(promtool.readAllStandardError() + promtool.readAllStandardOutput(), QByteArray());
    QCOMPARE(promtool.exitCode(), 0);
}

void TestWatchMetrics::isWholeBeforeAnythingIsKnown()
{
    m_api->hangs = "/v1/projects";
    Served served(m_shell);
    QTRY_VERIFY_WITH_TIMEOUT(!served.watch().metrics().isEmpty(), 20000);
    QCOMPARE(scrape(served.watch().metrics()), "# EOF\n");
}

void TestWatchMetrics::saysThatAPortIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString port = QString::number(other.serverPort());
    const Run run = m_shell.run({u"watch"_s, u"--metrics"_s, port});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains("Metrics cannot be served on 127.0.0.1:" + port.toLatin1()),
             run.err.constData());
    QVERIFY(run.err.contains("Give --metrics another port"));
    QCOMPARE(m_api->server.seen().size(), 0);
}

SLUICE_TEST(TestWatchMetrics, Core)
#include "tst_watchmetrics.moc"
