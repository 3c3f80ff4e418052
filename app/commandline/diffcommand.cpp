// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/diffcommand.h"

#include "app/commandline/console.h"
#include "app/commandline/exchangeplan.h"
#include "app/commandline/session.h"

#include <QFileInfo>

namespace Sluice {

ExitCode diffProject(const Arguments &arguments, Session &session, const QString &projectId,
                     const DefinitionFiles &files)
{
    const bool isFolder = QFileInfo(arguments.operand(QLatin1String("FILE|DIR"))).isDir();
    const Result<ExchangePlan> plan = makePlan(session, projectId, files.entries, isFolder);
    if (!plan)
        return Console::report(plan.error());
    if (arguments.json) {
        QJsonArray all = plan->json();
        const QJsonArray faults = files.faultsJson();
        for (const QJsonValue &fault : faults)
            all.append(fault);
        Console::printJson(jsonText(all));
    } else {
        Console::print(plan->text());
    }
    files.complain();
    if (!files.faults.isEmpty())
        return ExitCode::WrongUsage;
    return plan->isEqual() ? ExitCode::Done : ExitCode::Different;
}

} // namespace Sluice
