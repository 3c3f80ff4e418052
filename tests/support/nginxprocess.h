// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QProcess>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QUrl>

namespace Sluice::Test {

// Runs nginx with HTTP/2 over TLS on this computer while the object lives: a peer whose HTTP/2 is
// not Qt's. It closes a connection (GOAWAY) after some requests. Below /dpc it answers {"ok":true}.
// DELETE gets 204. Paths below /dpc/close are cut without an answer. Each object makes a new
// certificate.
class NginxProcess
{
public:
    explicit NginxProcess(int requestsPerConnection);
    ~NginxProcess();
    Q_DISABLE_COPY_MOVE(NginxProcess)

    // Empty when nginx runs. Else the reason why not (nginx or openssl is not installed).
    QString problem() const { return m_problem; }

    QUrl url() const;
    // A TLS configuration that trusts the certificate.
    QSslConfiguration trusting() const;

    // A request that nginx has logged.
    struct Entry {
        QByteArray protocol; // "HTTP/2.0"
        QByteArray method;
        QByteArray requestId;
    };

    QList<Entry> log() const;

private:
    bool makeCertificate();
    bool writeConfiguration(int requestsPerConnection);
    bool waitUntilItListens();

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    QString m_problem;
};

} // namespace Sluice::Test
