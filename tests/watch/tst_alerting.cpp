// SPDX-License-Identifier: Apache-2.0
// The real Prometheus and the real Alertmanager with the files of packaging/prometheus: a pipeline
// of the sandbox stops by itself, and the alert comes out at the other end.
#include "tests/watch/watchprocess.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice::Test;

class TestAlerting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anUnexpectedStopBecomesAnAlert();

private:
    void write(const QString &name, const QByteArray &text) const;
    void begin(QProcess &process, const QString &program, const QStringList &words) const;
    QJsonDocument get(const QString &url);

    QTemporaryDir m_folder;
    QNetworkAccessManager m_network;
};

namespace {

// A port that is free now.
QString freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return QString::number(server.serverPort());
}

// Ends with the test, however that ends.
struct Program : QProcess {
    ~Program() override
    {
        terminate();
        if (!waitForFinished(10'000))
            kill();
        waitForFinished();
    }
};

} // namespace

void TestAlerting::initTestCase()
{
    for (const QString &program : {u"prometheus"_s, u"prometheus-alertmanager"_s})
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP(
                "prometheus or prometheus-alertmanager is missing; the packages have these names");
}

void TestAlerting::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

void TestAlerting::begin(QProcess &process, const QString &program, const QStringList &words) const
{
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardOutputFile(m_folder.filePath(program + u".log"_s));
    process.start(program, words);
    QVERIFY(process.waitForStarted());
}

QJsonDocument TestAlerting::get(const QString &url)
{
    const std::unique_ptr<QNetworkReply> reply(m_network.get(QNetworkRequest(QUrl(url))));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000))
        return {};
    return QJsonDocument::fromJson(reply->readAll());
}

void TestAlerting::anUnexpectedStopBecomesAnAlert()
{
    // One in four of twelve pipelines stops by itself within two minutes of the sandbox's time.
    Shell shell;
    shell.startSandbox({u"--seed"_s, u"12"_s, u"--unrest"_s, u"40"_s, u"--speed"_s, u"1"_s});
    WatchProcess watch(shell, {u"--interval"_s, u"2"_s, u"--metrics"_s, u"0"_s});
    QTRY_COMPARE_WITH_TIMEOUT(watch.events(u"found"_s).size(), 12, 20000);

    const QString alertmanager = u"127.0.0.1:"_s + freePort();
    const QString prometheus = u"127.0.0.1:"_s + freePort();
    QFile shipped(QStringLiteral(SLUICE_PACKAGING "/prometheus/prometheus.yml"));
    QVERIFY(shipped.open(QIODevice::ReadOnly));
    QByteArray configuration = shipped.readAll();
    // As shipped, but faster, and at the places of this test.
    configuration.replace("15s", "1s")
        .replace("127.0.0.1:9093", alertmanager.toLatin1())
        .replace("127.0.0.1:9464", "127.0.0.1:" + QByteArray::number(watch.metrics().port()));
    write(u"prometheus.yml"_s, configuration);
    QVERIFY(QFile::copy(QStringLiteral(SLUICE_PACKAGING "/prometheus/sluice.rules.yml"),
                        m_folder.filePath(u"sluice.rules.yml"_s)));
    write(u"alertmanager.yml"_s, "route: {receiver: nobody, group_wait: 0s}\n"
                                 "receivers: [{name: nobody}]\n");
    Program manager;
    begin(manager, u"prometheus-alertmanager"_s,
          {u"--config.file=alertmanager.yml"_s, u"--storage.path=alerts"_s,
           u"--web.listen-address="_s + alertmanager, u"--cluster.listen-address="_s});
    Program server;
    begin(server, u"prometheus"_s,
          {u"--config.file=prometheus.yml"_s, u"--storage.tsdb.path=data"_s,
           u"--web.listen-address="_s + prometheus});

    const auto query = [&](const QString &expression) {
        return get(u"http://%1/api/v1/query?query=%2"_s.arg(
                       prometheus, QString::fromLatin1(QUrl::toPercentEncoding(expression))))
            .object()
            .value("data"_L1)["result"_L1]
            .toArray();
    };
    // The fleet is scraped whole: twelve pipelines, each in one state.
    QTRY_COMPARE_WITH_TIMEOUT(
        query(u"sum(sluice_pipeline_state)"_s).at(0)["value"_L1][1].toString(), u"12"_s, 60000);
    QCOMPARE(query(u"count(sluice_unexpected_stops_total)"_s).at(0)["value"_L1][1].toString(),
             u"12"_s);
    QCOMPARE(query(u"up{job=\"sluice\"}"_s).at(0)["value"_L1][1].toString(), u"1"_s);
    const auto alerts = [&] {
        QStringList names;
        const QJsonArray all = get(u"http://%1/api/v2/alerts"_s.arg(alertmanager)).array();
        for (const QJsonValue &alert : all)
            if (alert["labels"_L1]["alertname"_L1] == "SluicePipelineStoppedUnexpectedly"_L1)
                names.append(alert["labels"_L1]["pipeline"_L1].toString());
        return names;
    };
    QTRY_VERIFY_WITH_TIMEOUT(!alerts().isEmpty(), 180'000);
    // It is one that the watch saw stop.
    const QStringList stopped = alerts();
    for (const QString &pipeline : stopped)
        QVERIFY2(watch.course(pipeline).contains(u"STREAMING -> NOT_RUNNING"_s),
                 qPrintable(pipeline));
}

QTEST_GUILESS_MAIN(TestAlerting)
#include "tst_alerting.moc"
