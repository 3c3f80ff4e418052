// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/request.h"

#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslConfiguration>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

class QNetworkAccessManager;
class QNetworkReply;

namespace Sluice {

// The way to one server: a few QNetworkAccessManagers ("lanes"), because each opens at most six
// HTTP/1.1 connections and keeps one processor busy. HTTP/2 uses the first lane only. Reads share
// these connections; each write has one of its own (SingleExchange), so that none is sent twice or
// lost on a connection that the server has just closed. Nothing is redirected, cached, logged or
// remembered (cookies, passwords).
class Transport
{
public:
    struct Settings {
        int lanes = 4;
        QSslConfiguration ssl = QSslConfiguration::defaultConfiguration();
    };

    // Most calls in flight: 6 a lane on HTTP/1.1 (Qt's connections per host), 64 on HTTP/2 (Qt 6.4
    // collapses past 400).
    static constexpr int callsPerLane = 6;
    static constexpr int callsOnHttp2 = 64;

    Transport();
    explicit Transport(const Settings &settings);
    ~Transport();
    Q_DISABLE_COPY_MOVE(Transport)

    // A request with what every call has: user agent, Accept, no redirects, no cookies, no cache.
    QNetworkRequest plainRequest() const;

    // Sends. Every reply must be handed to done() once when it is finished or given up.
    QNetworkReply *send(Verb verb, QNetworkRequest request, const std::optional<QByteArray> &body);
    void done(QNetworkReply *reply);

    int inFlight() const { return m_inFlight; }

    // How many calls may be in flight now. Until the first answer over TLS has told the protocol,
    // one lane's worth.
    int capacity(bool tls) const;

    // Moves what has come of a reply to the end of body, decompressed. False once body is larger
    // than most, in bytes; what is left of the reply is not read then.
    static bool readInto(QByteArray &body, QNetworkReply *reply, qint64 most);

    // From now on each read has a connection of its own, too: for a server that sends interim
    // answers (102, 103). QNetworkAccessManager takes these for the answer, and would take the
    // answer itself for that to the next request on the same connection. True when this is news.
    bool keepNoConnections();

    // True when it is certain that the server has not got the whole request of this write.
    static bool neverLeft(const QNetworkReply *reply);

    // The proxy on the way to an address; NoProxy for none.
    static QNetworkProxy proxyFor(const QUrl &url);

private:
    struct Lane {
        std::unique_ptr<QNetworkAccessManager> network;
        int inFlight = 0;
    };
    enum class Protocol { NotKnown, Http1, Http2 };

    Lane &freestLane(bool tls);

    QNetworkRequest m_plain;
    std::vector<Lane> m_lanes;
    Protocol m_protocol = Protocol::NotKnown;
    int m_inFlight = 0;
    bool m_keepsNone = false;
};

} // namespace Sluice
