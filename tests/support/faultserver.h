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

// A request as the server got it. Header names are in lower case.
struct Seen {
    int connection = 0; // counted from 1
    QByteArray method;
    QByteArray target; // path and query
    QHash<QByteArray, QByteArray> headers;
    QByteArray body;

    QByteArray header(const char *name) const { return headers.value(name); }

    QByteArray path() const { return target.mid(0, target.indexOf('?')); }
};

// What the server does with a request.
struct Act {
    enum class Kind {
        Reply,            // a whole answer
        Close,            // close before any byte
        CloseAfterStatus, // status line and headers, then close
        HalfBody,         // headers that promise the body, half of it, then close
        SlowBody,         // one byte after another, at the pace
        StallBody,        // headers and half of the body, then nothing
        Silence,          // never an answer
        Garbage,          // bytes that are not HTTP
        Raw,     // the pieces as they are, status lines included, one after another at the pace
        Endless, // headers, then a body that has no end
    };

    Kind kind = Kind::Reply;
    int status = 200;
    QByteArray body = "{}";
    QList<QPair<QByteArray, QByteArray>> headers = {};
    int paceMs = 5;
    bool closeAfterwards = false; // after a whole answer, or after the last piece
    bool resets = false;          // closes with a reset, so that the peer gets an error
    QList<QByteArray> pieces = {};

    static Act reply(int status, const QByteArray &body = "{}",
                     const QList<QPair<QByteArray, QByteArray>> &headers = {});
    static Act fault(Kind kind, int status = 200, const QByteArray &body = R"({"a":"0123456789"})");
    // Sends any bytes, then closes the connection.
    static Act raw(const QList<QByteArray> &pieces);
};

// A small HTTP/1.1 server on this computer. Records the requests, and answers as the test says:
// first with the queued acts, one for each request, then with those of the handler.
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

    // Sends this at once on every connection, before any request.
    void speakFirst(const QByteArray &bytes) { m_greeting = bytes; }

    // Stops listening, so that connections are refused.
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
    QTcpServer m_server; // last, so destroyed first: its sockets use the members above at their end
};

} // namespace Sluice::Test
