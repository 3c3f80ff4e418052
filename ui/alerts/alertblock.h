// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/alert.h"

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace Sluice {

class AlertTexts;
class AlertWatch;
class Fleet;
class MenuButton;
class TextLabel;

// One alert: the fact, what is known of it, where and since when, with what can be done; and the
// pipelines of a group below it.
class AlertBlock final : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype partsShown = 20;

    // Both outlive it.
    AlertBlock(Fleet *fleet, AlertWatch *alerts, QWidget *parent);

    const Alert &alert() const { return m_alert; }

    void setAlert(const Alert &alert);
    // The times go on.
    void updateTimes();
    void focusFirst();

Q_SIGNALS:
    void openRequested(const Sluice::PipelineKey &key);
    void logRequested(const Sluice::PipelineKey &key);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *makeButton(const char *iconName, const QString &text, const QString &objectName);
    QString muteText(const QDateTime &now) const;
    void showParts();
    void showMuteMenu();

    Fleet *m_fleet;
    AlertWatch *m_alerts;
    Alert m_alert;
    TextLabel *m_title;
    TextLabel *m_known;
    TextLabel *m_place;
    TextLabel *m_time;
    QPushButton *m_open;
    QPushButton *m_check;
    QPushButton *m_log;
    MenuButton *m_mute;
    QWidget *m_parts;
    QGridLayout *m_grid;
};

} // namespace Sluice
