// SPDX-License-Identifier: Apache-2.0
#include "tests/watch/metricstalk.h"

#include <QTcpSocket>
#include <QTest>

namespace Sluice::Test {

QByteArray rawAnswer(const QUrl &server, const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.connectToHost(server.host(), quint16(server.port()));
    socket.write(bytes);
    QByteArray answer;
    const auto isOver = [&] {
        answer += socket.readAll();
        return socket.state() == QAbstractSocket::UnconnectedState;
    };
    return QTest::qWaitFor(isOver, 20'000) ? answer : "no end: " + answer;
}

QByteArray scrape(const QUrl &metrics, const QByteArray &accept)
{
    const QByteArray header = accept.isEmpty() ? accept : "Accept: " + accept + "\r\n";
    const QByteArray answer =
        rawAnswer(metrics, "GET /metrics HTTP/1.1\r\nHost: x\r\n" + header + "\r\n");
    const qsizetype end = answer.indexOf("\r\n\r\n");
    return answer.startsWith("HTTP/1.1 200 OK\r\n") ? answer.mid(end + 4) : QByteArray();
}

} // namespace Sluice::Test
