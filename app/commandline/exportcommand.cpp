// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/exportcommand.h"

#include "app/commandline/console.h"
#include "app/commandline/session.h"
#include "app/commandline/words.h"
#include "models/api/endpoints.h"
#include "models/exchange/exportplan.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// True when the files may be replaced, by --yes or by word of mouth.
bool mayReplace(const Arguments &arguments, const QStringList &files)
{
    if (files.isEmpty() || arguments.yes)
        return true;
    for (const QString &file : files)
        Console::complain(CommandLine::tr("%1 is there, and says something else.").arg(file));
    if (Console::isInputTerminal())
        return Console::ask(CommandLine::tr("Replace %1 files?").arg(files.size()));
    Console::complain(CommandLine::tr("Nothing was written. Say --yes to replace them."));
    return false;
}

} // namespace

ExitCode exportProject(const Arguments &arguments, Session &session, const QString &projectId)
{
    const Result<QJsonArray> rows =
        session.list(Endpoints::listPipelines(projectId), u"streamingPipelineId"_s);
    if (!rows)
        return Console::report(rows.error());
    QList<QJsonObject> definitions;
    for (const QJsonValue &row : *rows)
        definitions.append(row.toObject());
    const ExportPlan plan(definitions);
    const QString folder = arguments.operand(QLatin1String("DIR"));
    if (!mayReplace(arguments, plan.replaced(folder)))
        return ExitCode::WrongUsage;
    const ExportPlan::Outcome outcome = plan.write(folder);
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
