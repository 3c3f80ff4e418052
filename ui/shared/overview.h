// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"

#include <QJsonObject>
#include <QPersistentModelIndex>
#include <QScrollArea>

class QTableView;
class QVBoxLayout;

namespace Sluice {

class BadgeLabel;
class FindingList;
class Fleet;
class FlowDiagram;
class RecentEvents;
class ReferenceMonitor;
class LinkButton;
class TableList;
class TextLabel;
class TimelineView;
struct History;

// One pipeline at a glance: its badge and since when, what is known of it and of its secrets, the
// way from source to runner to target, its timeline, its tables and its last events.
class Overview final : public QScrollArea
{
    Q_OBJECT

public:
    Overview(Fleet *fleet, const ReferenceMonitor *secrets, const History &history,
             QWidget *parent = nullptr);

    // Shows the row of the PipelineModel as it is now. Call it again when the row changed.
    void setRow(const QModelIndex &row);

Q_SIGNALS:
    // All pipelines that name this runner are to be shown.
    void runnerRequested(const QString &account, const QString &agentId, const QString &name);
    // A field is to be edited; path: dotted.
    void fieldRequested(const Sluice::PipelineKey &key, const QString &path);
    // The user wants to say how long the source of this pipeline keeps its log.
    void retentionRequested(const Sluice::PipelineKey &key);
    // All events of this pipeline are to be shown.
    void logRequested(const Sluice::PipelineKey &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QLayout *makeStateLine();
    QWidget *makeClockLine();
    QWidget *makeTables();
    void addHistory(QVBoxLayout *layout, const History &history);
    PipelineKey key() const;
    void showState();
    void showLabel();
    void showFindings();
    void showRunner();
    void showTables();
    void showTimes();
    void showClock(const QDateTime &now);
    void giveRoom();

    Fleet *m_fleet;
    const ReferenceMonitor *m_secrets;
    QPersistentModelIndex m_row;
    BadgeLabel *m_badge;
    TextLabel *m_since;
    TextLabel *m_checked;
    TextLabel *m_known;
    QWidget *m_clockLine;
    TextLabel *m_clock; // how long the source's log reaches back still
    LinkButton *m_retention;
    TextLabel *m_label;
    FindingList *m_findings;
    FlowDiagram *m_flow;
    TextLabel *m_tablesTitle;
    TableList *m_tables;
    QTableView *m_tablesView;
    TimelineView *m_timeline = nullptr; // both null where nothing is kept
    RecentEvents *m_events = nullptr;
    QJsonObject m_definition;
    int m_timer = 0;
};

} // namespace Sluice
