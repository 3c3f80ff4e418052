// SPDX-License-Identifier: Apache-2.0
#include "tests/support/faultserver.h"

#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <optional>
#include <sys/socket.h>

namespace Sluice::Test {

namespace {

// Removes the first whole request from the bytes.
std::optional<Seen> takeRequest(QByteArray &bytes)
{
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return std::nullopt;
    const QList<QByteArray> lines = bytes.left(headEnd).replace("\r\n", "\n").split('\n');
    const QList<QByteArray> start = lines.first().split(' ');
    Seen seen;
    seen.method = start.value(0);
    seen.target = start.value(1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        seen.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = seen.header("content-length").toLongLong();
    if (bytes.size() < headEnd + 4 + length)
        return std::nullopt;
    seen.body = bytes.mid(headEnd + 4, length);
    bytes.remove(0, headEnd + 4 + length);
    return seen;
}

QByteArray headOf(const Act &act)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(act.status) + " Words\r\n";
    for (const auto &[name, value] : act.headers)
        head += name + ": " + value + "\r\n";
    if (act.status != 204)
        head += "Content-Type: application/json\r\nContent-Length: " +
                QByteArray::number(act.body.size()) + "\r\n";
    return head + "\r\n";
}

} // namespace

Act Act::reply(int status, const QByteArray &body,
               const QList<QPair<QByteArray, QByteArray>> &headers)
{
    Act act;
    act.status = status;
    act.body = status == 204 ? QByteArray() : body;
    act.headers = headers;
    return act;
}

Act Act::fault(Kind kind, int status, const QByteArray &body)
{
    Act act;
    act.kind = kind;
    act.status = status;
    act.body = body;
    return act;
}

Act Act::raw(const QList<QByteArray> &pieces)
{
    Act act;
    act.kind = Kind::Raw;
    act.pieces = pieces;
    act.closeAfterwards = true;
    return act;
}

FaultServer::FaultServer(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &FaultServer::accept);
    m_server.listen(QHostAddress::LocalHost);
}

QUrl FaultServer::url(const QString &path) const
{
    QUrl url(QStringLiteral("http://127.0.0.1"));
    url.setPort(m_server.serverPort());
    url.setPath(path);
    return url;
}

int FaultServer::count(const QByteArray &method, const QByteArray &path) const
{
    return static_cast<int>(std::count_if(m_seen.begin(), m_seen.end(), [&](const Seen &one) {
        return one.method == method && (path.isEmpty() || one.path() == path);
    }));
}

void FaultServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        m_incoming.insert(socket, {++m_connections, {}});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_incoming.remove(socket);
            socket->deleteLater();
        });
        if (!m_greeting.isEmpty())
            socket->write(m_greeting);
        read(socket);
    }
}

void FaultServer::read(QTcpSocket *socket)
{
    const auto it = m_incoming.find(socket);
    if (it == m_incoming.end())
        return;
    it->bytes += socket->readAll();
    while (m_incoming.contains(socket)) {
        std::optional<Seen> seen = takeRequest(m_incoming[socket].bytes);
        if (!seen)
            return;
        seen->connection = m_incoming[socket].number;
        m_seen.append(*seen);
        act(socket, *seen);
    }
}

void FaultServer::act(QTcpSocket *socket, const Seen &seen)
{
    Act act = Act::reply(200);
    if (!m_acts.empty()) {
        act = m_acts.front();
        m_acts.pop_front();
    } else if (m_handler) {
        act = m_handler(seen);
    }
    switch (act.kind) {
    case Act::Kind::Reply: socket->write(headOf(act) + act.body); break;
    case Act::Kind::CloseAfterStatus: socket->write(headOf(act)); break;
    case Act::Kind::StallBody:
    case Act::Kind::HalfBody:
        socket->write(headOf(act) + act.body.left(act.body.size() / 2));
        break;
    case Act::Kind::SlowBody:
        socket->write(headOf(act));
        drip(socket, act.body, act.paceMs);
        break;
    case Act::Kind::Garbage: socket->write("\x01\x02 this is no HTTP\r\n\r\n"); break;
    case Act::Kind::Raw: writePieces(socket, act); return;
    case Act::Kind::Endless:
        socket->write("HTTP/1.1 " + QByteArray::number(act.status) + " Words\r\n\r\n");
        connect(socket, &QTcpSocket::bytesWritten, this, [this, socket] { pour(socket); });
        break;
    case Act::Kind::Close:
    case Act::Kind::Silence: break;
    }
    const bool closes = act.kind == Act::Kind::Close || act.kind == Act::Kind::CloseAfterStatus ||
                        act.kind == Act::Kind::HalfBody || act.kind == Act::Kind::Garbage ||
                        act.closeAfterwards;
    if (closes)
        hangUp(socket, act.resets);
}

void FaultServer::hangUp(QTcpSocket *socket, bool resets)
{
    if (!resets) {
        socket->disconnectFromHost();
        return;
    }
    // Sends first what was written. With a zero linger time the connection then ends with a reset.
    socket->flush();
    const linger none{1, 0};
    ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none,
                 sizeof(none));
    socket->abort();
}

void FaultServer::writePieces(QTcpSocket *socket, const Act &act)
{
    if (!act.pieces.isEmpty())
        socket->write(act.pieces.constFirst());
    if (act.pieces.size() <= 1) {
        if (act.closeAfterwards)
            hangUp(socket, act.resets);
        return;
    }
    Act rest = act;
    rest.pieces.removeFirst();
    QTimer::singleShot(act.paceMs, socket, [this, socket, rest] { writePieces(socket, rest); });
}

void FaultServer::pour(QTcpSocket *socket)
{
    constexpr qint64 piece = qint64(256) * 1024;
    if (socket->bytesToWrite() < piece)
        socket->write(QByteArray(piece, 'x'));
}

void FaultServer::drip(QTcpSocket *socket, const QByteArray &bytes, int paceMs)
{
    if (bytes.isEmpty())
        return;
    socket->write(bytes.left(1));
    QTimer::singleShot(paceMs, socket,
                       [this, socket, bytes, paceMs] { drip(socket, bytes.mid(1), paceMs); });
}

} // namespace Sluice::Test
