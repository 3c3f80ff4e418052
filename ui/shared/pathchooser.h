// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace Sluice {

// How the user names files and folders. Nothing blocks: chosen is called later, or never when the
// user cancels.
struct PathChooser {
    using Chosen = std::function<void(const QStringList &paths)>;

    std::function<void(QWidget *parent, const QString &title, const Chosen &chosen)> folder;
    std::function<void(QWidget *parent, const QString &title, const Chosen &chosen)> jsonFiles;
    // One text file of any kind.
    std::function<void(QWidget *parent, const QString &title, const Chosen &chosen)> textFile;
    // The user has agreed to replace a file that is there.
    std::function<void(QWidget *parent, const QString &title, const QString &fileName,
                       const Chosen &chosen)>
        saveFile;
};

// Asks with the system's dialogs.
PathChooser systemPathChooser();

} // namespace Sluice
