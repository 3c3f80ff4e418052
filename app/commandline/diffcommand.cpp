// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/diffcommand.h"

#include "app/commandline/console.h"
#include "app/commandline/exchangeplan.h"
#include "app/commandline/session.h"

#include <QFileInfo>

namespace Sluice {

ExitCode diffProject(const Arguments &arguments, Session &session, const QString &projectId,
                     const QList<ImportEntry> &entries)
{
    const bool isFolder = QFileInfo(arguments.operand(QLatin1String("FILE|DIR"))).isDir();
    const Result<ExchangePlan> plan = makePlan(session, projectId, entries, isFolder);
    if (!plan)
        return Console::report(plan.error());
    if (arguments.json)
        Console::printBytes(jsonText(plan->json()));
    else
        Console::print(plan->text());
    return plan->isEqual() ? ExitCode::Done : ExitCode::Different;
}

} // namespace Sluice
