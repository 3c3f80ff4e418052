// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/outcomereport.h"

#include "app/commandline/console.h"
#include "models/definition/definition.h"
#include "models/json/jsontext.h"

using namespace Qt::StringLiterals;

namespace Sluice {

QString pipelineText(const QJsonObject &definition)
{
    return Console::onOneLine(u"%1 (%2)"_s.arg(Definition::name(definition),
                                               definition[u"streamingPipelineId"].toString()));
}

ExitCode reportOutcome(const Arguments &arguments, const WriteOutcome &outcome, const QString &done)
{
    if (!outcome.isDone())
        return Console::report(*outcome.error);
    if (!outcome.found.isEmpty())
        Console::complain(outcome.found);
    if (!arguments.json)
        Console::printDone(done);
    else if (!outcome.body.isEmpty())
        Console::printJson(outcome.body);
    else if (!outcome.definition.isEmpty())
        Console::printJson(jsonText(outcome.definition));
    return ExitCode::Done;
}

} // namespace Sluice
