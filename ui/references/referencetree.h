// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/references/referencemapmodel.h"

#include <QSet>
#include <QTimer>
#include <QTreeView>

namespace Sluice {

class EmptyState;
class ReferenceFilter;
struct ReferenceCriteria;

// The map of vaults and secrets: who reads what, by vault or by runner. A selected row stands for
// all references below it.
class ReferenceTree final : public QTreeView
{
    Q_OBJECT

public:
    // Both outlive it.
    ReferenceTree(Fleet *fleet, const ReferenceMonitor *monitor, ReferenceMapModel::Mode mode,
                  QWidget *parent = nullptr);

    void setCriteria(const ReferenceCriteria &criteria);
    // Whether anything is selected. Cheap.
    bool hasSelection() const;

    struct Selection {
        QList<SecretReference> references; // of the selected rows and below them, each once
        // The pipelines below the selected rows, when these rows stand for only some users of the
        // references, as uses and all rows below a runner do. Empty: the rows stand for all users.
        QSet<PipelineKey> pipelines;

        bool operator==(const Selection &) const = default;
    };

    // Only what the filter shows, or also what it hides below the selected rows.
    enum class Scope { Shown, All };

    Selection selection(Scope scope = Scope::Shown) const;
    // Of the current row; empty for a vault, a runner, or none.
    SecretReference current() const;

    // The view's text when it has no row.
    EmptyState *emptyState() const { return m_empty; }

Q_SIGNALS:
    void choiceChanged(); // selection or current row
    void repointRequested();
    void openRequested(const Sluice::PipelineKey &key);

protected:
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpColumns();
    void fit();
    void measure();
    void expandVaults(const QModelIndex &parent, int first, int last);

    ReferenceMapModel::Mode m_mode;
    ReferenceFilter *m_filter;
    EmptyState *m_empty;
    QTimer m_measuring;
    QList<int> m_wanted; // widths of name, kind and checks
    bool m_isFitting = false;
    bool m_isUsers = false; // the user has set a width
};

} // namespace Sluice
