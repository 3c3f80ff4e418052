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

// One request and its answer on its own HTTP/1.1 connection. Made for writes: the request is sent
// at most once, nothing repeats it, it is not lost on a connection that the server has closed, and
// it is known whether it left. Ends like every QNetworkReply with finished(): with an error when
// the connection broke, and with the status for any whole answer.
class SingleExchange final : public QNetworkReply
{
    Q_OBJECT

public:
    // Starts at once. Sends the headers of the request as they are, and adds those for length, host
    // and the end of the connection.
    SingleExchange(const QByteArray &verb, const QNetworkRequest &request,
                   const std::optional<QByteArray> &body, const QNetworkProxy &proxy,
                   QObject *parent = nullptr);
    ~SingleExchange() override;

    // False only when the server has certainly not got the whole request.
    bool mayHaveLeft() const;

    void abort() override;
    qint64 bytesAvailable() const override;

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;

private:
    // A name may have an IPv6 address that leads nowhere. So an IPv4 address is tried soon after.
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
    std::unique_ptr<QSslSocket> m_socket; // the one that connected first
    QTimer m_secondTry;
    AnswerReader m_answer;
    QByteArray m_received;    // body that the caller has not read yet
    qint64 m_requestSize = 0; // 0: nothing was given to the socket yet
    qint64 m_written = 0;
};

} // namespace Sluice
