// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/notificationpacer.h"

#include <QDBusConnection>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>

namespace Sluice {

class AlertWatch;
class Fleet;

// Tells of alerts on the desktop (org.freedesktop.Notifications): of each once, never of more than
// a few in a minute, and takes the words back when an alert settles. Tells of finished snapshots,
// too, those of a few seconds together. A desktop without that service is no fault: the window
// tells, too.
class DesktopNotifier final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it.
    DesktopNotifier(const QDBusConnection &bus, Fleet *fleet, AlertWatch *alerts,
                    QObject *parent = nullptr);

    bool isOn() const { return m_isOn; }

    void setOn(bool on);

Q_SIGNALS:
    // Somebody clicked on one. Of several at once: all of them.
    void chosen(const QList<Sluice::Alert> &alerts);
    // Somebody clicked on a snapshot that is finished. Of several at once: the first of them.
    void snapshotChosen(const Sluice::PipelineKey &key);

private Q_SLOTS:
    void onAction(uint id, const QString &action);
    void onClosed(uint id);

private:
    void notify(const QString &summary, const QString &body, const QVariantMap &hints,
                const std::function<void(uint id)> &shown);
    void tell(const QList<Alert> &alerts);
    void tellFinished();
    void tellWaiting();
    void takeBack(const Alert &alert);

    QDBusConnection m_bus;
    Fleet *m_fleet;
    AlertWatch *m_alerts;
    NotificationPacer m_pacer;
    QHash<uint, QList<Alert>> m_shown;        // by the desktop's id
    QHash<uint, PipelineKey> m_shownFinished; // by the desktop's id
    QList<PipelineKey> m_finished;            // snapshots, not told yet
    QTimer m_timer;
    QTimer m_finishedTimer;
    bool m_isOn = true;
};

} // namespace Sluice
