// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/fleet/table/pipelinefilter.h"

#include <QTreeView>

class QAction;

namespace Sluice {

class NavigationModel;

// The tree of accounts, projects, environments and pipelines. A failed node offers Retry: as a word
// at its right, in the context menu and with Ctrl+R.
class NavigationView final : public QTreeView
{
    Q_OBJECT

public:
    explicit NavigationView(NavigationModel *model, QWidget *parent = nullptr);

    // No node is current: all pipelines are shown.
    void clearCurrent();
    PipelineFilter::Scope currentScope() const;
    // The path of the current node in words, "PROD-EU › Test-project"; empty at the top.
    QString currentPath() const;
    QString currentAccount() const;

Q_SIGNALS:
    void currentNodeChanged();
    void pipelineActivated(const Sluice::PipelineKey &key);
    void contextMenuRequested(const QPoint &globalPosition);

public:
    QAction *retryAction() const { return m_retry; }

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void retryCurrent();
    void updateRetry();
    void expandNewAccounts(const QModelIndex &parent, int first, int last);

    NavigationModel *m_model;
    QAction *m_retry;
};

} // namespace Sluice
