// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/importcommands.h"

#include "models/exchange/files/readrun.h"
#include "ui/shared/actions.h"
#include "ui/shared/messagebox.h"
#include "ui/transfer/importdialog.h"
#include "ui/transfer/runprogress.h"

#include <QFileInfo>
#include <QLocale>
#include <QMimeData>
#include <QUrl>

namespace Sluice {

ImportCommands::ImportCommands(Fleet *fleet, const PathChooser &paths, QWidget *window)
    : QObject(window)
    , m_fleet(fleet)
    , m_paths(paths)
    , m_window(window)
{}

void ImportCommands::handle(Actions *actions)
{
    actions->on(ActionId::ImportFiles, this, [this, actions] { importFiles(actions->place()); });
    actions->on(ActionId::ImportFolder, this, [this, actions] { importFolder(actions->place()); });
}

void ImportCommands::importFiles(const ProjectPlace &place)
{
    m_paths.jsonFiles(m_window, tr("Import pipelines from files"),
                      [this, place](const QStringList &paths) { importPaths(paths, place); });
}

void ImportCommands::importFolder(const ProjectPlace &place)
{
    m_paths.folder(m_window, tr("Import pipelines from a folder"),
                   [this, place](const QStringList &paths) { importPaths(paths, place); });
}

void ImportCommands::read(const QStringList &paths,
                          const std::function<void(const QList<ImportEntry> &)> &got)
{
    auto *run = new ReadRun(paths);
    auto *progress = new RunProgress(tr("Import"), run, m_window);
    progress->setText(tr("Reading…"));
    connect(run, &ReadRun::progressed, progress, [progress](const QString &path, qint64 bytes) {
        progress->setText(tr("Reading %1 (%2)…")
                              .arg(QFileInfo(path).fileName(), QLocale().formattedDataSize(bytes)));
    });
    connect(progress, &RunProgress::cancelled, run, &ReadRun::cancel);
    connect(run, &ReadRun::finished, this,
            [progress, got](const QList<ImportEntry> &entries, bool isCancelled) {
                progress->finish();
                if (!isCancelled)
                    got(entries);
            });
    run->start();
}

void ImportCommands::importPaths(const QStringList &paths, const ProjectPlace &place)
{
    if (paths.isEmpty())
        return;
    read(paths,
         [this, place](const QList<ImportEntry> &entries) { importEntries(entries, place); });
}

void ImportCommands::importEntries(const QList<ImportEntry> &entries, const ProjectPlace &place)
{
    if (entries.isEmpty())
        showMessage(m_window, tr("There is nothing to import."),
                    tr("No files that end in .json were found."));
    else
        (new ImportDialog(m_fleet, entries, place, m_window))->open();
}

QStringList ImportCommands::pathsIn(const QMimeData *data)
{
    QStringList paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths += url.toLocalFile();
    }
    return paths;
}

} // namespace Sluice
