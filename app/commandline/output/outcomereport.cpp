// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/output/outcomereport.h"

#include "app/commandline/output/console.h"
#include "models/definition/definition.h"

using namespace Qt::StringLiterals;

namespace Sluice {

QString pipelineText(const QJsonObject &definition)
{
    return Console::onOneLine(u"%1 (%2)"_s.arg(Definition::name(definition),
                                               definition[u"streamingPipelineId"].toString()));
}

ExitCode reportOutcome(const Arguments &arguments, const WriteOutcome &outcome,
                       const DoneReport &done)
{
    if (!outcome.isDone())
        return Console::fail(*outcome.error);
    if (!outcome.found.isEmpty())
        Console::note(outcome.found);
    switch (arguments.format) {
    case OutputFormat::Table: Console::printDone(done.sentence); break;
    case OutputFormat::Name: Console::print(done.operand); break;
    case OutputFormat::Json:
    case OutputFormat::Yaml: Console::printValue(done.json); break;
    }
    return ExitCode::Done;
}

} // namespace Sluice
