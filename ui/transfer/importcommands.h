// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/projectplace.h"
#include "models/exchange/files/readrun.h"
#include "ui/shared/pathchooser.h"

#include <QObject>

#include <functional>

class QMimeData;
class QWidget;

namespace Sluice {

class Actions;
class Fleet;
class ImportDialog;

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
    // Reads the files and hands over what they hold, unless the user cancels.
    using Got = std::function<void(const ImportReading &reading)>;
    void read(const QStringList &paths, ReadRun::Subfolders subfolders, const Got &got);
    void importPaths(const QStringList &paths, const ProjectPlace &place,
                     ReadRun::Subfolders subfolders = ReadRun::Subfolders::Told);
    // Shows the definitions, of which there is at least one.
    ImportDialog *show(const ImportReading &reading, const ProjectPlace &place);

    // The files and folders of a drag, but for those that are not on this computer.
    static QStringList pathsIn(const QMimeData *data);

private:
    void tellOfNothing(const ImportReading &reading, const QStringList &paths,
                       const ProjectPlace &place);

    Fleet *m_fleet;
    PathChooser m_paths;
    QWidget *m_window;
};

} // namespace Sluice
