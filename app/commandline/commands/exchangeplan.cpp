// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/exchangeplan.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/output/console.h"
#include "app/commandline/output/operandtext.h"
#include "app/commandline/session/session.h"
#include "models/definition/definition.h"
#include "models/exchange/files/wholefile.h"

#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QList<ImportEntry> readAny(const QString &fileOrFolder)
{
    if (fileOrFolder != u"-")
        return readDefinitionFiles(QStringList{fileOrFolder});
    const FileContent input = readWhole(stdin);
    if (input.problem.isEmpty())
        return readDefinitions(input.bytes, u"stdin"_s);
    ImportEntry fault;
    fault.origin = u"stdin"_s;
    fault.fault = input.problem;
    return {fault};
}

QString faultLine(const ImportEntry &entry)
{
    if (entry.line > 0)
        return u"%1:%2:%3: %4"_s.arg(entry.origin, QString::number(entry.line),
                                     QString::number(entry.column), entry.fault);
    return u"%1: %2"_s.arg(entry.place(), entry.fault);
}

QString problemLine(const ImportEntry &entry, const ImportProblem &problem)
{
    return u"%1: %2: %3"_s.arg(entry.place(), problem.path, problem.message);
}

// Returns the reasons why an entry cannot be used, a line each. places: where each name was seen so
// far.
QStringList faultsOf(const ImportEntry &entry, QHash<QString, QString> &places)
{
    if (!entry.definition)
        return {faultLine(entry)};
    if (entry.name().isEmpty() || entry.holdsSecret()) {
        QStringList lines;
        for (const ImportProblem &problem : entry.problems)
            lines += problemLine(entry, problem);
        return lines;
    }
    if (places.contains(entry.name()))
        return {CommandLine::tr("%1 and %2 both name their pipeline \"%3\".")
                    .arg(places.value(entry.name()), entry.place(), entry.name())};
    places.insert(entry.name(), entry.place());
    return {};
}

QString lonelyText(const ExchangePlan::Lonely &pipeline)
{
    return pipeline.name.isEmpty()
               ? CommandLine::tr("a pipeline without a name (%1)").arg(pipeline.id)
               : Console::onOneLine(pipeline.name);
}

QString changeText(const Change &change)
{
    const QString was = Console::onOneLine(valueText(change, change.was));
    const QString will = Console::onOneLine(valueText(change, change.will));
    QString line;
    switch (change.kind) {
    case Change::Kind::Added: line = u"    + %1: %2\n"_s.arg(change.place(), will); break;
    case Change::Kind::Removed: line = u"    - %1: %2\n"_s.arg(change.place(), was); break;
    case Change::Kind::Changed:
        line = u"    ~ %1: %2 → %3\n"_s.arg(change.place(), was, will);
        break;
    }
    return change.risk().isEmpty() ? line : line + u"        "_s + change.risk() + u'\n';
}

QString itemText(const ExchangePlan::Item &item)
{
    const QString name = Console::onOneLine(item.entry.name());
    switch (item.match.action) {
    case ImportAction::Create:
        return CommandLine::tr("+ %1: to be created from %2").arg(name, item.entry.place()) + u'\n';
    case ImportAction::Ambiguous:
        return CommandLine::tr("! %1: the project has several pipelines of this name").arg(name) +
               u'\n';
    case ImportAction::Update: {
        QString text =
            CommandLine::tr("~ %1: to be updated from %2").arg(name, item.entry.place()) + u'\n';
        for (const Change &change : item.match.changes)
            text += changeText(change);
        return text;
    }
    case ImportAction::NoChange:
    case ImportAction::Unusable: break;
    }
    return {};
}

QString actionWord(ImportAction action)
{
    switch (action) {
    case ImportAction::Create: return u"create"_s;
    case ImportAction::Update: return u"update"_s;
    case ImportAction::NoChange: return u"none"_s;
    case ImportAction::Ambiguous: return u"ambiguous"_s;
    case ImportAction::Unusable: break;
    }
    return u"unusable"_s;
}

QJsonObject changeJson(const Change &change)
{
    static const QHash<Change::Kind, QString> words{{Change::Kind::Added, u"added"_s},
                                                    {Change::Kind::Removed, u"removed"_s},
                                                    {Change::Kind::Changed, u"changed"_s}};
    QJsonObject json{{u"path"_s, change.pathText()}, {u"kind"_s, words.value(change.kind)}};
    json.insert(u"was"_s, change.was); // nothing when undefined
    json.insert(u"will"_s, change.will);
    if (!change.risk().isEmpty())
        json.insert(u"risk"_s, change.risk());
    return json;
}

} // namespace

int ExchangePlan::count(ImportAction action) const
{
    return int(std::count_if(items.begin(), items.end(),
                             [action](const Item &item) { return item.match.action == action; }));
}

bool ExchangePlan::isEqual() const
{
    return onlyInProject.isEmpty() && count(ImportAction::NoChange) == items.size();
}

QString ExchangePlan::text() const
{
    QString text;
    for (const Item &item : items)
        text += itemText(item);
    for (const Lonely &pipeline : onlyInProject)
        text += CommandLine::tr("- %1: only in the project").arg(lonelyText(pipeline)) + u'\n';
    text += CommandLine::tr("%1 to create, %2 to update, %3 equal.")
                .arg(QString::number(count(ImportAction::Create)),
                     QString::number(count(ImportAction::Update)),
                     QString::number(count(ImportAction::NoChange)));
    if (!onlyInProject.isEmpty())
        text += u' ' + CommandLine::tr("%1 only in the project.").arg(onlyInProject.size());
    return text;
}

void ExchangePlan::print() const
{
    const QStringList lines = text().split(u'\n');
    for (const QString &line : lines) {
        const QString start = line.trimmed().left(2);
        Console::print(line, start == u"+ "                     ? Tone::Good
                             : start == u"- "                   ? Tone::Bad
                             : start == u"~ " || start == u"! " ? Tone::Busy
                                                                : Tone::Plain);
    }
}

QStringList ExchangePlan::names() const
{
    QStringList names;
    for (const Item &item : items) {
        const QString name = item.entry.name();
        if (item.match.action == ImportAction::Ambiguous)
            names += idsInProject.value(name);
        else if (item.match.action != ImportAction::NoChange)
            names += operandFor(name, item.match.pipelineId, true);
    }
    for (const Lonely &pipeline : onlyInProject)
        names +=
            operandFor(pipeline.name, pipeline.id, idsInProject.value(pipeline.name).size() == 1);
    return names;
}

QJsonArray ExchangePlan::json() const
{
    QJsonArray list;
    for (const Item &item : items) {
        QJsonArray changes;
        for (const Change &change : item.match.changes)
            changes.append(changeJson(change));
        QJsonObject json{{u"name"_s, item.entry.name()},
                         {u"file"_s, item.entry.origin},
                         {u"action"_s, actionWord(item.match.action)},
                         {u"changes"_s, changes}};
        if (!item.match.pipelineId.isEmpty())
            json.insert(u"id"_s, item.match.pipelineId);
        list.append(json);
    }
    for (const Lonely &pipeline : onlyInProject)
        list.append(QJsonObject{
            {u"name"_s, pipeline.name}, {u"id"_s, pipeline.id}, {u"action"_s, u"onlyInProject"_s}});
    return list;
}

Failure DefinitionFiles::failure(const QString &message) const
{
    Failure failure(u"unusable_file"_s, message, ExitCode::WrongUsage);
    for (const Fault &fault : faults)
        failure.details += Console::onOneLine(fault.text);
    return failure;
}

QJsonArray DefinitionFiles::faultsJson() const
{
    QJsonArray list;
    for (const Fault &fault : faults)
        list.append(QJsonObject{
            {u"file"_s, fault.file}, {u"action"_s, u"unusable"_s}, {u"message"_s, fault.text}});
    return list;
}

DefinitionFiles DefinitionFiles::read(const QString &fileOrFolder)
{
    DefinitionFiles files;
    QHash<QString, QString> places;
    const QList<ImportEntry> all = readAny(fileOrFolder);
    for (const ImportEntry &entry : all) {
        const QStringList lines = faultsOf(entry, places);
        if (lines.isEmpty())
            files.entries += entry;
        for (const QString &line : lines)
            files.faults.append({entry.origin, line});
    }
    if (all.isEmpty())
        files.faults.append(
            {fileOrFolder, CommandLine::tr("There is no *.json in %1.").arg(fileOrFolder)});
    return files;
}

QStringList secretFaults(const QList<ImportEntry> &entries)
{
    QStringList lines;
    for (const ImportEntry &entry : entries) {
        if (!entry.holdsSecret())
            continue;
        for (const ImportProblem &problem : entry.problems)
            lines += problemLine(entry, problem);
    }
    return lines;
}

void warnOfProblems(const QList<ImportEntry> &entries)
{
    for (const ImportEntry &entry : entries) {
        for (const ImportProblem &problem : entry.problems)
            Console::warn(problemLine(entry, problem));
    }
}

Result<ExchangePlan> makePlan(Session &session, const QString &projectId,
                              const QList<ImportEntry> &entries, bool wholeFolder)
{
    const Result<QList<QJsonObject>> pipelines = session.pipelines(projectId);
    if (!pipelines)
        return pipelines.error();
    const ProjectIndex project(*pipelines);
    ExchangePlan plan;
    QSet<QString> names;
    for (const ImportEntry &entry : entries) {
        plan.items.append({entry, project.match(entry)});
        names.insert(entry.name());
    }
    for (const QJsonObject &pipeline : *pipelines) {
        const QString name = Definition::name(pipeline);
        const QString id = pipeline[u"streamingPipelineId"].toString();
        plan.idsInProject[name] += id;
        if (wholeFolder && !names.contains(name))
            plan.onlyInProject.append({name, id});
    }
    return plan;
}

} // namespace Sluice
