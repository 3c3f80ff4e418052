// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/sandboxprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace Sluice::Test {

// An answer of the server.
struct Reply {
    int status = 0; // 0: no answer
    QByteArray body;
    QList<QNetworkReply::RawHeaderPair> headers;

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }

    QByteArray header(const QByteArray &name) const;

    // The faults in the body of a 400, as "field: message" lines.
    QStringList faults() const;
};

// A blocking HTTP client with a token, for one server.
class Talk
{
public:
    explicit Talk(const SandboxProcess &sandbox);

    Reply get(const QString &path) { return send("GET", path); }

    Reply post(const QString &path, const QJsonObject &body);
    Reply put(const QString &path, const QJsonObject &body);
    Reply patch(const QString &path, const QJsonObject &body);

    Reply remove(const QString &path) { return send("DELETE", path); }

    // Sends any request to the API. path begins after /dpc. With an empty type no Content-Type is
    // sent.
    Reply send(const QByteArray &verb, const QString &path, const QByteArray &body = {},
               const QByteArray &type = "application/json");

    // Sends a form to the token endpoint.
    Reply requestToken(const QByteArray &form,
                       const QByteArray &type = "application/x-www-form-urlencoded");

    QByteArray goodForm() const;
    QString statusOf(const QString &pipelinePath);

    void setAuthorization(const QByteArray &value) { m_authorization = value; }

    QByteArray authorization() const { return m_authorization; }

private:
    Reply finish(QNetworkReply *reply);

    QNetworkAccessManager m_network;
    QUrl m_url;
    QUrl m_tokenUrl;
    QString m_clientId;
    QString m_clientSecret;
    QByteArray m_authorization;
};

// A file of tests/data/guide as an object.
QJsonObject guideFile(const QString &name);

// The ids and paths of the guide.
inline const QString guideProject = QStringLiteral("3dda0acf-e646-4f4b-b4f6-e00449b69427");
inline const QString guideAgent = QStringLiteral("2734aa6f-0c64-4d2b-9406-f44dc8f1f3b6");
inline const QString guidePipelines =
    QStringLiteral("/v1/projects/%1/streaming-pipelines").arg(guideProject);

} // namespace Sluice::Test
