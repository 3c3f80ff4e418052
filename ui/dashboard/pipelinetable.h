// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/table/selection.h"

#include <QDateTime>
#include <QHash>
#include <QSet>
#include <QTableView>
#include <QTimer>

#include <memory>
#include <optional>

class QSettings;

namespace Sluice {

class AgeDelegate;
class ColumnMenus;
class PipelineColumns;
class PipelineFilter;
class Timelines;
class SelectionKeeper;
class TablePlace;

// The dashboard's table: columns with their delegates (PipelineColumns keeps their widths), and
// times that go on while the table is on screen. Rows keep their places while the mouse is over
// them or some are selected. It repaints only cells whose data changed, rows that moved, and times
// that read differently. A filter that hides selected rows does not lose their selection (see
// SelectionKeeper).
class PipelineTable final : public QTableView
{
    Q_OBJECT

public:
    // timelines: null: there are none.
    PipelineTable(PipelineFilter *filter, QSettings *settings, Timelines *timelines,
                  QWidget *parent = nullptr);
    ~PipelineTable() override;

    Selection selection() const; // in the order of the rows
    SelectionCounts selectionCounts() const;
    PipelineKey currentPipeline() const;
    // The pipeline of the details: the only selected one, else the current one.
    QModelIndex shownIndex() const;
    // Invalid: no row shows it.
    QModelIndex indexOf(const PipelineKey &key) const;
    // Selects it and scrolls to it. False when no row shows it.
    bool select(const PipelineKey &key);
    // Gives the focus to the first row and selects it. False: there is no row.
    bool goToFirst();

    // Which columns are shown, and in which order.
    ColumnMenus *columnMenus() const { return m_menus; }

    PipelineColumns *columns() const { return m_columns.get(); }

    // A mouse button goes down or up on a row: a second click may follow.
    bool isUnderClick() const { return m_isUnderClick; }

    // What the user looks at: the rows on screen, and the selected ones when they are few.
    QSet<PipelineKey> inView() const;

    void keyboardSearch(const QString &search) override;

    // The default order: by state, problems first, then name.
    bool isProblemsFirst() const;
    void sortProblemsFirst();

    int sortColumn() const { return m_sortColumn; }

    Qt::SortOrder sortOrder() const { return m_sortOrder; }

Q_SIGNALS:
    void selectionUpdated();     // which rows
    void selectionDataChanged(); // the data that the actions need
    void inViewChanged();        // some time after it did
    void currentPipelineChanged(const Sluice::PipelineKey &key);
    void openRequested();
    void orderChanged();

public Q_SLOTS:
    void doItemsLayout() override;
    void dataChanged(const QModelIndex &first, const QModelIndex &last,
                     const QList<int> &roles) override;

protected:
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    // The rows on screen before an order changed.
    struct Shown {
        int first = 0;
        QList<PipelineKey> keys;
    };

    void setUpDelegates();
    void setUpTimelines();
    void keepSortable();
    void setUpHeaders(QSettings *settings);
    void watchRows();
    void rememberShown();
    void rowsCameOrWent();
    void repaintTimes();
    void updateHold();
    void lookSoon();

    template <typename Visit>
    void visitSelected(Visit visit) const;

    PipelineFilter *m_filter;
    Timelines *m_timelines;
    int m_sortColumn = 0; // the last one that the rows can be sorted by, and how
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    SelectionKeeper *m_keeper;
    ColumnMenus *m_menus = nullptr;
    std::unique_ptr<TablePlace> m_place;
    std::unique_ptr<PipelineColumns> m_columns;
    QHash<int, const AgeDelegate *> m_times; // by column
    QDateTime m_timesPainted;
    std::optional<Shown> m_shown; // while a new order is not laid out yet
    QSet<PipelineKey> m_toldInView;
    bool m_hasOtherRows = false; // some came or went, and are not laid out yet
    bool m_isUnderMouse = false;
    bool m_isUnderClick = false;
    QTimer m_clock;
    QTimer m_hold; // decides in the next turn of the event loop, when the rows are complete
    QTimer m_look;
};

} // namespace Sluice
