// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/table/pipelinefilter.h"
#include "models/fleet/table/selection.h"
#include "models/views/savedview.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QMenu;
class QSettings;
class QSplitter;

namespace Sluice {

class BusyLine;
class EmptyState;
class FilterBar;
class Fleet;
class PipelineDetails;
class PipelineTable;
class ReferenceMonitor;
class StateStrip;
struct History;
class TextLabel;

// The table of pipelines, with its filters above and the details of one pipeline below.
class DashboardPage final : public QWidget
{
    Q_OBJECT

public:
    // showDetails: checkable, shows and hides the pane below the table. views: the menu of the
    // saved views.
    DashboardPage(Fleet *fleet, const ReferenceMonitor *secrets, const History &history,
                  QSettings *settings, QAction *showDetails, QMenu *views,
                  QWidget *parent = nullptr);
    ~DashboardPage() override;

    PipelineTable *table() const { return m_table; }

    int shownCount() const { return m_filter->rowCount(); }

    // words: the place in words, for its chip.
    void setScope(const PipelineFilter::Scope &scope, const QString &words);
    // What the table shows, and how, without a name and without the place.
    SavedView view() const;
    // All of the view but its place.
    void showView(const SavedView &view);
    void focusFilter();
    // For F6: the filters, the table, and what stands below it.
    QList<QWidget *> panes() const;
    // Whether there is any tag or pin to choose by.
    void setHasTags(bool hasTags);
    // Pipelines with edits that are not on the server get a mark at their names.
    void setEdited(const QSet<PipelineKey> &pipelines);
    // Selects this pipeline and scrolls to it. Removes the filters that hide it.
    void showPipeline(const PipelineKey &key);
    // Shows all pipelines that name this runner, and no others. name: the runner's, for its chip.
    void showRunner(const QString &account, const QString &agentId, const QString &name);

Q_SIGNALS:
    void scopeRemoved();
    void shownCountChanged();
    void newPipelineRequested();
    void openRequested(const Sluice::PipelineKey &key);
    // A field is to be edited; path: dotted.
    void fieldRequested(const Sluice::PipelineKey &key, const QString &path);
    void logRequested(const Sluice::PipelineKey &key);
    void retentionRequested(const Sluice::PipelineKey &key);

private:
    void build(QAction *showDetails);
    void makePaneHeader(QAction *showDetails);
    void connectFilters();
    void showFindings(const ReferenceMonitor *secrets);
    FilterChoice filterChoice() const;
    void keepFilters();
    void setFilters(const FilterChoice &choice);
    void takeFacets();
    void clearFilters();
    void setBadges(const QSet<Badge> &badges);
    void followSelection();
    void updatePane();
    void rowsChanged();
    void updateEmptyState();
    void updateBusy();
    bool isLoading() const;
    QString whyNothingCame() const;
    QString emptyPlace() const;

    Fleet *m_fleet;
    QSettings *m_settings;
    PipelineFilter *m_filter;
    QWidget *m_above; // holds the strip and the bar
    StateStrip *m_strip;
    FilterBar *m_bar;
    PipelineTable *m_table;
    BusyLine *m_busy;
    EmptyState *m_empty;
    QSplitter *m_splitter;
    PipelineDetails *m_details;
    TextLabel *m_paneTitle;
    QTimer m_paneTimer; // waits for a second click
    bool m_emptyClears = false;
    bool m_wantsDetails = true;
};

} // namespace Sluice
