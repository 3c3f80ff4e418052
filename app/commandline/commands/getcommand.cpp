// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/getcommand.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/commands/targets.h"
#include "app/commandline/output/console.h"
#include "app/commandline/session/session.h"
#include "models/api/endpoints.h"
#include "models/definition/definition.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

void printForPeople(const QJsonObject &pipeline)
{
    Console::printTable(
        {}, {
                {CommandLine::tr("Name"), Definition::name(pipeline)},
                {CommandLine::tr("Id"), pipeline[u"streamingPipelineId"].toString()},
                {CommandLine::tr("Runner"), Definition::agentId(pipeline)},
                {CommandLine::tr("Source"), Definition::sourceType(pipeline) + u' ' +
                                                Definition::sourceHost(pipeline) + u' ' +
                                                Definition::sourceDatabase(pipeline)},
                {CommandLine::tr("Target"),
                 Definition::targetType(pipeline) + u' ' + Definition::targetPlace(pipeline)},
                {CommandLine::tr("Tables"), QString::number(Definition::tableCount(pipeline))},
            });
}

} // namespace

ExitCode showPipeline(const Arguments &arguments, Session &session)
{
    const Result<PipelineIds> ids = namedPipeline(arguments, session);
    if (!ids)
        return Console::fail(ids.error());
    const Result<Reply> reply = session.call(Endpoints::getPipeline(ids->project, ids->pipeline));
    if (!reply)
        return Console::fail(reply.error());
    const QJsonObject pipeline = reply->json.object();
    switch (arguments.format) {
    case OutputFormat::Table: printForPeople(pipeline); break;
    case OutputFormat::Name:
        Console::print(operandOf(arguments, *ids, Definition::name(pipeline)));
        break;
    case OutputFormat::Json:
    case OutputFormat::Yaml: Console::printValue(pipeline); break;
    }
    return ExitCode::Done;
}

} // namespace Sluice
