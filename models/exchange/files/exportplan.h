// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <functional>

namespace Sluice {

// One file that an export makes.
struct ExportFile {
    QString fileName;       // without a folder
    QString pipeline;       // its name
    QByteArray bytes;       // canonical text, with a newline at the end
    QJsonObject definition; // the same, portable
};

// Which pipelines go to which files. Definitions are written as they can be applied to any project
// (portableDefinition). File names come from the pipelines' names; the same pipelines get the same
// names in whatever order they come.
class ExportPlan
{
    Q_DECLARE_TR_FUNCTIONS(Sluice::ExportPlan)

public:
    // What became of the files; problem is in words.
    struct Outcome {
        QStringList written;
        QStringList same; // said the same already, and were not touched
        QStringList problems;
        int left = 0; // not begun, since the writing was given up
    };

    explicit ExportPlan(QList<QJsonObject> definitions);

    const QList<ExportFile> &files() const { return m_files; }

    // The files that write() would replace by others, as paths. A file that says the same in other
    // bytes (line ends, indent, order of keys; see semanticDiff) is not among them; a symbolic link
    // is, whatever it leads to.
    QStringList replaced(const QString &folder) const;

    // The folder's files "*.json" that hold definitions of pipelines that this plan does not have,
    // as paths. Files that hold anything else are not among them.
    QStringList strays(const QString &folder) const;

    // Asked after each file; false: no further one is begun.
    using GoesOn = std::function<bool(int filesDone)>;

    // Makes the folder when it is missing, and writes each file whole or not at all. Replaces what
    // is there, links included: the caller has asked.
    Outcome write(const QString &folder, const GoesOn &goesOn = {}) const;

private:
    static void write(const ExportFile &file, const QString &path, Outcome &outcome);

    QList<ExportFile> m_files;
};

} // namespace Sluice
