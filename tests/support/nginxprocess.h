// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QProcess>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QUrl>

namespace Sluice::Test {

// nginx with HTTP/2 over TLS on the loopback, for the time of this object: a peer whose HTTP/2 is
// not Qt's. It closes a connection (GOAWAY) after some requests. Below /dpc it answers {"ok":true};
// DELETE gets 204; paths below /dpc/close are cut without an answer. The certificate is made anew.
class NginxProcess
{
public:
    explicit NginxProcess(int requestsPerConnection);
    ~NginxProcess();
    Q_DISABLE_COPY_MOVE(NginxProcess)

    // Empty when it runs; else why not (nginx or openssl is not installed).
    QString problem() const { return m_problem; }

    QUrl url() const;
    // A configuration that trusts the certificate.
    QSslConfiguration trusting() const;

    // A request that the server has logged.
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
