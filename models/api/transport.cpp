// SPDX-License-Identifier: Apache-2.0
#include "models/api/transport.h"

#include "models/api/address.h"
#include "models/api/singleexchange.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <algorithm>
#include <utility>

namespace Sluice {

namespace {

// How much a reply may hold before it is read. The rest stays with the server.
constexpr qint64 replyBuffer = qint64(512) * 1024;
constexpr qint64 pieceSize = qint64(64) * 1024;

QNetworkRequest makePlainRequest(const QSslConfiguration &ssl)
{
    QNetworkRequest request;
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Sluice/" SLUICE_VERSION));
    request.setRawHeader("Accept", "application/json");
    // readInto() limits the size. Qt would refuse a body only because it is well compressed.
    request.setDecompressedSafetyCheckThreshold(-1);
    // Without this, Qt asks the system for its locale at every request.
    request.setRawHeader("Accept-Language", "en");
    request.setSslConfiguration(ssl);
    // Qt 6.4 would send a raw Authorization header on to another host.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return request;
}

bool isTls(const QNetworkRequest &request)
{
    return request.url().scheme() == QLatin1String("https");
}

} // namespace

Transport::Transport()
    : Transport(Settings{})
{}

Transport::Transport(const Settings &settings)
    : m_plain(makePlainRequest(settings.ssl))
{
    for (int i = 0; i < std::max(1, settings.lanes); ++i) {
        Lane lane;
        lane.network = std::make_unique<QNetworkAccessManager>();
        m_lanes.push_back(std::move(lane));
    }
}

Transport::~Transport() = default;

QNetworkRequest Transport::plainRequest() const
{
    return m_plain;
}

QNetworkProxy Transport::proxyFor(const QUrl &url)
{
    // Plain text within this computer must not go to a proxy.
    if (isThisComputer(url))
        return QNetworkProxy::NoProxy;
    QNetworkProxy proxy =
        QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url)).value(0, QNetworkProxy());
    // With HttpProxy a socket asks the proxy for a tunnel, and that is enough.
    if (proxy.type() == QNetworkProxy::HttpCachingProxy)
        proxy.setType(QNetworkProxy::HttpProxy);
    return proxy.type() == QNetworkProxy::DefaultProxy ? QNetworkProxy::NoProxy : proxy;
}

QNetworkReply *Transport::send(Verb verb, QNetworkRequest request,
                               const std::optional<QByteArray> &body)
{
    ++m_inFlight;
    if (verb != Verb::Get || m_keepsNone) {
        if (body && !request.header(QNetworkRequest::ContentTypeHeader).isValid())
            request.setHeader(QNetworkRequest::ContentTypeHeader,
                              QStringLiteral("application/json"));
        return new SingleExchange(verbName(verb), request, body, proxyFor(request.url()));
    }
    Lane &lane = freestLane(isTls(request));
    // Qt 6.4 uses no application proxy for this computer. This code does not depend on that.
    if (isThisComputer(request.url()) && lane.network->proxy().type() != QNetworkProxy::NoProxy)
        lane.network->setProxy(QNetworkProxy::NoProxy);
    ++lane.inFlight;
    QNetworkReply *reply = lane.network->get(request);
    reply->setReadBufferSize(replyBuffer);
    return reply;
}

bool Transport::readInto(QByteArray &body, QNetworkReply *reply, qint64 most)
{
    while (reply->bytesAvailable() > 0) {
        const QByteArray piece = reply->read(pieceSize);
        if (piece.isEmpty())
            break;
        body += piece;
        if (body.size() > most)
            return false;
    }
    return true;
}

bool Transport::keepNoConnections()
{
    return !std::exchange(m_keepsNone, true);
}

void Transport::done(QNetworkReply *reply)
{
    --m_inFlight;
    const auto lane = std::find_if(m_lanes.begin(), m_lanes.end(), [reply](const Lane &one) {
        return one.network.get() == reply->manager();
    });
    if (lane == m_lanes.end())
        return;
    --lane->inFlight;
    const QVariant http2 = reply->attribute(QNetworkRequest::Http2WasUsedAttribute);
    if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
        m_protocol = http2.toBool() ? Protocol::Http2 : Protocol::Http1;
}

int Transport::capacity(bool tls) const
{
    if (tls && m_protocol == Protocol::Http2)
        return callsOnHttp2;
    if (tls && m_protocol == Protocol::NotKnown)
        return callsPerLane;
    return callsPerLane * static_cast<int>(m_lanes.size());
}

Transport::Lane &Transport::freestLane(bool tls)
{
    if (tls && m_protocol != Protocol::Http1)
        return m_lanes.front();
    return *std::min_element(m_lanes.begin(), m_lanes.end(),
                             [](const Lane &a, const Lane &b) { return a.inFlight < b.inFlight; });
}

bool Transport::neverLeft(const QNetworkReply *reply)
{
    const auto *exchange = qobject_cast<const SingleExchange *>(reply);
    return exchange && !exchange->mayHaveLeft();
}

} // namespace Sluice
