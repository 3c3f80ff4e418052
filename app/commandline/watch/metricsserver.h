// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/listenaddress.h"
#include "app/commandline/watch/metricstext.h"

#include <QHash>
#include <QTcpServer>

#include <chrono>
#include <functional>

class QTcpSocket;

namespace Sluice {

// Answers GET /metrics over HTTP, one request a connection. Everything is bounded, since strangers
// may come: the header, the number of connections, and the time that one may take.
class MetricsServer final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 longestHeader = 8LL * 1024; // bytes
    static constexpr int mostConnections = 16;

    using Text = std::function<QByteArray(MetricsText::Form form)>;

    // patience: for a request and for the taking of its answer.
    explicit MetricsServer(Text text,
                           std::chrono::milliseconds patience = std::chrono::seconds(10));
    ~MetricsServer() override;

    // False when it cannot listen there; errorText() says why.
    bool listen(const ListenAddress &address);

    QString errorText() const { return m_server.errorString(); }

    // "http://127.0.0.1:9464/metrics".
    QString url() const;

private:
    void onConnections();
    void onBytes(QTcpSocket *socket);
    QByteArray answerTo(const QByteArray &header) const;

    Text m_text;
    std::chrono::milliseconds m_patience;
    QTcpServer m_server;
    QHash<QTcpSocket *, QByteArray> m_headers; // what has come, of each connection
};

} // namespace Sluice
