// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/exportplan.h"

#include "models/definition/definition.h"
#include "models/document/diff.h"
#include "models/exchange/files/filename.h"
#include "models/exchange/files/importfile.h"
#include "models/exchange/files/portable.h"
#include "models/exchange/files/wholefile.h"
#include "models/json/jsontext.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// By name, then by id, so that the order of a list does not change a file's name.
bool isBefore(const QJsonObject &left, const QJsonObject &right)
{
    const auto key = [](const QJsonObject &definition) {
        return std::pair(Definition::name(definition),
                         definition.value("streamingPipelineId"_L1).toString());
    };
    return key(left) < key(right);
}

// True when the file does not need to be written.
bool saysTheSame(const QString &path, const ExportFile &file)
{
    if (isLink(path))
        return false;
    const FileContent content = readWhole(path);
    if (!content.problem.isEmpty())
        return false;
    if (content.bytes == file.bytes)
        return true;
    const QList<ImportEntry> entries = readDefinitions(content.bytes, {});
    const bool holdsOne = entries.size() == 1 && entries.constFirst().definition;
    return holdsOne && semanticDiff(*entries.constFirst().definition, file.definition).isEmpty();
}

bool isDefinition(const ImportEntry &entry)
{
    return !entry.name().isEmpty() && entry.definition->contains("streamingSource"_L1);
}

} // namespace

ExportPlan::ExportPlan(const QList<QJsonObject> &definitions)
{
    add(definitions, {});
}

ExportPlan::ExportPlan(const QList<ExportFolder> &folders)
{
    TakenNames taken;
    for (const ExportFolder &folder : folders)
        add(folder.definitions,
            folder.name.isEmpty() ? QString() : folderNameFor(folder.name, taken) + u'/');
}

void ExportPlan::add(QList<QJsonObject> definitions, const QString &folder)
{
    std::stable_sort(definitions.begin(), definitions.end(), isBefore);
    TakenNames taken;
    for (const QJsonObject &definition : std::as_const(definitions)) {
        const QString name = Definition::name(definition);
        const QJsonObject portable = portableDefinition(definition);
        m_files.append({folder + fileNameFor(name, taken), name, jsonText(portable), portable});
    }
}

QStringList ExportPlan::replaced(const QString &folder) const
{
    QStringList paths;
    const QDir place(folder);
    for (const ExportFile &file : m_files) {
        const QString path = place.filePath(file.fileName);
        if (isTaken(path) && !saysTheSame(path, file))
            paths += path;
    }
    return paths;
}

QStringList ExportPlan::strays(const QString &folder) const
{
    QSet<QString> fileNames;
    QSet<QString> pipelines;
    for (const ExportFile &file : m_files) {
        fileNames.insert(file.fileName);
        pipelines.insert(file.pipeline);
    }
    const auto isStray = [&pipelines](const ImportEntry &entry) {
        return isDefinition(entry) && !pipelines.contains(entry.name());
    };
    QStringList paths;
    const QDir place(folder);
    const QStringList names = place.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        if (fileNames.contains(name))
            continue;
        const QString path = place.filePath(name);
        const QList<ImportEntry> entries = readDefinitionFiles({path});
        if (!entries.isEmpty() && std::all_of(entries.begin(), entries.end(), isStray))
            paths += path;
    }
    return paths;
}

ExportPlan::Outcome ExportPlan::write(const QString &folder, const GoesOn &goesOn) const
{
    Outcome outcome;
    const QDir place(folder);
    if (!place.mkpath(u"."_s)) {
        outcome.problems += tr("The folder %1 cannot be made.").arg(folder);
        return outcome;
    }
    for (int done = 0; done < int(m_files.size());) {
        const ExportFile &file = m_files.at(done);
        write(file, place.filePath(file.fileName), outcome);
        ++done;
        if (goesOn && !goesOn(done)) {
            outcome.left = int(m_files.size()) - done;
            break;
        }
    }
    return outcome;
}

void ExportPlan::write(const ExportFile &file, const QString &path, Outcome &outcome)
{
    if (saysTheSame(path, file)) {
        outcome.same += path;
        return;
    }
    const QDir folder = QFileInfo(path).dir();
    if (!folder.mkpath(u"."_s)) {
        outcome.problems += tr("The folder %1 cannot be made.").arg(folder.path());
        return;
    }
    const QString problem = writeWhole(path, file.bytes);
    if (problem.isEmpty())
        outcome.written += path;
    else
        outcome.problems += problem;
}

} // namespace Sluice
