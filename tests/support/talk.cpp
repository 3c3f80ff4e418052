// SPDX-License-Identifier: Apache-2.0
#include "tests/support/talk.h"

#include <QEventLoop>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

QByteArray Talk::Reply::header(const QByteArray &name) const
{
    for (const auto &pair : headers)
        if (pair.first.compare(name, Qt::CaseInsensitive) == 0)
            return pair.second;
    return {};
}

QStringList Talk::Reply::faults() const
{
    QStringList lines;
    const QJsonArray list = json().value("validation-errors"_L1).toArray();
    for (const QJsonValue &entry : list)
        lines.append(entry["field"_L1].toString() + u": "_s + entry["message"_L1].toString());
    return lines;
}

Talk::Talk(const SandboxProcess &sandbox)
    : m_url(sandbox.url())
    , m_tokenUrl(sandbox.tokenUrl())
    , m_clientId(sandbox.clientId())
    , m_clientSecret(sandbox.clientSecret())
{
    const QString token = requestToken(goodForm()).json().value("access_token"_L1).toString();
    m_authorization = "Bearer " + token.toLatin1();
}

Talk::Reply Talk::post(const QString &path, const QJsonObject &body)
{
    return send("POST", path, QJsonDocument(body).toJson());
}

Talk::Reply Talk::put(const QString &path, const QJsonObject &body)
{
    return send("PUT", path, QJsonDocument(body).toJson());
}

Talk::Reply Talk::patch(const QString &path, const QJsonObject &body)
{
    return send("PATCH", path, QJsonDocument(body).toJson());
}

Talk::Reply Talk::send(const QByteArray &verb, const QString &path, const QByteArray &body,
                       const QByteArray &type)
{
    QNetworkRequest request(QUrl(m_url.toString() + path));
    request.setTransferTimeout(30000);
    if (!m_authorization.isEmpty())
        request.setRawHeader("Authorization", m_authorization);
    if (verb == "HEAD") // with a custom verb Qt would wait for a body
        return finish(m_network.head(request));
    const bool hasBody = verb == "POST" || verb == "PUT" || verb == "PATCH";
    if (!hasBody)
        return finish(m_network.sendCustomRequest(request, verb));
    request.setHeader(QNetworkRequest::ContentTypeHeader, type);
    return finish(m_network.sendCustomRequest(request, verb, body));
}

Talk::Reply Talk::requestToken(const QByteArray &form, const QByteArray &type)
{
    QNetworkRequest request(m_tokenUrl);
    request.setTransferTimeout(30000);
    request.setHeader(QNetworkRequest::ContentTypeHeader, type);
    return finish(m_network.post(request, form));
}

QByteArray Talk::goodForm() const
{
    return "grant_type=client_credentials&client_id=" + m_clientId.toLatin1() +
           "&client_secret=" + m_clientSecret.toLatin1() +
           "&audience=https%3A%2F%2Fapi.matillion.com";
}

QString Talk::statusOf(const QString &pipelinePath)
{
    return get(pipelinePath + u"/status"_s).json().value("status"_L1).toString();
}

Talk::Reply Talk::finish(QNetworkReply *reply)
{
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    Reply result{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                 reply->readAll(), reply->rawHeaderPairs()};
    reply->deleteLater();
    return result;
}

QJsonObject guideFile(const QString &name)
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/guide/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qUtf8Printable(file.fileName()));
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace Sluice::Test
