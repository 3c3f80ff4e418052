// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "ui/shared/projectplace.h"
#include "ui/wizard/pickerrow.h"

#include <QWidget>

namespace Sluice {

class Account;
class Fleet;

// Project and environment of a new pipeline, over all signed-in accounts. Reads the environments of
// the project that is chosen.
class ProjectPicker final : public QWidget
{
    Q_OBJECT

public:
    ProjectPicker(Fleet *fleet, const ProjectPlace &place, QWidget *parent);

    // Fills the lists and announces what is chosen already: to be called once, with the signals
    // connected.
    void start();

    const ProjectPlace &place() const { return m_place; }

    Account *account() const;
    QString projectName() const;

    // Nothing can be created without a project. Its error is shown when its list was left, or after
    // check().
    bool isProjectChosen() const { return !m_place.project.isEmpty(); }

    void check();
    bool hasError() const;
    void focusProject();

Q_SIGNALS:
    void placeChanged();
    // hasError() may have changed.
    void errorChanged();
    // An environment was chosen: by the user, or before and now its runner is known. Not on
    // refreshes.
    void environmentChosen(const Sluice::Environment &environment, bool byUser);

private:
    void watch(Account *account);
    QList<PickerRow::Item> projectItems() const;
    // The row of the only project that it can be, in the account asked for if there is one; else
    // -1.
    int onlyProject(const QList<PickerRow::Item> &items) const;
    void fillProjects();
    void fillEnvironments();
    void chooseProject(int row);
    void applyProject(int row);
    bool isProjectGone() const;
    void chooseEnvironment(int row);
    void announce(const Environment &environment, bool byUser);
    void syncError();
    void syncNotes();

    Fleet *m_fleet;
    ProjectPlace m_place;
    ProjectPlace m_announced; // for which environmentChosen() went out
    QString m_chosenName;     // of the project
    QString m_vanished;       // the project that was chosen and is gone
    bool m_checked = false;
    PickerRow *m_projects;
    PickerRow *m_environments;
};

} // namespace Sluice
