// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/traysummary.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>
#include <QTimer>

namespace Sluice {

// The program's icon with what needs somebody in its corner: an exclamation mark in the colours of
// the worst alert, or two bars while checks are paused.
QIcon trayPicture(const TraySummary &summary, const QPalette &palette);

// The icon in the desktop's tray, where there is one. Its menu lists what to look at, and a click
// shows the window.
class TrayIcon final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it; alerts may be null. actions: below the problems.
    TrayIcon(Fleet *fleet, AlertWatch *alerts, const QList<QAction *> &actions, QWidget *window);

    const QMenu *menu() const { return &m_menu; }

    // Makes the menu anew, as it is right before it is shown.
    void fillMenu();

Q_SIGNALS:
    void showRequested();
    void openRequested(const Sluice::PipelineKey &key);
    void alertsRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();
    void addProblems(const TraySummary &summary);

    Fleet *m_fleet;
    AlertWatch *m_alerts;
    QList<QAction *> m_actions;
    QMenu m_menu; // before the icon, which uses it
    QSystemTrayIcon m_icon;
    QTimer m_soon;
};

} // namespace Sluice
