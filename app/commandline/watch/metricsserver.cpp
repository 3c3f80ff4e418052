// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/watch/metricsserver.h"

#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QByteArray answer(const QByteArray &status, const QByteArray &type, const QByteArray &body,
                  const QByteArray &more = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type +
           "\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\nConnection: close\r\nCache-Control: no-store\r\n"
           "X-Content-Type-Options: nosniff\r\n" +
           more + "\r\n" + body;
}

QByteArray refusal(const QByteArray &status, const QByteArray &more = {})
{
    return answer(status, "text/plain; charset=utf-8", status + '\n', more);
}

// The older form only for those who ask for it and do not know the newer one.
MetricsText::Form formFor(const QByteArrayList &lines)
{
    for (const QByteArray &line : lines) {
        const QByteArray lower = line.toLower();
        if (lower.startsWith("accept:") && lower.contains("text/plain") &&
            !lower.contains("application/openmetrics-text"))
            return MetricsText::Form::Prometheus;
    }
    return MetricsText::Form::OpenMetrics;
}

} // namespace

MetricsServer::MetricsServer(Text text, std::chrono::milliseconds patience)
    : m_text(std::move(text))
    , m_patience(patience)
{
    connect(&m_server, &QTcpServer::newConnection, this, &MetricsServer::onConnections);
}

MetricsServer::~MetricsServer()
{
    const QList<QTcpSocket *> open = m_headers.keys();
    for (QTcpSocket *socket : open)
        socket->disconnect(this);
}

bool MetricsServer::listen(const ListenAddress &address)
{
    return m_server.listen(address.host, address.port);
}

QString MetricsServer::url() const
{
    return u"http://%1/metrics"_s.arg(
        ListenAddress::textOf(m_server.serverAddress(), m_server.serverPort()));
}

void MetricsServer::onConnections()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        if (m_headers.size() >= mostConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        m_headers.insert(socket, {});
        socket->setReadBufferSize(longestHeader + 1);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onBytes(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_headers.remove(socket);
            socket->deleteLater();
        });
        QTimer::singleShot(m_patience, socket, &QTcpSocket::abort);
    }
}

void MetricsServer::onBytes(QTcpSocket *socket)
{
    const auto found = m_headers.find(socket);
    if (found == m_headers.end())
        return;
    QByteArray &header = found.value();
    header += socket->read(longestHeader + 1 - header.size());
    const qsizetype end = header.indexOf("\r\n\r\n");
    if (end < 0 && header.size() <= longestHeader)
        return;
    const QByteArray reply =
        end < 0 ? refusal("431 Request Header Fields Too Large") : answerTo(header.left(end));
    socket->disconnect(this, nullptr);
    // What else comes is not read. The connection stays counted until its end.
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        m_headers.remove(socket);
        socket->deleteLater();
    });
    socket->write(reply);
    socket->disconnectFromHost();
}

QByteArray MetricsServer::answerTo(const QByteArray &header) const
{
    const QByteArrayList lines = header.split('\n');
    const QByteArrayList words = lines.constFirst().trimmed().split(' ');
    if (words.size() != 3 || !words.at(2).startsWith("HTTP/1."))
        return refusal("400 Bad Request");
    if (words.at(1).split('?').constFirst() != "/metrics")
        return refusal("404 Not Found");
    if (words.at(0) != "GET")
        return refusal("405 Method Not Allowed", "Allow: GET\r\n");
    const MetricsText::Form form = formFor(lines);
    return answer("200 OK", MetricsText::contentType(form), m_text(form));
}

} // namespace Sluice
