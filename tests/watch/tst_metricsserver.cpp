// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/watch/metricsserver.h"
#include "tests/support/testprogram.h"
#include "tests/watch/metricstalk.h"

#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// The small HTTP server: what it answers, and what strangers cannot do to it.
class TestMetricsServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answersInTheFormAskedFor_data();
    void answersInTheFormAskedFor();
    void refuses_data();
    void refuses();
    void takesARequestInPieces();
    void endsLongHeaders();
    void endsSilentConnections();
    void boundsConnections();
    void sendsLargeTextsWhole();
    void saysThatAPortIsTaken();

private:
    QUrl url() const { return QUrl(m_server->url()); }

    QByteArray m_body;
    std::unique_ptr<MetricsServer> m_server;
};

void TestMetricsServer::init()
{
    m_body = "x 1\n";
    m_server = std::make_unique<MetricsServer>(
        [this](MetricsText::Form form) {
            return m_body + (form == MetricsText::Form::OpenMetrics ? "# EOF\n" : "");
        },
        std::chrono::milliseconds(1500));
    QVERIFY(m_server->listen(ListenAddress::from(u"0"_s)));
}

void TestMetricsServer::answersInTheFormAskedFor_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<bool>("isOpen");
    QTest::newRow("nothing") << QByteArray() << true;
    QTest::newRow("anything") << QByteArray("Accept: */*\r\n") << true;
    QTest::newRow("text") << QByteArray("Accept: text/plain\r\n") << false;
    QTest::newRow("any case") << QByteArray("ACCEPT:TEXT/Plain;version=0.0.4\r\n") << false;
    QTest::newRow("Prometheus") << QByteArray("Accept: application/openmetrics-text;version=1.0.0,"
                                              "text/plain;version=0.0.4;q=0.5,*/*;q=0.1\r\n")
                                << true;
}

void TestMetricsServer::answersInTheFormAskedFor()
{
    QFETCH(const QByteArray, headers);
    QFETCH(const bool, isOpen);
    const QByteArray answer =
        rawAnswer(url(), "GET /metrics HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n");
    QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
    const QByteArray type = isOpen ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
                                   : "text/plain; version=0.0.4; charset=utf-8";
    QVERIFY2(answer.contains("\r\nContent-Type: " + type + "\r\n"), answer.constData());
    QVERIFY(answer.endsWith(isOpen ? "\r\n\r\nx 1\n# EOF\n" : "\r\n\r\nx 1\n"));
    QVERIFY(answer.contains(isOpen ? "\r\nContent-Length: 10\r\n" : "\r\nContent-Length: 4\r\n"));
}

void TestMetricsServer::refuses_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("status");
    const auto row = [](const char *request, const char *status) {
        QTest::newRow(request) << QByteArray(request) << QByteArray(status);
    };
    row("GET /metrics?name=x HTTP/1.1", "200 OK");
    row("GET /metrics HTTP/1.0", "200 OK");
    row("GET / HTTP/1.1", "404 Not Found");
    row("GET /metrics/ HTTP/1.1", "404 Not Found");
    row("GET /../metrics HTTP/1.1", "404 Not Found");
    row("POST /metrics HTTP/1.1", "405 Method Not Allowed");
    row("HEAD /metrics HTTP/1.1", "405 Method Not Allowed");
    row("DELETE /x HTTP/1.1", "404 Not Found");
    row("GET /metrics", "400 Bad Request");
    row("GET /metrics HTTP/2.0", "400 Bad Request");
    row("\x16\x03\x01", "400 Bad Request");
}

void TestMetricsServer::refuses()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QByteArray, status);
    const QByteArray answer = rawAnswer(url(), request + "\r\nHost: x\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 " + status + "\r\n"), answer.constData());
    QCOMPARE(answer.contains("\r\nAllow: GET\r\n"), status.startsWith("405"));
}

void TestMetricsServer::takesARequestInPieces()
{
    QTcpSocket socket;
    socket.connectToHost(url().host(), quint16(url().port()));
    for (const char *piece : {"GET /met", "rics HTTP/1.1\r", "\nHost: x\r\n\r", "\n"}) {
        socket.write(piece);
        QTRY_COMPARE(socket.bytesToWrite(), 0);
    }
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 200 OK\r\n"));
}

void TestMetricsServer::endsLongHeaders()
{
    const QByteArray header = "GET /metrics HTTP/1.1\r\nX: " + QByteArray(8LL * 1024, 'x');
    QVERIFY(rawAnswer(url(), header).startsWith("HTTP/1.1 431 "));
    QCOMPARE(scrape(url()), "x 1\n# EOF\n");
}

void TestMetricsServer::endsSilentConnections()
{
    QCOMPARE(rawAnswer(url(), "GET /metrics HTTP/1.1\r\n"), QByteArray());
}

void TestMetricsServer::boundsConnections()
{
    std::vector<std::unique_ptr<QTcpSocket>> silent;
    for (int i = 0; i < MetricsServer::mostConnections; ++i) {
        silent.push_back(std::make_unique<QTcpSocket>());
        silent.back()->connectToHost(url().host(), quint16(url().port()));
        QTRY_COMPARE(silent.back()->state(), QAbstractSocket::ConnectedState);
    }
    QCOMPARE(rawAnswer(url(), "GET /metrics HTTP/1.1\r\n\r\n"), QByteArray());
    silent.clear();
    QTRY_COMPARE(scrape(url()), "x 1\n# EOF\n");
}

void TestMetricsServer::sendsLargeTextsWhole()
{
    m_body = QByteArray(20'000'000, 'x') + '\n';
    QCOMPARE(scrape(url()).size(), m_body.size() + 6);
}

void TestMetricsServer::saysThatAPortIsTaken()
{
    MetricsServer second([](MetricsText::Form) { return QByteArray(); });
    QVERIFY(!second.listen(ListenAddress::from(QString::number(url().port()))));
    QVERIFY(!second.errorText().isEmpty());
}

SLUICE_TEST(TestMetricsServer, Core)
#include "tst_metricsserver.moc"
