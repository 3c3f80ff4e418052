// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/guide.h"
#include "tests/support/sandboxprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace Sluice::Test {

// A blocking HTTP client with a token, for one server.
class Talk
{
public:
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

// Where the pipelines of the guide's project are.
inline const QString guidePipelines =
    QStringLiteral("/v1/projects/%1/streaming-pipelines").arg(guideProject);

} // namespace Sluice::Test
