// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/palette/palettemodel.h"

#include <QObject>

class QSettings;

namespace Sluice {

class ActionStates;
class Actions;
class DashboardPage;
class Fleet;
class FleetHealth;
class NavigationModel;
class NavigationView;
class ViewCommands;

// The parts that the palette looks at, and leads to. All of them outlive it.
struct PaletteParts {
    Fleet *fleet = nullptr;
    const FleetHealth *health = nullptr;
    Actions *actions = nullptr;
    ActionStates *states = nullptr;
    DashboardPage *dashboard = nullptr;
    ViewCommands *views = nullptr;
    NavigationView *tree = nullptr;
    const NavigationModel *nodes = nullptr; // of the tree
    std::function<void(const PipelineKey &key)> open;
    std::function<void()> showDashboard;
};

// Opens the palette and does what was chosen in it, on the ways of the menus: what is done to a
// pipeline is the action of the menu, with that pipeline selected.
class PaletteCommands final : public QObject
{
    Q_OBJECT

public:
    PaletteCommands(const PaletteParts &parts, QSettings *settings, QWidget *window);

    // Connects its action.
    void handle();

    // Deletes what is kept of the account.
    void forgetAccount(const QString &account) { m_recent.forgetAccount(account); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void open();
    PaletteModel::Content content() const;
    void addActions(PaletteModel::Content &content) const;
    void addViews(PaletteModel::Content &content) const;
    void addPlaces(PaletteModel::Content &content) const;
    void addVerbs(PaletteModel::Content &content) const;
    void carryOut(const PaletteEntry &entry);
    void act(const QString &verb, const PipelineKey &key);
    bool select(const PipelineKey &key);
    void showView(const QString &name);
    void goTo(const QString &account, const QString &project);

    PaletteParts m_parts;
    RecentChoices m_recent;
    QWidget *m_window;
};

} // namespace Sluice
