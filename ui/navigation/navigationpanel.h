// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QAction;
class QToolButton;

namespace Sluice {

class NavigationModel;
class NavigationView;
class TextLabel;

// The left side of the window: "Fleet" for all pipelines, and below it the tree of accounts.
class NavigationPanel final : public QWidget
{
    Q_OBJECT

public:
    // addAccount: opens the start page, behind the + of the tree's header.
    NavigationPanel(NavigationModel *model, QAction *addAccount, QWidget *parent = nullptr);

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
