// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/importcommands.h"

#include "ui/transfer/importdialog.h"
#include "ui/transfer/notice.h"

#include <QMimeData>
#include <QUrl>

namespace Sluice {

ImportCommands::ImportCommands(Fleet *fleet, const PathChooser &paths, QWidget *window)
    : QObject(window)
    , m_fleet(fleet)
    , m_paths(paths)
    , m_window(window)
{}

void ImportCommands::importFiles(const Place &place)
{
    m_paths.jsonFiles(m_window, tr("Import pipelines from files"),
                      [this, place](const QStringList &paths) { importPaths(paths, place); });
}

void ImportCommands::importFolder(const Place &place)
{
    m_paths.folder(m_window, tr("Import pipelines from a folder"),
                   [this, place](const QStringList &paths) { importPaths(paths, place); });
}

void ImportCommands::importPaths(const QStringList &paths, const Place &place)
{
    importEntries(readDefinitionFiles(paths), place);
}

void ImportCommands::importEntries(const QList<ImportEntry> &entries, const Place &place)
{
    if (entries.isEmpty())
        showNotice(m_window, tr("There is nothing to import."),
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
