// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/alert.h"

#include <QMenu>

namespace Sluice {

class AlertWatch;

// For how long nobody is told of an alert. It says when each mute would end.
class MuteMenu final : public QMenu
{
    Q_OBJECT

public:
    // pipeline: the name of its only one; empty: there are several, or none.
    MuteMenu(AlertWatch *alerts, const Alert &alert, const QString &pipeline,
             QWidget *parent = nullptr);

private:
    void addMute(const QString &text, const QString &objectName, int hours);
    void chooseWindow();

    AlertWatch *m_alerts;
    Alert m_alert;
};

} // namespace Sluice
