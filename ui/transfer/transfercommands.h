// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/projectplace.h"
#include "models/exchange/files/importfile.h"
#include "models/fleet/table/selection.h"
#include "ui/shared/pathchooser.h"

#include <QObject>

class QWidget;

namespace Sluice {

class Actions;
class Fleet;
class ImportCommands;
class LocalStore;
class NewPipelines;

// Carries out the actions that bring definitions in and out.
class TransferCommands final : public QObject
{
    Q_OBJECT

public:
    // All outlive it. store may be null.
    TransferCommands(Fleet *fleet, LocalStore *store, NewPipelines *wizards, ImportCommands *import,
                     const PathChooser &paths, QWidget *window);

    // Connects its actions.
    void handle(Actions *actions);

    // Opens the wizard with the definition of the first one.
    void duplicate(const Selection &selection);
    // Opens the wizard with the definition on the clipboard, or the import when there are several.
    // Else says why it cannot.
    void newFromClipboard(const ProjectPlace &place);
    // Does the same with a file that the user chooses.
    void newFromFile(const ProjectPlace &place);
    // Copies one as an object, several as a list.
    void copyDefinitions(const Selection &selection);
    // Compares the first two.
    void compare(const Selection &selection);
    // createObstacle: why nothing can be created; may be empty.
    void showTrash(const QString &createObstacle);

private:
    // Opens the wizard, but first asks about a name that looks like a secret itself.
    void beginOne(const QJsonObject &definition, const ProjectPlace &place);
    // Several definitions go to the import. fault: says that one is no definition, a sentence.
    void begin(const ImportReading &reading, const ProjectPlace &place, const QString &fault);
    QList<QJsonObject> definitionsOf(const Selection &selection) const;

    Fleet *m_fleet;
    LocalStore *m_store;
    NewPipelines *m_wizards;
    ImportCommands *m_import;
    PathChooser m_paths;
    QWidget *m_window;
};

} // namespace Sluice
