// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/definition/secret/secretreference.h"
#include "ui/references/referencetree.h"

#include <QSet>
#include <QWidget>

class QSettings;
class QSplitter;
class QStackedWidget;

namespace Sluice {

class EmptyState;
class Fleet;
class ReferenceDetails;
class ReferenceExport;
class ReferenceFilter;
class ReferenceMonitor;
class ReferencesBar;
class ReferencesModel;
class ReferencesTable;
struct PathChooser;

// Every reference to a secret of every account, as a list or as a map by vault or runner: who uses
// it, what may be wrong with it, and a way to move pipelines from one to another.
class ReferencesPage final : public QWidget
{
    Q_OBJECT

public:
    // All of them outlive it.
    ReferencesPage(Fleet *fleet, ReferenceMonitor *monitor, QSettings *settings,
                   const PathChooser &paths, QWidget *parent = nullptr);
    ~ReferencesPage() override;

    void focusFilter();
    void focusRows();
    // "10 of 33 references, 4 with findings", translated.
    QString countText() const;
    int withFindings() const;
    // The account of the filter; empty: all.
    QString account() const;

Q_SIGNALS:
    void openRequested(const Sluice::PipelineKey &key);
    void countsChanged();
    // Re-points the selected references, each once. pipelines: the selected users; empty: all.
    void repointRequested(const QList<Sluice::SecretReference> &references,
                          const QSet<Sluice::PipelineKey> &pipelines);

private:
    void makeViews();
    void goToFirst();
    void connectBar();
    ReferenceTree *shownTree() const; // null: the list is shown
    ReferenceTree *makeTree(bool byVault);
    bool hasSelection() const;
    void requestRepoint();
    // The filter hides a part of the selection: asks whether that is meant too.
    void askForHidden(const ReferenceTree::Selection &shown, const ReferenceTree::Selection &all);
    void showShape();
    void filter();
    void showCounts();
    void showEmptyState();
    void showCurrent();

    Fleet *m_fleet;
    ReferenceMonitor *m_monitor;
    QSettings *m_settings;
    ReferencesModel *m_model;
    ReferenceFilter *m_filter;
    ReferencesBar *m_bar;
    ReferenceExport *m_export;
    ReferencesTable *m_table;
    ReferenceTree *m_vaults = nullptr; // both made when first shown
    ReferenceTree *m_runners = nullptr;
    QStackedWidget *m_views;
    ReferenceDetails *m_details;
    QSplitter *m_splitter;
    int m_withFindings = 0;
};

} // namespace Sluice
