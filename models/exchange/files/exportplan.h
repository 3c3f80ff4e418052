// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <functional>

namespace Sluice {

// Definitions that go to one folder.
struct ExportFolder {
    QString name; // of a project, for example; empty: no folder of their own
    QList<QJsonObject> definitions;
};

// One file that an export makes.
struct ExportFile {
    QString fileName;       // within the folder of the export: "a.json", "Orders/a.json"
    QString pipeline;       // its name
    QByteArray bytes;       // canonical text, with a newline at the end
    QJsonObject definition; // the same, portable
};

// Which pipelines go to which files. Definitions are written so that they can be applied to any
// project (portableDefinition). File names come from the names of the pipelines. The same pipelines
// get the same file names in any order.
class ExportPlan
{
    Q_DECLARE_TR_FUNCTIONS(Sluice::ExportPlan)

public:
    // The outcome of writing; problem is in words.
    struct Outcome {
        QStringList written;
        QStringList same; // said the same already, and were not touched
        QStringList problems;
        int left = 0; // not begun, since the writing was given up
    };

    explicit ExportPlan(const QList<QJsonObject> &definitions);
    // Folders with the same name get different ones.
    explicit ExportPlan(const QList<ExportFolder> &folders);

    const QList<ExportFile> &files() const { return m_files; }

    // The paths of files that write() would change. Not those that say the same in other bytes
    // (line ends, indent, order of keys; see semanticDiff). A symbolic link is always among them.
    QStringList replaced(const QString &folder) const;

    // The paths of the folder's files "*.json" with definitions of pipelines that this plan does
    // not have. Files with anything else are not among them.
    QStringList strays(const QString &folder) const;

    // Called after each file; false: stops before the next one.
    using GoesOn = std::function<bool(int filesDone)>;

    // Makes the folder when it is missing. Writes each file whole or not at all. Replaces existing
    // files and links: the caller has asked the user.
    Outcome write(const QString &folder, const GoesOn &goesOn = {}) const;

private:
    void add(QList<QJsonObject> definitions, const QString &folder);
    static void write(const ExportFile &file, const QString &path, Outcome &outcome);

    QList<ExportFile> m_files;
};

} // namespace Sluice
