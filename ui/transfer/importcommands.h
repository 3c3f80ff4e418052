// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/projectplace.h"
#include "models/exchange/files/importfile.h"
#include "ui/shared/pathchooser.h"

#include <QObject>

#include <functional>

class QMimeData;
class QWidget;

namespace Sluice {

class Actions;
class Fleet;

// Opens the import over the window, with definitions from where the user chooses.
class ImportCommands final : public QObject
{
    Q_OBJECT

public:
    ImportCommands(Fleet *fleet, const PathChooser &paths, QWidget *window);

    // Connects its actions.
    void handle(Actions *actions);

    void importFiles(const ProjectPlace &place);
    void importFolder(const ProjectPlace &place);
    // Reads the files and hands over their entries, unless the user cancels.
    void read(const QStringList &paths, const std::function<void(const QList<ImportEntry> &)> &got);
    void importPaths(const QStringList &paths, const ProjectPlace &place);
    void importEntries(const QList<ImportEntry> &entries, const ProjectPlace &place);

    // The files and folders of a drag, but for those that are not on this computer.
    static QStringList pathsIn(const QMimeData *data);

private:
    Fleet *m_fleet;
    PathChooser m_paths;
    QWidget *m_window;
};

} // namespace Sluice
