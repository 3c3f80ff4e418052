// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/profile.h"

#include <QWidget>

class QAction;
class QToolButton;

namespace Sluice {

class NavigationButton;
class NavigationModel;
class NavigationView;
class TextLabel;
class TrashModel;

// The window's actions behind the entries above the tree.
struct NavigationEntries {
    QAction *addAccount;       // opens the start page, behind the + of the tree's header
    QAction *fleet;            // shows all pipelines of all accounts
    QAction *alerts;           // shows what needs somebody
    QAction *secrets;          // shows all references to secrets
    QAction *events;           // shows what happened
    QAction *unsaved;          // goes to the next pipeline with unsaved edits
    QAction *trash;            // shows what was deleted
    const TrashModel *deleted; // outlives the panel; null: there is no trash
};

// The left side of the window: "Fleet" for all pipelines, "Needs attention" for alerts, "Secrets" for the references in them,
// "Event log" for what happened, "Trash" for deleted pipelines, and the tree of accounts below.
class NavigationPanel final : public QWidget
{
    Q_OBJECT

public:
    NavigationPanel(NavigationModel *model, const NavigationEntries &entries,
                    QWidget *parent = nullptr);

    NavigationView *tree() const { return m_tree; }

    // Goes back to all pipelines.
    void showFleet();
    // What the window shows in place of what the tree stands for.
    enum class Other { None, Alerts, Secrets, Events };
    void setShown(Other other);
    // Open alerts that are not muted.
    void setAlerts(int count);
    // Events that were not on screen yet.
    void setUnseenEvents(int count);
    // How many references may be wrong.
    void setSecretFindings(int count);
    // Pipelines with unsaved edits: an entry as long as there are any.
    void setUnsaved(int count);
    // Known accounts that are not in the tree yet: the keychain has not given their secrets.
    void setWaitingFor(const QList<Profile> &profiles);

private:
    QWidget *makeHeader(QAction *addAccount);
    void updateButtons();
    void showDeleted(const TrashModel &deleted);
    void updateEmptyText();

    QList<Profile> m_waiting;
    NavigationView *m_tree;
    NavigationButton *m_fleet;
    NavigationButton *m_alerts;
    NavigationButton *m_secrets;
    NavigationButton *m_events;
    NavigationButton *m_unsaved;
    NavigationButton *m_trash;
    Other m_other = Other::None;
    TextLabel *m_empty;
};

} // namespace Sluice
