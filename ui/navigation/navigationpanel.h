// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QAbstractItemModel;
class QAction;
class QToolButton;

namespace Sluice {

class NavigationModel;
class NavigationView;
class TextLabel;

// The left side of the window: "Fleet" for all pipelines, "Trash" for the deleted ones, and below
// them the tree of accounts.
class NavigationPanel final : public QWidget
{
    Q_OBJECT

public:
    // addAccount: opens the start page, behind the + of the tree's header. openTrash: behind
    // "Trash". deleted: what is in the trash, a row each; null: there is none.
    NavigationPanel(NavigationModel *model, QAction *addAccount, QAction *openTrash,
                    const QAbstractItemModel *deleted, QWidget *parent = nullptr);

    NavigationView *tree() const { return m_tree; }

    // Back to all pipelines.
    void showFleet();

private:
    QWidget *makeHeader(QAction *addAccount);
    void updateFleetButton();
    void updateEmptyText();

    NavigationView *m_tree;
    QToolButton *m_fleet;
    TextLabel *m_empty;
};

} // namespace Sluice
