// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/files/exportplan.h"
#include "models/fleet/table/selection.h"
#include "ui/shared/pathchooser.h"

#include <QObject>

class QWidget;

namespace Sluice {

class Actions;
class ExportRun;
class Fleet;
struct ProjectPlace;

// Exports definitions as JSON files, or as configuration for Terraform.
class ExportCommands final : public QObject
{
    Q_OBJECT

public:
    ExportCommands(Fleet *fleet, const PathChooser &paths, QWidget *window);

    // Connects its actions.
    void handle(Actions *actions);

    // Writes a file for each into a folder that the user chooses. Asks before it replaces files,
    // and reports the result.
    void exportPipelines(const Selection &selection);
    void exportProject(const ProjectPlace &place);
    // Shows the text to copy or to save.
    void showTerraform(const Selection &selection);

private:
    enum class Scope { SomePipelines, WholeProject };

    void askForFolders(const QList<ExportFolder> &projects);
    void chooseFolder(const QList<ExportFolder> &folders, Scope scope);
    void start(const QList<ExportFolder> &folders, Scope scope, const QString &folder);
    void askToReplace(ExportRun *run, const QStringList &replaced);
    void write(ExportRun *run);
    void report(const ExportPlan::Outcome &outcome, const QStringList &strays,
                const QString &folder);

    Fleet *m_fleet;
    PathChooser m_paths;
    QWidget *m_window;
};

} // namespace Sluice
