// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/accesstokens.h"

#include <QRandomGenerator>
#include <QUrl>
#include <QUrlQuery>

#include <array>
#include <mutex>
#include <optional>

using namespace Qt::StringLiterals;

namespace Sluice::Sandbox {

namespace {

QByteArray randomHex()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words)).toHex();
}

Answer oauthError(int status, const QString &error, const QString &description)
{
    Answer answer = json(status, {{u"error"_s, error}, {u"error_description"_s, description}});
    answer.headers.emplace("Cache-Control", "no-store");
    return answer;
}

QString formValue(const QUrlQuery &form, const QString &name)
{
    // A plus stands for a space in a form (the URL standard). QUrlQuery does not decode it.
    QString value = form.queryItemValue(name, QUrl::FullyEncoded);
    value.replace(u'+', u' ');
    return QUrl::fromPercentEncoding(value.toUtf8());
}

// RFC 6749: a client that tried Basic gets a header that names Basic.
Answer tokenRefused(bool triedBasic)
{
    Answer answer = oauthError(401, u"access_denied"_s, u"Unauthorized"_s);
    if (triedBasic)
        answer.headers.emplace("WWW-Authenticate", R"(Basic realm="oauth")");
    return answer;
}

// Decodes plus and percent in a part of a form.
QString decoded(QByteArray text)
{
    return QUrl::fromPercentEncoding(text.replace('+', ' '));
}

// Reads an Authorization header of the scheme Basic. Nothing when the scheme is another. RFC 6749
// wants both parts encoded as in a form, but not all clients do that. So both ways are accepted.
std::optional<Credentials> basicCredentials(std::string_view authorization,
                                            const Credentials &expected)
{
    constexpr std::string_view scheme = "basic ";
    if (!equalsIgnoringCase(authorization.substr(0, scheme.size()), scheme))
        return std::nullopt;
    authorization.remove_prefix(scheme.size());
    const QByteArray text =
        QByteArray::fromBase64(QByteArray(authorization.data(), qsizetype(authorization.size())));
    const qsizetype colon = std::max<qsizetype>(text.indexOf(':'), 0);
    const QByteArray id = text.left(colon);
    const QByteArray secret = text.mid(colon + 1);
    if (QString::fromUtf8(id) == expected.clientId &&
        QString::fromUtf8(secret) == expected.clientSecret)
        return expected;
    return Credentials{decoded(id), decoded(secret)};
}

} // namespace

Credentials Credentials::random()
{
    return {u"sandbox-"_s + QString::fromLatin1(randomHex().left(16)),
            QString::fromLatin1(randomHex())};
}

AccessTokens::AccessTokens(Credentials credentials, std::chrono::seconds lifetime)
    : m_credentials(std::move(credentials))
    , m_lifetime(lifetime)
{}

Answer AccessTokens::issue(const Request &request)
{
    const QUrlQuery form(QString::fromUtf8(request.body.data(), qsizetype(request.body.size())));
    const QString grant = formValue(form, u"grant_type"_s);
    if (grant.isEmpty())
        return oauthError(400, u"invalid_request"_s, u"Missing required parameter: grant_type"_s);
    if (grant != "client_credentials"_L1)
        return oauthError(400, u"unsupported_grant_type"_s, u"Unsupported grant type"_s);
    const QString audience = formValue(form, u"audience"_s);
    if (!audience.isEmpty() && audience != "https://api.matillion.com"_L1)
        return oauthError(400, u"invalid_request"_s, u"Unknown audience"_s);
    const auto basic = basicCredentials(request.authorization, m_credentials);
    const QString id = basic ? basic->clientId : formValue(form, u"client_id"_s);
    const QString secret = basic ? basic->clientSecret : formValue(form, u"client_secret"_s);
    if (id.isEmpty() || secret.isEmpty())
        return oauthError(400, u"invalid_request"_s,
                          u"Missing required parameter: client_id or client_secret"_s);
    if (id != m_credentials.clientId || secret != m_credentials.clientSecret)
        return tokenRefused(basic.has_value());
    Answer answer = json(200, {{u"access_token"_s, QString::fromStdString(newToken())},
                               {u"token_type"_s, u"Bearer"_s},
                               {u"expires_in"_s, qint64(m_lifetime.count())},
                               {u"scope"_s, u"pipeline-execution"_s}});
    answer.headers.emplace("Cache-Control", "no-store");
    return answer;
}

bool AccessTokens::accepts(std::string_view authorization) const
{
    constexpr std::string_view scheme = "bearer ";
    if (!equalsIgnoringCase(authorization.substr(0, scheme.size()), scheme))
        return false;
    const std::shared_lock lock(m_mutex);
    const auto found = m_expiry.find(authorization.substr(scheme.size()));
    return found != m_expiry.end() && Clock::now() < found->second;
}

std::string AccessTokens::newToken()
{
    std::string token = randomHex().toStdString();
    const auto now = Clock::now();
    const std::unique_lock lock(m_mutex);
    std::erase_if(m_expiry, [&](const auto &entry) { return entry.second <= now; });
    m_expiry.emplace(token, now + m_lifetime);
    return token;
}

} // namespace Sluice::Sandbox
