// SPDX-License-Identifier: Apache-2.0
// How new pipelines begin in the main window, and how definitions come in and out.
#include "ui/window/mainwindow.h"

#include "models/fleet/fleet.h"
#include "ui/dashboard/dashboardpage.h"
#include "ui/dashboard/pipelinetable.h"
#include "ui/navigation/navigationpanel.h"
#include "ui/navigation/navigationview.h"
#include "ui/navigation/nodeplace.h"
#include "ui/shared/pipelineactions.h"
#include "ui/transfer/exportcommands.h"
#include "ui/transfer/importcommands.h"
#include "ui/transfer/templatecommands.h"
#include "ui/transfer/transferactions.h"
#include "ui/transfer/transfercommands.h"
#include "ui/wizard/newpipelines.h"

#include <QAction>
#include <QDragEnterEvent>

namespace Sluice {

Place MainWindow::newPlace() const
{
    return placeOf(m_navigation->tree()->currentIndex(), actionAccount());
}

void MainWindow::connectTransfer()
{
    m_newPipelines = new NewPipelines(m_parts.fleet, m_parts.store, m_parts.secretWatch,
                                      m_parts.paths, m_banners, this);
    m_import = new ImportCommands(m_parts.fleet, m_parts.paths, this);
    m_transfer = new TransferCommands(m_parts.fleet, m_parts.store, m_newPipelines, m_import,
                                      m_parts.paths, this);
    setAcceptDrops(true);
    connect(m_newPipelines, &NewPipelines::created, this, [this](const PipelineKey &key) {
        showDashboard();
        m_dashboard->showPipeline(key);
    });
    const auto on = [this](const QAction *action, auto work) {
        connect(action, &QAction::triggered, this, work);
    };
    on(m_actions->create(), [this] { m_newPipelines->open(newPlace()); });
    on(m_transferActions->duplicate(), [this] { m_transfer->duplicate(m_actions->selection()); });
    on(m_transferActions->newFromClipboard(), [this] { m_transfer->newFromClipboard(newPlace()); });
    on(m_transferActions->newFromFile(), [this] { m_transfer->newFromFile(newPlace()); });
    on(m_transferActions->copyDefinition(),
       [this] { m_transfer->copyDefinitions(m_actions->selection()); });
    m_export = new ExportCommands(m_parts.fleet, m_parts.paths, this);
    on(m_transferActions->compare(), [this] { m_transfer->compare(m_actions->selection()); });
    on(m_transferActions->templates(), [this] { m_templates->showList(); });
    on(m_transferActions->saveAsTemplate(), [this] {
        const Selection selection = m_actions->selection();
        if (!selection.isEmpty())
            m_templates->save(m_parts.fleet->pipelines()->definition(selection.first().key));
    });
    connect(m_templates, &TemplateCommands::chosen, this, [this](const PipelineTemplate &chosen) {
        m_newPipelines->openFrom(newPlace(), chosen.definition, chosen.leftOut);
    });
    on(m_transferActions->importFiles(), [this] { m_import->importFiles(newPlace()); });
    on(m_transferActions->importFolder(), [this] { m_import->importFolder(newPlace()); });
    on(m_transferActions->exportSelected(),
       [this] { m_export->exportPipelines(m_actions->selection()); });
    on(m_transferActions->exportProject(), [this] { m_export->exportProject(newPlace()); });
    on(m_transferActions->terraform(), [this] { m_export->showTerraform(m_actions->selection()); });
    on(m_transferActions->trash(), [this] { m_transfer->showTrash(createObstacle()); });
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (hasAccounts() && !ImportCommands::pathsIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList paths = ImportCommands::pathsIn(event->mimeData());
    if (!hasAccounts() || paths.isEmpty())
        return;
    event->acceptProposedAction();
    m_import->importPaths(paths, newPlace());
}

} // namespace Sluice
