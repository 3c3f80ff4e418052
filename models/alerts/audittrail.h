// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/alertwatch.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>
#include <QTimer>

#include <chrono>

namespace Sluice {

// Asks the audit events who stopped a pipeline that stopped unexpectedly, and tells its alert. An
// account whose credentials may not read them is asked once, and nobody hears of it. An event may
// come late: who finds none looks once more.
class AuditTrail final : public QObject
{
    Q_OBJECT

public:
    struct Pauses {
        std::chrono::milliseconds first{3'000};   // several pipelines stop at once
        std::chrono::milliseconds second{60'000}; // an event may be late
    };

    // Both outlive it.
    AuditTrail(Fleet *fleet, AlertWatch *alerts, Pauses pauses, QObject *parent = nullptr);

    AuditTrail(Fleet *fleet, AlertWatch *alerts, QObject *parent = nullptr)
        : AuditTrail(fleet, alerts, Pauses(), parent)
    {}

private:
    // How an account stands with its audit events.
    struct Access {
        bool isRefused = false;
        bool tellsOfCommands = false; // commands to pipelines were among them
    };

    void collect();
    void ask(const QSet<PipelineKey> &keys, bool isLast);
    void askAccount(const QString &account, const QList<PipelineKey> &keys, bool isLast);
    void judge(const QString &account, const QList<PipelineKey> &keys, const QJsonArray &events,
               bool isLast);
    void askForAnyCommand(const QString &account, const QList<PipelineKey> &keys);
    void close(const QString &account, const QList<PipelineKey> &keys);
    QDateTime lastRun(const PipelineKey &key) const;

    Fleet *m_fleet;
    AlertWatch *m_alerts;
    Pauses m_pauses;
    QHash<QString, Access> m_access; // by account
    QSet<PipelineKey> m_known;       // asked for, and stopped still
    QSet<PipelineKey> m_first;       // wait for the first look
    QSet<PipelineKey> m_second;
    QTimer m_firstTimer;
    QTimer m_secondTimer;
};

} // namespace Sluice
