// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/definition/secret/secretreference.h"
#include "ui/references/secrettree.h"

#include <QSet>
#include <QWidget>

class QSettings;
class QSplitter;
class QStackedWidget;

namespace Sluice {

class EmptyState;
class Fleet;
class SecretDetails;
class SecretExport;
class SecretFilter;
class ReferenceMonitor;
class SecretsBar;
class SecretsModel;
class SecretsTable;
struct PathChooser;

// Every reference to a secret of every account, as a list or as a map by vault or runner: who uses
// it, what may be wrong with it, and the way to move pipelines from one to another.
class SecretsPage final : public QWidget
{
    Q_OBJECT

public:
    // All of them outlive it.
    SecretsPage(Fleet *fleet, ReferenceMonitor *watch, QSettings *settings,
                const PathChooser &paths, QWidget *parent = nullptr);
    ~SecretsPage() override;

    void focusFilter();
    void focusRows();
    // "10 of 33 references, 4 with findings", translated.
    QString countText() const;
    int withFindings() const;
    // The account that is filtered for; empty: all.
    QString account() const;

Q_SIGNALS:
    void openRequested(const Sluice::PipelineKey &key);
    void countsChanged();
    // For those that are selected, each once. pipelines: the users that are selected; empty: all.
    void repointRequested(const QList<Sluice::SecretReference> &references,
                          const QSet<Sluice::PipelineKey> &pipelines);

private:
    void makeViews();
    void goToFirst();
    void connectBar();
    SecretTree *shownTree() const; // null: the list is shown
    SecretTree *makeTree(bool byVault);
    bool hasSelection() const;
    void requestRepoint();
    // The filter hides a part of what was selected: whether that is meant too.
    void askForHidden(const SecretTree::Selection &shown, const SecretTree::Selection &all);
    void showShape();
    void filter();
    void showCounts();
    void showEmptyState();
    void showCurrent();

    Fleet *m_fleet;
    ReferenceMonitor *m_watch;
    QSettings *m_settings;
    SecretsModel *m_model;
    SecretFilter *m_filter;
    SecretsBar *m_bar;
    SecretExport *m_export;
    SecretsTable *m_table;
    SecretTree *m_vaults = nullptr; // both made when they are first shown
    SecretTree *m_runners = nullptr;
    QStackedWidget *m_views;
    SecretDetails *m_details;
    QSplitter *m_splitter;
    int m_withFindings = 0;
};

} // namespace Sluice
