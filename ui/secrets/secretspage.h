// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/inventory.h"
#include "models/pipeline/secretreference.h"

#include <QTimer>
#include <QWidget>

class QSettings;
class QSplitter;

namespace Sluice {

class EmptyState;
class Fleet;
class RowsView;
class SecretDetails;
class SecretFilter;
class SecretWatch;
class SecretsBar;
class SecretsModel;

// Every reference to a secret of every account: who uses it, what may be wrong with it, and the way
// to move pipelines from one to another.
class SecretsPage final : public QWidget
{
    Q_OBJECT

public:
    // All of them outlive it.
    SecretsPage(Fleet *fleet, SecretWatch *watch, QSettings *settings, QWidget *parent = nullptr);
    ~SecretsPage() override;

    void focusFilter();
    void focusTable();
    // "10 references, 4 with findings", translated.
    QString countText() const;
    int withFindings() const;
    // Those that are selected, in the order of the rows.
    QList<SecretReference> selection() const;

Q_SIGNALS:
    void openRequested(const Sluice::PipelineKey &key);
    void countsChanged();
    void repointRequested(const QList<Sluice::SecretReference> &references);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QLayout *makeTitle();
    void makeTable();
    void connectBar();
    void showCounts();
    void showEmptyState();
    void showCurrent();
    void showMenu(const QPoint &place);
    void selectVault(const SecretReference &vault);

    Fleet *m_fleet;
    QSettings *m_settings;
    SecretsModel *m_model;
    SecretFilter *m_filter;
    SecretsBar *m_bar;
    RowsView *m_table;
    EmptyState *m_empty;
    SecretDetails *m_details;
    QSplitter *m_splitter;
    QTimer m_clock; // lets the times go on
    int m_withFindings = 0;
};

} // namespace Sluice
