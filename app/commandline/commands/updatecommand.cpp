// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/updatecommand.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/commands/definitionfile.h"
#include "app/commandline/commands/secretdoubt.h"
#include "app/commandline/commands/targets.h"
#include "app/commandline/output/console.h"
#include "app/commandline/output/outcomereport.h"
#include "app/commandline/session/session.h"
#include "models/api/endpoints.h"
#include "models/definition/definition.h"
#include "models/json/jsontext.h"
#include "models/operations/replaceoperation.h"

namespace Sluice {

ExitCode updatePipeline(const Arguments &arguments, Session &session)
{
    // Reads the file before any call, so that a bad file costs none.
    const auto json = readDefinitionFile(arguments.operand(OperandKind::File));
    if (!json)
        return Console::fail(json.error());
    const Result<PipelineIds> ids = namedPipeline(arguments, session);
    if (!ids)
        return Console::fail(ids.error());
    // A text that the server has already is the name of a secret, whatever it looks like.
    const Result<Reply> before = session.call(Endpoints::getPipeline(ids->project, ids->pipeline));
    if (!before)
        return Console::fail(before.error());
    const SecretVerdict verdict =
        SecretGuard::judge(*parseJsonObject(*json).object, {before->json.object()});
    if (const auto refusal = doubtedSecret(arguments, verdict))
        return Console::fail(*refusal);
    ReplaceOperation operation(session.client(), ids->project, ids->pipeline,
                               ReplaceOperation::always(*json));
    const WriteOutcome outcome = session.run(operation);
    return reportOutcome(arguments, outcome,
                         {CommandLine::tr("Updated %1.").arg(pipelineText(outcome.definition)),
                          operandOf(arguments, *ids, Definition::name(outcome.definition)),
                          outcome.definition});
}

} // namespace Sluice
