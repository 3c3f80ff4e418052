// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/answerreader.h"

#include <QAbstractSocket>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

class QSslSocket;

namespace Sluice {

// One request and its answer over a connection of its own, HTTP/1.1. For writes: the request leaves
// once at most, nothing sends it again, no stale connection swallows it, and it is known whether it
// left. It ends as every QNetworkReply does: finished(), with an error for a connection that broke
// and with the status for any whole answer.
class SingleExchange final : public QNetworkReply
{
    Q_OBJECT

public:
    // Starts at once. The request's headers are sent as they are; length, host and the end of the
    // connection are added.
    SingleExchange(const QByteArray &verb, const QNetworkRequest &request,
                   const std::optional<QByteArray> &body, const QNetworkProxy &proxy,
                   QObject *parent = nullptr);
    ~SingleExchange() override;

    // False only when it is certain that the server has not got the whole request.
    bool mayHaveLeft() const;

    void abort() override;
    qint64 bytesAvailable() const override;

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;

private:
    // A name may have an address of the newer kind that leads nowhere: then one of the older kind
    // is tried soon.
    static constexpr std::chrono::milliseconds secondTry{300};

    void dial(QAbstractSocket::NetworkLayerProtocol protocol);
    void onConnected(QSslSocket *socket);
    void onError(QSslSocket *socket, QAbstractSocket::SocketError error);
    void sendRequest();
    void receive();
    void publishHead();
    void finish();
    void fail(NetworkError error, const QString &text);
    QByteArray head() const;

    const QByteArray m_verb;
    const std::optional<QByteArray> m_content;
    const QNetworkProxy m_proxy;
    const bool m_isTls;
    std::vector<std::unique_ptr<QSslSocket>> m_dialling;
    std::unique_ptr<QSslSocket> m_socket; // that was reached first
    QTimer m_secondTry;
    AnswerReader m_answer;
    QByteArray m_received;    // of the body, not yet read
    qint64 m_requestSize = 0; // 0: nothing was handed to the socket yet
    qint64 m_written = 0;
};

} // namespace Sluice
