// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/account/projectplace.h"
#include "ui/wizard/pickerrow.h"

#include <QWidget>

namespace Sluice {

class Account;
class Fleet;

// Project and environment of a new pipeline, from all signed-in accounts. Reads the environments of
// the chosen project.
class ProjectPicker final : public QWidget
{
    Q_OBJECT

public:
    ProjectPicker(Fleet *fleet, const ProjectPlace &place, QWidget *parent);

    // Fills the lists and announces what is chosen already. Call it once, after the signals are
    // connected.
    void start();

    const ProjectPlace &place() const { return m_place; }

    Account *account() const;
    QString projectName() const;

    // Nothing can be created without a project. The error shows after its list was left, or after
    // check().
    bool isProjectChosen() const { return !m_place.project.isEmpty(); }

    void check();
    bool hasError() const;
    void focusProject();

Q_SIGNALS:
    void placeChanged();
    // hasError() may have changed.
    void errorChanged();
    // The user chose an environment, or the runner of the chosen one is known now. Not emitted on
    // refreshes.
    void environmentChosen(const Sluice::Environment &environment, bool byUser);

private:
    void watch(Account *account);
    QList<PickerRow::Item> projectItems() const;
    // The row of the only possible project, in the account asked for if there is one; else -1.
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
    ProjectPlace m_announced; // as environmentChosen() announced it last
    QString m_chosenName;     // of the project
    QString m_vanished;       // the project that was chosen and is gone
    bool m_checked = false;
    PickerRow *m_projects;
    PickerRow *m_environments;
};

} // namespace Sluice
