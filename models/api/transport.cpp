// SPDX-License-Identifier: Apache-2.0
#include "models/api/transport.h"

#include "models/api/address.h"
#include "models/api/oneshotbody.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <algorithm>

namespace Sluice {

namespace {

QString bodyName()
{
    return QStringLiteral("oneShotBody");
}

QNetworkRequest makePlainRequest(const QSslConfiguration &ssl)
{
    QNetworkRequest request;
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Sluice/" SLUICE_VERSION));
    request.setRawHeader("Accept", "application/json");
    // Otherwise Qt asks the system for its locale at every request.
    request.setRawHeader("Accept-Language", "en");
    request.setSslConfiguration(ssl);
    // Qt 6.4 would take a raw Authorization header along to another host.
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

const OneShotBody *bodyOf(const QNetworkReply *reply)
{
    return reply->findChild<OneShotBody *>(bodyName(), Qt::FindDirectChildrenOnly);
}

bool isTls(const QNetworkRequest &request)
{
    return request.url().scheme() == QLatin1String("https");
}

QNetworkReply *sendWrite(QNetworkAccessManager *network, Verb verb, const QNetworkRequest &request,
                         QIODevice *body)
{
    switch (verb) {
    case Verb::Post: return network->post(request, body);
    case Verb::Put: return network->put(request, body);
    case Verb::Get:
    case Verb::Delete: break;
    }
    return network->sendCustomRequest(request, verbName(verb), body);
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

QNetworkReply *Transport::send(Verb verb, QNetworkRequest request,
                               const std::optional<QByteArray> &body)
{
    Lane &lane = freestLane(isTls(request));
    // What is said within this computer in clear is for no proxy. Qt 6.4 keeps the application's
    // away by itself; this does not depend on it.
    if (isThisComputer(request.url()) && lane.network->proxy().type() != QNetworkProxy::NoProxy)
        lane.network->setProxy(QNetworkProxy::NoProxy);
    ++lane.inFlight;
    ++m_inFlight;
    if (verb == Verb::Get)
        return lane.network->get(request);

    // Every write goes with a body that cannot be rewound, an empty one too: without it Qt sends a
    // DELETE again when the connection closes before the answer.
    auto device = std::make_unique<OneShotBody>(body.value_or(QByteArray()));
    device->setObjectName(bodyName());
    if (body && !request.header(QNetworkRequest::ContentTypeHeader).isValid())
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setHeader(QNetworkRequest::ContentLengthHeader, device->size());
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    QNetworkReply *reply = sendWrite(lane.network.get(), verb, request, device.get());
    device.release()->setParent(reply);
    return reply;
}

void Transport::done(QNetworkReply *reply)
{
    const auto lane = std::find_if(m_lanes.begin(), m_lanes.end(), [reply](const Lane &one) {
        return one.network.get() == reply->manager();
    });
    if (lane == m_lanes.end())
        return;
    --lane->inFlight;
    --m_inFlight;
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
    const OneShotBody *body = bodyOf(reply);
    return body && !body->mayHaveLeft();
}

bool Transport::bodyWasRead(const QNetworkReply *reply)
{
    const OneShotBody *body = bodyOf(reply);
    return body && body->wasRead();
}

} // namespace Sluice
