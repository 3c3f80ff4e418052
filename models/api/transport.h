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

// The connections to one server. Uses a few QNetworkAccessManagers ("lanes"), because each opens at
// most six HTTP/1.1 connections and uses one processor. HTTP/2 uses only the first lane. Reads
// share these connections. Each write has its own one (SingleExchange), so that none is sent twice,
// or lost on a connection that the server has just closed. Nothing is redirected, cached, logged or
// remembered (cookies, passwords).
class Transport
{
public:
    struct Settings {
        int lanes = 4;
        QSslConfiguration ssl = QSslConfiguration::defaultConfiguration();
    };

    // The most calls in flight: 6 for each lane on HTTP/1.1 (as many as Qt opens to a host), 64 on
    // HTTP/2 (Qt 6.4 breaks down above 400).
    static constexpr int callsPerLane = 6;
    static constexpr int callsOnHttp2 = 64;

    Transport();
    explicit Transport(const Settings &settings);
    ~Transport();
    Q_DISABLE_COPY_MOVE(Transport)

    // A request with the settings of every call: user agent, Accept, no redirects, no cookies, no
    // cache.
    QNetworkRequest plainRequest() const;

    // Sends a request. done() must be called once for each reply, when it is finished or given up.
    QNetworkReply *send(Verb verb, QNetworkRequest request, const std::optional<QByteArray> &body);
    void done(QNetworkReply *reply);

    int inFlight() const { return m_inFlight; }

    // How many calls may be in flight now. Over TLS, only those of one lane until the first answer
    // shows the protocol.
    int capacity(bool tls) const;

    // Moves what has come of a reply to the end of body, decompressed. False when body becomes
    // larger than `most` bytes. Then the rest of the reply is not read.
    static bool readInto(QByteArray &body, QNetworkReply *reply, qint64 most);

    // From now on each read has its own connection, too. For a server that sends interim answers
    // (102, 103): QNetworkAccessManager takes these for the answer, and would take the real answer
    // for that to the next request on the same connection. True when this was not set before.
    bool keepNoConnections();

    // True when the server has certainly not got the whole request of this write.
    static bool neverLeft(const QNetworkReply *reply);

    // The proxy on the way to an address. NoProxy when there is none.
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
