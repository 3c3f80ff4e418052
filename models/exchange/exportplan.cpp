// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/exportplan.h"

#include "models/exchange/filename.h"
#include "models/exchange/portable.h"
#include "models/pipeline/definition.h"
#include "models/pipeline/jsontext.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

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

bool holds(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.size() == bytes.size() && file.open(QIODevice::ReadOnly) && file.readAll() == bytes;
}

} // namespace

ExportPlan::ExportPlan(QList<QJsonObject> definitions)
{
    std::stable_sort(definitions.begin(), definitions.end(), isBefore);
    TakenNames taken;
    for (const QJsonObject &definition : std::as_const(definitions)) {
        const QString name = Definition::name(definition);
        m_files.append({fileNameFor(name, taken), name, jsonText(portableDefinition(definition))});
    }
}

QStringList ExportPlan::replaced(const QString &folder) const
{
    QStringList paths;
    const QDir place(folder);
    for (const ExportFile &file : m_files) {
        const QString path = place.filePath(file.fileName);
        if (QFile::exists(path) && !holds(path, file.bytes))
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
    if (holds(path, file.bytes)) {
        outcome.same += path;
        return;
    }
    const QString problem = writeWhole(path, file.bytes);
    if (problem.isEmpty())
        outcome.written += path;
    else
        outcome.problems += problem;
}

QString writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return ExportPlan::tr("%1 cannot be written: %2").arg(path, file.errorString());
}

} // namespace Sluice
