// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace Sluice::Test {

// Runs sluice-sandbox while the object lives. The destructor ends the server, and fails the test
// when that end was not clean.
//
//   SandboxProcess sandbox({u"--seed"_s, u"demo"_s});
//   QVERIFY2(sandbox.isReady(), qPrintable(sandbox.errorOutput()));
//   client.setBaseUrl(sandbox.url());
class SandboxProcess
{
public:
    // Starts the server with these options and waits for its ready line.
    explicit SandboxProcess(const QStringList &options = {});
    ~SandboxProcess();

    Q_DISABLE_COPY_MOVE(SandboxProcess)

    // False when the server did not start. errorOutput() says why.
    bool isReady() const { return m_url.isValid() && !m_url.isEmpty(); }

    QUrl url() const { return m_url; } // up to and with /dpc

    QUrl tokenUrl() const { return m_tokenUrl; }

    QString clientId() const { return m_clientId; }

    QString clientSecret() const { return m_clientSecret; }

    qint64 pid() const { return m_process.processId(); }

    QString errorOutput();

    // Ends the server with SIGTERM, and waits. False when it did not end by itself with exit code
    // 0.
    bool terminate();

    // Ends the server with SIGKILL, like a power cut, and waits.
    void kill();

    // The program's path.
    static QString program();

private:
    void readReadyLine();

    QProcess m_process;
    QUrl m_url;
    QUrl m_tokenUrl;
    QString m_clientId;
    QString m_clientSecret;
};

} // namespace Sluice::Test
