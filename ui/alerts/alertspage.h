// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/alert.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QScrollArea;
class QTabBar;
class QVBoxLayout;

namespace Sluice {

class AlertBlock;
class AlertWatch;
class EmptyState;
class Fleet;
class MenuButton;
class NoteLine;

// "Needs attention": the open alerts of all accounts, the most urgent first, the muted ones, and
// those that settled within a day.
class AlertsPage final : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype blocksShown = 100;

    // Both outlive it.
    AlertsPage(Fleet *fleet, AlertWatch *alerts, QWidget *parent = nullptr);

    // Open, not muted and not over: what is over is only watched for a while.
    int needingCount() const { return m_needingCount; }

    // "2 alerts need somebody, 5 pipelines", translated.
    QString countText() const;
    void focusFirst();
    // The list of the open ones.
    void showOpen();
    // The actions that say how somebody is told, for a menu of the page.
    void setWays(const QList<QAction *> &ways);
    // Why an alert did not reach somebody, one quiet line; empty: there is none.
    void setDeliveryProblem(const QString &problem);

Q_SIGNALS:
    void countsChanged();
    void openRequested(const Sluice::PipelineKey &key);
    // key: without a pipeline: the account's.
    void logRequested(const Sluice::PipelineKey &key);
    // Somebody wants to mend the way of the alerts.
    void deliveryRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum class List { Open, Muted, Settled };

    QList<Alert> listed() const;
    void update();
    void showBlocks();
    void showEmpty();
    void showWays();
    AlertBlock *makeBlock();

    Fleet *m_fleet;
    AlertWatch *m_alerts;
    QTabBar *m_lists;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    EmptyState *m_empty;
    MenuButton *m_waysButton;
    NoteLine *m_delivery;
    QList<QAction *> m_ways;
    QList<AlertBlock *> m_blocks;
    QTimer m_clock;
    int m_openCount = 0; // not muted
    int m_needingCount = 0;
    int m_openPipelines = 0;
};

} // namespace Sluice
