// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"

#include <QJsonObject>
#include <QPersistentModelIndex>
#include <QScrollArea>

class QTableView;

namespace Sluice {

class BadgeLabel;
class FindingList;
class Fleet;
class FlowDiagram;
class ReferenceMonitor;
class TableList;
class TextLabel;

// One pipeline at a glance: its badge and since when, what is known of it and of its secrets, the
// way from source to runner to target, and its tables.
class Overview final : public QScrollArea
{
    Q_OBJECT

public:
    Overview(Fleet *fleet, const ReferenceMonitor *secrets, QWidget *parent = nullptr);

    // Shows the row of the PipelineModel as it is now. Call it again when the row changed.
    void setRow(const QModelIndex &row);

Q_SIGNALS:
    // All pipelines that name this runner are to be shown.
    void runnerRequested(const QString &account, const QString &agentId, const QString &name);
    // A field is to be edited; path: dotted.
    void fieldRequested(const Sluice::PipelineKey &key, const QString &path);

protected:
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QLayout *makeStateLine();
    QWidget *makeTables();
    PipelineKey key() const;
    void showState();
    void showFindings();
    void showRunner();
    void showTables();
    void showTimes();

    Fleet *m_fleet;
    const ReferenceMonitor *m_secrets;
    QPersistentModelIndex m_row;
    BadgeLabel *m_badge;
    TextLabel *m_since;
    TextLabel *m_checked;
    TextLabel *m_known;
    FindingList *m_findings;
    FlowDiagram *m_flow;
    TextLabel *m_tablesTitle;
    TableList *m_tables;
    QTableView *m_tablesView;
    QJsonObject m_definition;
    int m_timer = 0;
};

} // namespace Sluice
