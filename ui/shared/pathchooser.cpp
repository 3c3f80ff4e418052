// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/pathchooser.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QFileDialog *openDialog(QWidget *parent, const QString &title, QFileDialog::FileMode mode,
                        const PathChooser::Chosen &chosen)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, chosen);
    return dialog;
}

} // namespace

PathChooser systemPathChooser()
{
    PathChooser chooser;
    chooser.folder = [](QWidget *parent, const QString &title, const PathChooser::Chosen &chosen) {
        auto *dialog = openDialog(parent, title, QFileDialog::Directory, chosen);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        dialog->open();
    };
    chooser.jsonFiles = [](QWidget *parent, const QString &title,
                           const PathChooser::Chosen &chosen) {
        auto *dialog = openDialog(parent, title, QFileDialog::ExistingFiles, chosen);
        dialog->setNameFilters(
            {QCoreApplication::translate("Sluice::PathChooser", "JSON files (*.json)"),
             QCoreApplication::translate("Sluice::PathChooser", "All files (*)")});
        dialog->open();
    };
    chooser.textFile = [](QWidget *parent, const QString &title,
                          const PathChooser::Chosen &chosen) {
        openDialog(parent, title, QFileDialog::ExistingFile, chosen)->open();
    };
    chooser.saveFile = [](QWidget *parent, const QString &title, const QString &fileName,
                          const PathChooser::Chosen &chosen) {
        auto *dialog = openDialog(parent, title, QFileDialog::AnyFile, chosen);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(QFileInfo(fileName).suffix()); // before it asks to replace
        dialog->selectFile(fileName);
        dialog->open();
    };
    return chooser;
}

} // namespace Sluice
