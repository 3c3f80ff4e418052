// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/request.h"

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
// HTTP/1.1 connections and keeps one processor busy. HTTP/2 uses the first lane only. Nothing is
// redirected, cached, logged or remembered (cookies, passwords), and no write is sent twice.
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

    // True when it is certain that the server has not got the whole request of this write.
    static bool neverLeft(const QNetworkReply *reply);
    // True when a part of this write's body went to the network.
    static bool bodyWasRead(const QNetworkReply *reply);

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
};

} // namespace Sluice
