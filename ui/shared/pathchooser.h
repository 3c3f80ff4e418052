// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include <functional>

class QSettings;
class QWidget;

namespace Sluice {

// How the user names files and folders. Nothing blocks: chosen is called later, or never when the
// user cancels.
struct PathChooser {
    using Chosen = std::function<void(const QStringList &paths)>;
    using Question =
        std::function<void(QWidget *parent, const QString &title, const Chosen &chosen)>;

    Question folder;       // to read from
    Question targetFolder; // to write to
    Question jsonFiles;
    Question textFile; // one of any kind
    // The user has agreed to replace a file that is there.
    std::function<void(QWidget *parent, const QString &title, const QString &fileName,
                       const Chosen &chosen)>
        saveFile;
};

// Asks with the system's dialogs. Each kind of question begins at the folder that was chosen last,
// which the settings keep; without settings at the present folder. They outlive it.
PathChooser systemPathChooser(QSettings *settings = nullptr);

} // namespace Sluice
