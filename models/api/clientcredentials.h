// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/replyladder.h"
#include "models/api/tokensource.h"

#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <vector>

namespace Sluice {

class Transport;

// OAuth 2.0 client credentials [provider]: one form-encoded POST with the audience. A token is
// renewed when somebody asks for it after 80 % of expires_in (1800 s when the server does not say).
// There is one request at a time, however many wait. When the server cannot be reached, the old
// token is used while it is valid. The secret is sent only over https or to this computer.
class ClientCredentials final : public TokenSource
{
    Q_OBJECT

public:
    using Clock = std::chrono::steady_clock;

    struct Settings {
        QUrl tokenUrl;
        QString clientId;
        QString clientSecret;
        QString audience = QStringLiteral("https://api.matillion.com");
        std::chrono::milliseconds timeout{30'000};
        std::function<Clock::time_point()> now = &Clock::now;
    };

    ClientCredentials(Settings settings, std::unique_ptr<Transport> transport,
                      QObject *parent = nullptr);
    ~ClientCredentials() override;

    void fetch(QObject *context, Handler<QByteArray> handler) override;
    bool invalidate(const QByteArray &token) override;

private:
    struct Waiter {
        QPointer<QObject> context;
        Handler<QByteArray> handler;
    };

    void request();
    void end(Answer::End how);
    void finish(Answer answer);
    Result<QByteArray> accept(const QByteArray &body);
    void refuse(const QString &why);
    void notify(const Result<QByteArray> &result);
    ApiError named(ApiError error) const;

    const Settings m_settings;
    std::unique_ptr<Transport> m_transport;
    QTimer m_deadline;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_body; // of the reply, so far
    std::vector<Waiter> m_waiting;
    QByteArray m_token;
    Clock::time_point m_renewAt{};
    Clock::time_point m_validUntil{};
};

} // namespace Sluice
