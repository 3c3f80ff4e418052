// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QProcess>
#include <QTimer>
#include <QUrl>

namespace Sluice {

// The local sandbox as a child process on a free port. It ends with this object, and when this
// program is killed too: it watches the pipe to its standard input.
class SandboxChild final : public QObject
{
    Q_OBJECT

public:
    // What the sandbox says when it is ready; the client id and secret are made for this run only.
    struct Ready {
        QUrl url;
        QUrl tokenUrl;
        QString clientId;
        QString clientSecret;
    };

    explicit SandboxChild(QObject *parent = nullptr);
    ~SandboxChild() override;

    // seed: as sluice-sandbox takes it: "guide", "demo" or a number of pipelines.
    void start(const QString &seed);

    // Ends the sandbox without a signal, for a user who disconnects. Does not wait: asks the
    // process to end, and kills it when it does not. A new one can be started at once.
    void stop();

    bool isRunning() const { return m_process != nullptr; }

Q_SIGNALS:
    void ready(const Sluice::SandboxChild::Ready &ready);
    // The sandbox could not be started, or ended by itself. reason: a plain sentence.
    void failed(const QString &reason);

private:
    QProcess *makeProcess();
    void readLine();
    void ended();
    void fail(const QString &reason);

    QProcess *m_process = nullptr; // a child of this object, like those that are ending
    QTimer m_startLimit;
    bool m_isReady = false;
};

} // namespace Sluice
