// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIODevice>

namespace Sluice {

// A request body that can be read once. QNetworkAccessManager sends a request again by itself when
// the connection closes before the answer; it has to rewind the body for that, and this one
// refuses, so that a write reaches the server once (the reply then ends with ContentReSendError).
class OneShotBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit OneShotBody(QByteArray data, QObject *parent = nullptr);

    bool isSequential() const override { return true; }

    qint64 bytesAvailable() const override;
    bool atEnd() const override;
    // Refuses without QIODevice's warning.
    bool seek(qint64 position) override;

    bool reset() override { return false; }

    qint64 size() const override { return m_data.size(); }

    // False only when it is certain that the server has not got the whole request: no byte of its
    // body was ever asked for. Of an empty body nothing is certain (Qt 6.4 emits requestSent for
    // requests without a body only).
    bool mayHaveLeft() const { return m_data.isEmpty() || wasRead(); }

    bool wasRead() const { return m_read > 0; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    const QByteArray m_data;
    qint64 m_read = 0;
};

} // namespace Sluice
