// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/exportcommand.h"

#include "app/commandline/console.h"
#include "app/commandline/session.h"
#include "app/commandline/words.h"
#include "models/exchange/files/exportplan.h"
#include "models/exchange/files/wholefile.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// Asks, unless there is nothing to ask; without a terminal it says what would do.
bool isAllowed(const Arguments &arguments, const QString &question, const QString &refusal)
{
    if (arguments.yes)
        return true;
    if (Console::isInputTerminal())
        return Console::ask(question);
    Console::complain(refusal);
    return false;
}

bool mayReplace(const Arguments &arguments, const QStringList &files)
{
    if (files.isEmpty())
        return true;
    for (const QString &file : files) {
        Console::complain(
            isLink(file)
                ? CommandLine::tr("%1 is a link; a plain file would take its place.").arg(file)
                : CommandLine::tr("%1 is there, and says something else.").arg(file));
    }
    return isAllowed(arguments, CommandLine::tr("Replace %n file(s)?", nullptr, int(files.size())),
                     CommandLine::tr("Nothing was written. Say --yes to replace them."));
}

bool mayRemove(const Arguments &arguments, const QStringList &files)
{
    for (const QString &file : files)
        Console::complain(CommandLine::tr("%1 belongs to no pipeline of the project.").arg(file));
    if (files.isEmpty())
        return true;
    if (arguments.prune)
        return isAllowed(arguments,
                         CommandLine::tr("Remove %n file(s)?", nullptr, int(files.size())),
                         CommandLine::tr("Nothing was written. Say --yes to remove them."));
    Console::complain(CommandLine::tr("--prune removes such files; apply would create their "
                                      "pipelines again."));
    return true;
}

// The problems, in words.
QStringList removeFiles(const QStringList &files)
{
    QStringList problems;
    for (const QString &path : files) {
        QFile file(path);
        if (file.remove())
            Console::printDone(CommandLine::tr("Removed %1.").arg(path));
        else
            problems += CommandLine::tr("%1 cannot be removed: %2").arg(path, file.errorString());
    }
    return problems;
}

} // namespace

ExitCode exportProject(const Arguments &arguments, Session &session, const QString &projectId)
{
    const Result<QList<QJsonObject>> definitions = session.pipelines(projectId);
    if (!definitions)
        return Console::report(definitions.error());
    const ExportPlan plan(*definitions);
    const QString folder = arguments.operand(QLatin1String("DIR"));
    const QStringList strays = plan.strays(folder);
    if (!mayReplace(arguments, plan.replaced(folder)) || !mayRemove(arguments, strays))
        return ExitCode::WrongUsage;
    ExportPlan::Outcome outcome = plan.write(folder);
    if (arguments.prune && outcome.problems.isEmpty())
        outcome.problems = removeFiles(strays);
    for (const QString &file : outcome.written)
        Console::print(file);
    for (const QString &problem : outcome.problems)
        Console::complain(problem);
    Console::complain(CommandLine::tr("%1 written, %2 equal already.")
                          .arg(outcome.written.size())
                          .arg(outcome.same.size()));
    return outcome.problems.isEmpty() ? ExitCode::Done : ExitCode::Refused;
}

} // namespace Sluice
