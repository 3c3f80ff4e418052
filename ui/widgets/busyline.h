// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

namespace Sluice {

// A line of 2 px along the top of its parent, shown while something is fetched. It needs no room
// and takes no clicks. It stands still under reduced motion.
class BusyLine : public QWidget
{
    Q_OBJECT

public:
    explicit BusyLine(QWidget *parent);

    bool isBusy() const { return m_busy; }

    void setBusy(bool busy);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_busy = false;
    QTimer m_timer;
};

} // namespace Sluice
