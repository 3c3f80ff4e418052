// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/httpserver.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <future>

using namespace Sluice::Sandbox;
using namespace std::chrono_literals;

// The HTTP server alone: its beginning and its end.
class TestSandboxServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stopsWhenAsked();
    void stopEndsThoughItNeverServed();
};

void TestSandboxServer::stopsWhenAsked()
{
    HttpServer server([](const Request &) { return Answer{}; });
    QVERIFY(server.bind(0));
    auto served = std::async(std::launch::async, [&server] { return server.serve(); });
    server.stop();
    QCOMPARE(served.wait_for(10s), std::future_status::ready);
    QVERIFY(served.get());
}

void TestSandboxServer::stopEndsThoughItNeverServed()
{
    // Without a port, serve() ends at once.
    HttpServer server([](const Request &) { return Answer{}; });
    server.serve();
    auto stopped = std::async(std::launch::async, [&server] { server.stop(); });
    QCOMPARE(stopped.wait_for(10s), std::future_status::ready);
}

SLUICE_TEST(TestSandboxServer, Core)
#include "tst_sandboxserver.moc"
