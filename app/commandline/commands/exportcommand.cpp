// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/exportcommand.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/commands/targets.h"
#include "app/commandline/output/console.h"
#include "app/commandline/session/session.h"
#include "models/exchange/files/exportplan.h"
#include "models/exchange/files/wholefile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// Asks a question. Returns nothing when the user says yes. Without a terminal the failure says what
// would help.
std::optional<Failure> refused(const Arguments &arguments, const QString &question,
                               const QString &advice)
{
    if (arguments.isSet(OptionId::Yes))
        return {};
    const QString nothing = CommandLine::tr("Nothing was written.");
    if (!Console::isInputTerminal())
        return Failure(u"not_confirmed"_s, nothing + u' ' + advice, ExitCode::WrongUsage);
    if (Console::ask(question))
        return {};
    return Failure(u"not_confirmed"_s, nothing);
}

std::optional<Failure> unwantedReplacement(const Arguments &arguments, const QStringList &files)
{
    if (files.isEmpty())
        return {};
    for (const QString &file : files) {
        Console::warn(
            isLink(file)
                ? CommandLine::tr("%1 is a link; a plain file would take its place.").arg(file)
                : CommandLine::tr("%1 is there, and says something else.").arg(file));
    }
    return refused(arguments, CommandLine::tr("Replace %n file(s)?", nullptr, int(files.size())),
                   CommandLine::tr("Say --yes to replace them."));
}

std::optional<Failure> unwantedRemoval(const Arguments &arguments, const QStringList &files)
{
    for (const QString &file : files)
        Console::warn(CommandLine::tr("%1 belongs to no pipeline of the project.").arg(file));
    if (files.isEmpty())
        return {};
    if (arguments.isSet(OptionId::Prune))
        return refused(arguments, CommandLine::tr("Remove %n file(s)?", nullptr, int(files.size())),
                       CommandLine::tr("Say --yes to remove them."));
    Console::note(CommandLine::tr("--prune removes such files; apply would create their pipelines "
                                  "again."));
    return {};
}

// Returns the files that were removed, and adds sentences about the others to problems.
QStringList removeFiles(const QStringList &files, QStringList &problems)
{
    QStringList removed;
    for (const QString &path : files) {
        QFile file(path);
        if (file.remove())
            removed += path;
        else
            problems += CommandLine::tr("%1 cannot be removed: %2").arg(path, file.errorString());
    }
    return removed;
}

void printResult(const Arguments &arguments, const ExportPlan::Outcome &outcome,
                 const QStringList &removed)
{
    QJsonArray results;
    const auto add = [&results](const QStringList &files, const QString &result) {
        for (const QString &file : files)
            results.append(QJsonObject{{u"file"_s, file}, {u"result"_s, result}});
    };
    add(outcome.written, u"written"_s);
    add(outcome.same, u"equal"_s);
    add(removed, u"removed"_s);
    if (arguments.isForPrograms()) {
        Console::printValue(results);
        return;
    }
    if (arguments.format == OutputFormat::Table) {
        for (const QString &path : removed)
            Console::printDone(CommandLine::tr("Removed %1.").arg(path));
    }
    for (const QString &file : outcome.written)
        Console::print(file);
}

} // namespace

ExitCode exportProject(const Arguments &arguments, Session &session)
{
    const Result<QString> projectId = namedProject(arguments, session);
    if (!projectId)
        return Console::fail(projectId.error());
    const Result<QList<QJsonObject>> definitions = session.pipelines(*projectId);
    if (!definitions)
        return Console::fail(definitions.error());
    const ExportPlan plan(*definitions);
    const QString folder = arguments.operand(OperandKind::Folder);
    const QStringList strays = plan.strays(folder);
    if (const auto failure = unwantedReplacement(arguments, plan.replaced(folder)))
        return Console::fail(*failure);
    if (const auto failure = unwantedRemoval(arguments, strays))
        return Console::fail(*failure);
    ExportPlan::Outcome outcome = plan.write(folder);
    QStringList removed;
    if (arguments.isSet(OptionId::Prune) && outcome.problems.isEmpty())
        removed = removeFiles(strays, outcome.problems);
    printResult(arguments, outcome, removed);
    Console::note(CommandLine::tr("%1 written, %2 equal already.")
                      .arg(outcome.written.size())
                      .arg(outcome.same.size()));
    if (outcome.problems.isEmpty())
        return ExitCode::Done;
    Failure failure(u"unusable_file"_s, CommandLine::tr("The export is not complete."));
    failure.details = outcome.problems;
    return Console::fail(failure);
}

} // namespace Sluice
