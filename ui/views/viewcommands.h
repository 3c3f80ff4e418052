// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/views/savedviews.h"

#include <functional>

class QMenu;

namespace Sluice {

class DashboardPage;
class NavigationModel;
class NavigationView;

// Where views are shown. All of them outlive the commands.
struct ViewParts {
    DashboardPage *dashboard = nullptr;
    NavigationView *tree = nullptr;
    const NavigationModel *nodes = nullptr; // of the tree
    std::function<void()> showAll;          // no place in the tree
    std::function<void()> showDashboard;
};

// Saved views in the window: the menu that shows them, saves one and opens the list of them, and
// the view that Sluice starts with.
class ViewCommands final : public QObject
{
    Q_OBJECT

public:
    // The settings outlive it.
    ViewCommands(QSettings *settings, QWidget *window);

    // For the menu bar and for a button. Until handle() was called it shows nothing.
    QMenu *menu() const { return m_menu; }

    SavedViews *views() const { return m_views; }

    void handle(const ViewParts &parts);

    // What Sluice starts with: a view, else the place of the last run. The place may come later,
    // with its account.
    void showStart();
    // For the next run.
    void keepPlace();
    void show(const SavedView &view);

    // Why a name was refused, as a sentence; empty for Done.
    static QString problemText(SavedViews::Outcome outcome);

private:
    void fill();
    SavedView current() const; // without a name
    QModelIndex placeOf(const SavedView &view) const;
    void apply(const SavedView &view);
    void waitForPlace(const SavedView &view);
    void save();
    void replace();

    QSettings *m_settings;
    SavedViews *m_views;
    QWidget *m_window;
    QMenu *m_menu;
    ViewParts m_parts;
    QString m_shown;                      // the view that was shown last
    std::optional<SavedView> m_placeless; // shown, but its place has not come yet
    bool m_isApplying = false;
};

} // namespace Sluice
