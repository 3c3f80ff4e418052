// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/files/importfile.h"
#include "ui/shared/pathchooser.h"
#include "ui/shared/projectplace.h"
#include "ui/shared/selection.h"

#include <QObject>

class QWidget;

namespace Sluice {

class Actions;
class Fleet;
class ImportCommands;
class LocalStore;
class NewPipelines;

// Carries out what brings definitions in and out.
class TransferCommands final : public QObject
{
    Q_OBJECT

public:
    // All outlive it. store may be null.
    TransferCommands(Fleet *fleet, LocalStore *store, NewPipelines *wizards, ImportCommands *import,
                     const PathChooser &paths, QWidget *window);

    // From now on its actions do what it is for.
    void handle(Actions *actions);

    // Opens the wizard with the first one's definition.
    void duplicate(const Selection &selection);
    // Opens the wizard with the definition on the clipboard, the import with several, or says why
    // it cannot.
    void newFromClipboard(const ProjectPlace &place);
    // The same with a file that the user chooses.
    void newFromFile(const ProjectPlace &place);
    // One as an object, several as a list.
    void copyDefinitions(const Selection &selection);
    // The first two.
    void compare(const Selection &selection);
    // createObstacle: why nothing can be created; may be empty.
    void showTrash(const QString &createObstacle);

private:
    // Several go through the import. fault: that one is no definition, as a sentence.
    // Opens the wizard; before that asks about a name that looks like a secret itself.
    void beginOne(const QJsonObject &definition, const ProjectPlace &place);
    void begin(const QList<ImportEntry> &entries, const ProjectPlace &place, const QString &fault);
    QList<QJsonObject> definitionsOf(const Selection &selection) const;

    Fleet *m_fleet;
    LocalStore *m_store;
    NewPipelines *m_wizards;
    ImportCommands *m_import;
    PathChooser m_paths;
    QWidget *m_window;
};

} // namespace Sluice
