// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/selection.h"

#include <QSet>
#include <QTableView>
#include <QTimer>

#include <memory>

class QSettings;

namespace Sluice {

class PipelineColumns;
class PipelineFilter;

// The dashboard's table: columns with their delegates (see PipelineColumns for their widths), times
// that go on by themselves while the table is on screen. A selection comes back with its rows when
// a filter had taken them away.
class PipelineTable final : public QTableView
{
    Q_OBJECT

public:
    PipelineTable(PipelineFilter *filter, QSettings *settings, QWidget *parent = nullptr);
    ~PipelineTable() override;

    Selection selection() const; // in the order of the rows
    PipelineKey currentPipeline() const;
    // The one that the details are about: the only one selected, else the current one.
    QModelIndex shownIndex() const;
    void select(const PipelineKey &key);

    // The default order: by state, problems first, then name.
    bool isProblemsFirst() const;
    void sortProblemsFirst();

Q_SIGNALS:
    void selectionUpdated(); // which rows, or what the actions need to know of them
    void currentPipelineChanged(const Sluice::PipelineKey &key);
    void openRequested();
    void orderChanged();

protected:
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void setUpDelegates();
    void setUpHeaders(QSettings *settings);
    void rowsLeave(int first, int last);
    void rowsLeft();
    void rowsCame(int first, int last);
    void repaintTimes();
    void rowsChanged(const QModelIndex &first, const QModelIndex &last);

    PipelineFilter *m_filter;
    std::unique_ptr<PipelineColumns> m_columns;
    // Selected rows that a filter took away, so that they are selected again when they come back;
    // until the user selects something else.
    QSet<PipelineKey> m_leftSelected;
    PipelineKey m_leftCurrent;
    bool m_selectsItself = false; // what is selected changes without the user
    QTimer m_clock;
    QTimer m_hold;
};

} // namespace Sluice
