// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/alert.h"

#include <QTimer>
#include <QWidget>

class QScrollArea;
class QTabBar;
class QVBoxLayout;

namespace Sluice {

class AlertBlock;
class AlertWatch;
class EmptyState;
class Fleet;

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

Q_SIGNALS:
    void countsChanged();
    void openRequested(const Sluice::PipelineKey &key);
    // key: without a pipeline: the account's.
    void logRequested(const Sluice::PipelineKey &key);

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum class List { Open, Muted, Settled };

    QList<Alert> listed() const;
    void update();
    void showBlocks();
    void showEmpty();
    AlertBlock *makeBlock();

    Fleet *m_fleet;
    AlertWatch *m_alerts;
    QTabBar *m_lists;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    EmptyState *m_empty;
    QList<AlertBlock *> m_blocks;
    QTimer m_clock;
    int m_openCount = 0; // not muted
    int m_needingCount = 0;
    int m_openPipelines = 0;
};

} // namespace Sluice
