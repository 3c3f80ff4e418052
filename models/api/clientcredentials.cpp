// SPDX-License-Identifier: Apache-2.0
#include "models/api/clientcredentials.h"

#include "models/api/address.h"
#include "models/api/fixedtoken.h"
#include "models/api/problem.h"
#include "models/api/redaction.h"
#include "models/api/replyladder.h"
#include "models/api/transport.h"

#include <QJsonObject>
#include <QUrlQuery>

namespace Sluice {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = ApiError::Kind;

namespace {

constexpr std::chrono::seconds fallbackLifetime = 1800s;
// After a failed renewal the old token is used so long before the next try.
constexpr std::chrono::seconds renewalPause = 15s;
constexpr qint64 largestReply = 1'048'576; // bytes; a token has a few thousand

QByteArray formOf(const ClientCredentials::Settings &settings)
{
    // QUrlQuery would leave a "+" as it is, and a form reads that as a blank.
    const auto pair = [](const char *name, const QString &value) {
        return QByteArray(name) + '=' + QUrl::toPercentEncoding(value);
    };
    return pair("grant_type", u"client_credentials"_s) + '&' +
           pair("client_id", settings.clientId) + '&' +
           pair("client_secret", settings.clientSecret) + '&' + pair("audience", settings.audience);
}

std::chrono::seconds lifetimeOf(const QJsonValue &value)
{
    const double seconds = value.isString() ? value.toString().toDouble() : value.toDouble();
    if (!(seconds >= 1.0))
        return fallbackLifetime;
    return std::chrono::seconds(static_cast<qint64>(std::min(seconds, 86'400.0 * 365)));
}

// True for an error that says nothing about the credentials.
bool isPassing(const ApiError &error)
{
    return error.kind == Kind::Network || error.kind == Kind::Timeout ||
           error.kind == Kind::Server || error.kind == Kind::RateLimited;
}

} // namespace

ClientCredentials::ClientCredentials(Settings settings, std::unique_ptr<Transport> transport,
                                     QObject *parent)
    : TokenSource(parent)
    , m_settings(std::move(settings))
    , m_transport(std::move(transport))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { end(Answer::End::TimedOut); });
}

ClientCredentials::~ClientCredentials()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        delete m_reply;
    }
}

void ClientCredentials::fetch(QObject *context, Handler<QByteArray> handler)
{
    if (!m_token.isEmpty() && m_settings.now() < m_renewAt) {
        handler(m_token);
        return;
    }
    m_waiting.push_back({context, std::move(handler)});
    if (m_reply)
        return;
    const QString problem = addressProblem(m_settings.tokenUrl);
    if (problem.isEmpty())
        request();
    else
        refuse(problem);
}

bool ClientCredentials::invalidate(const QByteArray &token)
{
    if (token == m_token)
        m_token.clear();
    return true;
}

void ClientCredentials::request()
{
    QNetworkRequest request = m_transport->plainRequest();
    request.setUrl(m_settings.tokenUrl);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    m_reply = m_transport->send(Verb::Post, request, formOf(m_settings));
    m_body.clear();
    connect(m_reply, &QNetworkReply::finished, this, [this] { end(Answer::End::Finished); });
    connect(m_reply, &QNetworkReply::readyRead, this, [this] {
        if (!Transport::readInto(m_body, m_reply, largestReply))
            end(Answer::End::TooLarge);
    });
    m_deadline.start(m_settings.timeout);
}

void ClientCredentials::end(Answer::End how)
{
    if (how == Answer::End::Finished && !Transport::readInto(m_body, m_reply, largestReply))
        how = Answer::End::TooLarge;
    finish(answerOf(m_reply, how, std::exchange(m_body, {})));
}

void ClientCredentials::finish(Answer answer)
{
    m_deadline.stop();
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    m_transport->done(reply);
    reply->abort();
    reply->deleteLater();

    if (answer.status >= 300)
        stripSecret(answer.body, m_settings.clientSecret.toUtf8());
    // A token request changes nothing on the server. Judged as a read, its effect is never unknown.
    Request asRead;
    asRead.timeout = m_settings.timeout;
    if (auto fault = faultOf(asRead, answer, QDateTime::currentDateTimeUtc())) {
        if (answer.status == 400 || answer.status == 403)
            fault->kind = Kind::Unauthorized;
        const bool oldServes = !m_token.isEmpty() && m_settings.now() < m_validUntil;
        if (oldServes && isPassing(*fault)) {
            m_renewAt = std::min(m_validUntil, m_settings.now() + renewalPause);
            notify(m_token);
            return;
        }
        notify(named(std::move(*fault)));
        return;
    }
    notify(accept(answer.body));
}

Result<QByteArray> ClientCredentials::accept(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const QByteArray token = object.value("access_token"_L1).toString().toUtf8();
    if (!isUsableToken(token)) {
        ApiError error;
        error.kind = Kind::BadReply;
        error.httpStatus = 200;
        error.message = ApiError::tr("the sign-in answer holds no access token");
        return named(error);
    }
    const std::chrono::milliseconds lifetime = lifetimeOf(object.value("expires_in"_L1));
    m_token = token;
    m_renewAt = m_settings.now() + lifetime * 8 / 10;
    m_validUntil = m_settings.now() + lifetime;
    return m_token;
}

void ClientCredentials::refuse(const QString &why)
{
    ApiError error;
    error.kind = Kind::Tls;
    error.message = why;
    notify(named(error));
}

void ClientCredentials::notify(const Result<QByteArray> &result)
{
    // A handler may fetch again or delete this source.
    const std::vector<Waiter> waiting = std::exchange(m_waiting, {});
    for (const Waiter &waiter : waiting) {
        if (waiter.context)
            waiter.handler(result);
    }
}

ApiError ClientCredentials::named(ApiError error) const
{
    error.target = u"POST "_s + m_settings.tokenUrl.path();
    error.host = m_settings.tokenUrl.host();
    switch (error.kind) {
    case Kind::NotFound:
    case Kind::Rejected:
    case Kind::BadReply:
        error.advice = tokenAddressAdvice(m_settings.tokenUrl);
        if (error.advice.isEmpty())
            error.advice = ApiError::tr("Check the address of the sign-in.");
        break;
    default: break;
    }
    removeSecret(error, m_settings.clientSecret.toUtf8());
    removeSecret(error, m_token);
    return error;
}

} // namespace Sluice
