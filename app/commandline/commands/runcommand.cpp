// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/runcommand.h"

#include "app/commandline/commands/applycommand.h"
#include "app/commandline/commands/createcommand.h"
#include "app/commandline/commands/deletecommand.h"
#include "app/commandline/commands/diffcommand.h"
#include "app/commandline/commands/exportcommand.h"
#include "app/commandline/commands/getcommand.h"
#include "app/commandline/commands/lifecyclecommand.h"
#include "app/commandline/commands/listcommands.h"
#include "app/commandline/commands/secretscommand.h"
#include "app/commandline/commands/statuscommand.h"
#include "app/commandline/commands/updatecommand.h"
#include "app/commandline/commands/watchcommand.h"

namespace Sluice {

ExitCode runCommand(const Arguments &arguments, Session &session)
{
    switch (arguments.verb->verb) {
    case CommandVerb::Projects: return listProjects(arguments, session);
    case CommandVerb::Environments: return listEnvironments(arguments, session);
    case CommandVerb::Agents: return listAgents(arguments, session);
    case CommandVerb::Pipelines: return listPipelines(arguments, session);
    case CommandVerb::Get: return showPipeline(arguments, session);
    case CommandVerb::Status: return showStatus(arguments, session);
    case CommandVerb::Wait: return waitForNamedState(arguments, session);
    case CommandVerb::Watch: return watchPipelines(arguments, session);
    case CommandVerb::Create: return createPipeline(arguments, session);
    case CommandVerb::Update: return updatePipeline(arguments, session);
    case CommandVerb::Delete: return deletePipeline(arguments, session);
    case CommandVerb::Start: return sendCommand(arguments, session, PipelineCommand::Start);
    case CommandVerb::Stop: return sendCommand(arguments, session, PipelineCommand::Stop);
    case CommandVerb::Export: return exportProject(arguments, session);
    case CommandVerb::Diff: return diffProject(arguments, session);
    case CommandVerb::Apply: return applyToProject(arguments, session);
    case CommandVerb::Secrets: return listSecrets(arguments, session);
    case CommandVerb::Help:
    case CommandVerb::Version:
    case CommandVerb::Completion: break; // these need no server
    }
    return ExitCode::WrongUsage;
}

} // namespace Sluice
