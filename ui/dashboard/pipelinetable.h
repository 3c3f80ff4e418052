// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/selection.h"

#include <QHash>
#include <QTableView>
#include <QTimer>

class QSettings;

namespace Sluice {

class PipelineFilter;

// The dashboard's table: columns with their delegates, widths and order kept in the settings, times
// that go on by themselves while the table is on screen. The columns share its width until the user
// changes one.
class PipelineTable final : public QTableView
{
    Q_OBJECT

public:
    PipelineTable(PipelineFilter *filter, QSettings *settings, QWidget *parent = nullptr);
    ~PipelineTable() override;

    Selection selection() const; // in the order of the rows
    PipelineKey currentPipeline() const;
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
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void setUpDelegates();
    void setUpHeaders();
    void setUpWidths();
    void fitColumns();
    void repaintTimes();
    void rowsChanged(const QModelIndex &first, const QModelIndex &last);

    PipelineFilter *m_filter;
    QSettings *m_settings;
    QHash<int, int> m_leastWidths; // by column
    bool m_fitsColumns = true;     // until the user chose widths
    bool m_isFitting = false;
    QTimer m_clock;
    QTimer m_hold;
};

} // namespace Sluice
