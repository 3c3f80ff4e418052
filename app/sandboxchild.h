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

    // seed as of sluice-sandbox: "guide", "demo" or a number of pipelines.
    void start(const QString &seed);

    // Ends it without a word; for a user who disconnects. Does not wait: it is told to end, and
    // killed when it does not. A new one can be started at once.
    void stop();

    bool isRunning() const { return m_process != nullptr; }

Q_SIGNALS:
    void ready(const Sluice::SandboxChild::Ready &ready);
    // It could not be started, or ended by itself; a plain sentence.
    void failed(const QString &reason);

private:
    QProcess *makeProcess();
    void readLine();
    void ended();
    void fail(const QString &reason);

    QProcess *m_process = nullptr; // a child, as are those that are ending
    QTimer m_startLimit;
    bool m_isReady = false;
};

} // namespace Sluice
