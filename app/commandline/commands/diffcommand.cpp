// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/diffcommand.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/commands/exchangeplan.h"
#include "app/commandline/commands/targets.h"
#include "app/commandline/output/console.h"
#include "app/commandline/session/session.h"

#include <QFileInfo>

namespace Sluice {

namespace {

void printPlan(const Arguments &arguments, const ExchangePlan &plan, const DefinitionFiles &files)
{
    switch (arguments.format) {
    case OutputFormat::Table: plan.print(); return;
    case OutputFormat::Name:
        if (!plan.isEqual())
            Console::print(plan.names().join(u'\n'));
        return;
    case OutputFormat::Json:
    case OutputFormat::Yaml: break;
    }
    QJsonArray all = plan.json();
    const QJsonArray faults = files.faultsJson();
    for (const QJsonValue &fault : faults)
        all.append(fault);
    Console::printValue(all);
}

} // namespace

ExitCode diffProject(const Arguments &arguments, Session &session)
{
    const QString place = arguments.operand(OperandKind::FileOrFolder);
    // Reads the files before any call, so that bad files cost none.
    const DefinitionFiles files = DefinitionFiles::read(place);
    if (files.entries.isEmpty())
        return Console::fail(files.failure(CommandLine::tr("Nothing was sent.")));
    const Result<QString> projectId = namedProject(arguments, session);
    if (!projectId)
        return Console::fail(projectId.error());
    const Result<ExchangePlan> plan =
        makePlan(session, *projectId, files.entries, QFileInfo(place).isDir());
    if (!plan)
        return Console::fail(plan.error());
    printPlan(arguments, *plan, files);
    if (!files.faults.isEmpty())
        return Console::fail(files.failure(CommandLine::tr("The other files were compared.")));
    return plan->isEqual() ? ExitCode::Done : ExitCode::Different;
}

} // namespace Sluice
