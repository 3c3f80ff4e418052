// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/importcommands.h"

#include "ui/shared/actions.h"
#include "ui/shared/messagebox.h"
#include "ui/transfer/importdialog.h"
#include "ui/transfer/runprogress.h"
#include "ui/widgets/questionbox.h"

#include <QFileInfo>
#include <QLocale>
#include <QMimeData>
#include <QPointer>
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

void ImportCommands::read(const QStringList &paths, ReadRun::Subfolders subfolders, const Got &got)
{
    auto *run = new ReadRun(paths, subfolders);
    auto *progress = new RunProgress(tr("Import"), run, m_window);
    progress->setText(tr("Reading…"));
    connect(run, &ReadRun::progressed, progress, [progress](const QString &path, qint64 bytes) {
        progress->setText(tr("Reading %1 (%2)…")
                              .arg(QFileInfo(path).fileName(), QLocale().formattedDataSize(bytes)));
    });
    connect(progress, &RunProgress::cancelled, run, &ReadRun::cancel);
    connect(run, &ReadRun::finished, this,
            [progress, got](const ImportReading &reading, bool isCancelled) {
                progress->finish();
                if (!isCancelled)
                    got(reading);
            });
    run->start();
}

void ImportCommands::importPaths(const QStringList &paths, const ProjectPlace &place,
                                 ReadRun::Subfolders subfolders)
{
    if (paths.isEmpty())
        return;
    read(paths, subfolders, [this, paths, place](const ImportReading &reading) {
        if (reading.entries.isEmpty())
            return tellOfNothing(reading, paths, place);
        ImportDialog *dialog = show(reading, place);
        connect(dialog, &ImportDialog::subfoldersRequested, this, [this, paths, dialog] {
            read(paths, ReadRun::Subfolders::Read,
                 [dialog = QPointer<ImportDialog>(dialog)](const ImportReading &all) {
                     if (dialog)
                         dialog->setReading(all);
                 });
        });
    });
}

void ImportCommands::tellOfNothing(const ImportReading &reading, const QStringList &paths,
                                   const ProjectPlace &place)
{
    const QString fact = tr("There is nothing to import.");
    const QString reason = tr("No files that end in .json were found.");
    if (reading.folders.isEmpty())
        return showMessage(m_window, fact, reason);
    auto *box = new QuestionBox(fact, reason + u' ' + reading.foldersText(),
                                tr("&Read folders within"), QuestionBox::Kind::Plain, m_window);
    connect(box, &QDialog::accepted, this,
            [this, paths, place] { importPaths(paths, place, ReadRun::Subfolders::Read); });
    box->open();
}

ImportDialog *ImportCommands::show(const ImportReading &reading, const ProjectPlace &place)
{
    auto *dialog = new ImportDialog(m_fleet, reading, place, m_window);
    dialog->open();
    return dialog;
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
