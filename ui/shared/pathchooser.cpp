// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/pathchooser.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// One question for files or a folder. kind: the questions that begin at the same folder.
struct PathQuestion {
    QWidget *parent;
    QString title;
    QFileDialog::FileMode mode;
    QString kind;
    QSettings *settings; // may be null
};

QFileDialog *openDialog(const PathQuestion &question, const PathChooser::Chosen &chosen)
{
    auto *dialog = new QFileDialog(question.parent, question.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(question.mode);
    const QString key = u"folders/"_s + question.kind;
    const QString last = question.settings ? question.settings->value(key).toString() : QString();
    if (!last.isEmpty() && QDir(last).exists())
        dialog->setDirectory(last);
    QObject::connect(dialog, &QFileDialog::filesSelected, question.parent,
                     [question, key, chosen](const QStringList &paths) {
                         if (question.settings && !paths.isEmpty()) {
                             const QFileInfo first(paths.constFirst());
                             question.settings->setValue(key, first.isDir()
                                                                  ? first.absoluteFilePath()
                                                                  : first.absolutePath());
                         }
                         chosen(paths);
                     });
    return dialog;
}

PathChooser::Question folderChooser(const QString &kind, QSettings *settings)
{
    return [kind, settings](QWidget *parent, const QString &title,
                            const PathChooser::Chosen &chosen) {
        auto *dialog = openDialog({parent, title, QFileDialog::Directory, kind, settings}, chosen);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        dialog->open();
    };
}

} // namespace

PathChooser systemPathChooser(QSettings *settings)
{
    PathChooser chooser;
    chooser.folder = folderChooser(u"import"_s, settings);
    chooser.targetFolder = folderChooser(u"export"_s, settings);
    chooser.jsonFiles = [settings](QWidget *parent, const QString &title,
                                   const PathChooser::Chosen &chosen) {
        auto *dialog =
            openDialog({parent, title, QFileDialog::ExistingFiles, u"json"_s, settings}, chosen);
        dialog->setNameFilters(
            {QCoreApplication::translate("Sluice::PathChooser", "JSON files (*.json)"),
             QCoreApplication::translate("Sluice::PathChooser", "All files (*)")});
        dialog->open();
    };
    chooser.textFile = [settings](QWidget *parent, const QString &title,
                                  const PathChooser::Chosen &chosen) {
        openDialog({parent, title, QFileDialog::ExistingFile, u"text"_s, settings}, chosen)->open();
    };
    chooser.saveFile = [settings](QWidget *parent, const QString &title, const QString &fileName,
                                  const PathChooser::Chosen &chosen) {
        const QString suffix = QFileInfo(fileName).suffix();
        auto *dialog = openDialog(
            {parent, title, QFileDialog::AnyFile, u"save-"_s + suffix, settings}, chosen);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(suffix); // before it asks to replace
        dialog->selectFile(fileName);
        dialog->open();
    };
    return chooser;
}

} // namespace Sluice
