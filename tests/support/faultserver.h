// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <deque>
#include <functional>

class QTcpSocket;

namespace Sluice::Test {

// A request as it reached the server. Header names are in lower case.
struct Seen {
    int connection = 0; // counted from 1
    QByteArray method;
    QByteArray target; // path and query
    QHash<QByteArray, QByteArray> headers;
    QByteArray body;

    QByteArray header(const char *name) const { return headers.value(name); }

    QByteArray path() const { return target.mid(0, target.indexOf('?')); }
};

// What the server does with one request.
struct Act {
    enum class Kind {
        Reply,            // a whole answer
        Close,            // close before any byte
        CloseAfterStatus, // status line and headers, then close
        HalfBody,         // headers that promise the body, half of it, then close
        SlowBody,         // byte by byte, one each pace
        StallBody,        // headers and half of the body, then nothing
        Silence,          // never an answer
        Garbage,          // bytes that are not HTTP
        Raw,              // the pieces, status lines and all, one each pace
        Endless,          // headers, then a body that has no end
    };

    Kind kind = Kind::Reply;
    int status = 200;
    QByteArray body = "{}";
    QList<QPair<QByteArray, QByteArray>> headers = {};
    int paceMs = 5;
    bool closeAfterwards = false; // of a whole answer, or of the last piece
    bool resets = false;          // closes with a reset, so that the peer hears of an error
    QList<QByteArray> pieces = {};

    static Act reply(int status, const QByteArray &body = "{}",
                     const QList<QPair<QByteArray, QByteArray>> &headers = {});
    static Act fault(Kind kind, int status = 200, const QByteArray &body = R"({"a":"0123456789"})");
    // Any bytes at all, then the end of the connection.
    static Act raw(const QList<QByteArray> &pieces);
};

// A small HTTP/1.1 peer on the loopback that records what it is asked and answers by script: first
// the acts that were queued, one a request, then the handler's.
class FaultServer : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<Act(const Seen &)>;

    explicit FaultServer(QObject *parent = nullptr);

    // "http://127.0.0.1:PORT" + path.
    QUrl url(const QString &path = QStringLiteral("/dpc")) const;

    void then(const Act &act) { m_acts.push_back(act); }

    void setHandler(Handler handler) { m_handler = std::move(handler); }

    const QList<Seen> &seen() const { return m_seen; }

    int connections() const { return m_connections; }

    // Requests with this method and path.
    int count(const QByteArray &method, const QByteArray &path = {}) const;

    // Says this at once on every connection, before anything is asked.
    void speakFirst(const QByteArray &bytes) { m_greeting = bytes; }

    // Stops to listen, so that a connection is refused.
    void close() { m_server.close(); }

private:
    struct Incoming {
        int number = 0;
        QByteArray bytes;
    };

    void accept();
    void read(QTcpSocket *socket);
    void act(QTcpSocket *socket, const Seen &seen);
    void drip(QTcpSocket *socket, const QByteArray &bytes, int paceMs);
    void writePieces(QTcpSocket *socket, const Act &act);
    void pour(QTcpSocket *socket);
    static void hangUp(QTcpSocket *socket, bool resets);

    QHash<QTcpSocket *, Incoming> m_incoming;
    std::deque<Act> m_acts;
    Handler m_handler;
    QList<Seen> m_seen;
    QByteArray m_greeting;
    int m_connections = 0;
    QTcpServer m_server; // last: its sockets say goodbye to the members above
};

} // namespace Sluice::Test
