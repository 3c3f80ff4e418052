// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/contract/shell.h"

#include <QJsonObject>
#include <QList>
#include <QUrl>

namespace Sluice::Test {

// A running "sluice watch --json". The event loop of the test must go on while it is waited for.
class WatchProcess
{
public:
    WatchProcess(const Shell &shell, const QStringList &words);
    ~WatchProcess();

    Q_DISABLE_COPY_MOVE(WatchProcess)

    // All objects that it has printed so far.
    const QList<QJsonObject> &events();
    QList<QJsonObject> events(const QString &kind);
    // "found STREAMING", "STREAMING -> STOPPING", of the pipeline with this id or name.
    QStringList course(const QString &pipeline);
    // Where it serves its metrics; empty until it has said so.
    QUrl metrics();

    bool isRunning() const { return m_process->state() == QProcess::Running; }

    // Sends the signal and waits for the end.
    Run endBy(int signal);
    Run finish();

    QByteArray output() const { return m_out; }

private:
    void read();

    std::unique_ptr<QProcess> m_process;
    QByteArray m_out;
    QByteArray m_err;
    QList<QJsonObject> m_events;
    qsizetype m_parsed = 0;
};

} // namespace Sluice::Test
