// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/createcommand.h"

#include "app/commandline/console.h"
#include "app/commandline/outcomereport.h"
#include "app/commandline/projectlock.h"
#include "app/commandline/secretdoubt.h"
#include "app/commandline/session.h"
#include "app/commandline/words.h"
#include "models/json/jsontext.h"
#include "models/operations/createoperation.h"

namespace Sluice {

namespace {

WriteOutcome create(Session &session, const QString &projectId, const QByteArray &json,
                    CreateOperation::Namesakes namesakes)
{
    CreateOperation operation(session.client(), projectId, json, namesakes);
    return session.run(operation);
}

// Nothing was sent, as one of this name is there.
bool isNamesake(const WriteOutcome &outcome)
{
    return outcome.effect == Effect::None && !outcome.isDone() && !outcome.definition.isEmpty();
}

bool mayBeDuplicate(const QJsonObject &namesake)
{
    Console::complain(CommandLine::tr("The project has a pipeline of this name already: %1.")
                          .arg(pipelineText(namesake)));
    if (Console::isInputTerminal())
        return Console::ask(CommandLine::tr("Create another one?"));
    Console::complain(
        CommandLine::tr("Nothing was sent. Say --allow-duplicate to create another one."));
    return false;
}

} // namespace

ExitCode createPipeline(const Arguments &arguments, Session &session, const QString &projectId,
                        const QByteArray &json, const QString &place)
{
    const SecretVerdict verdict = SecretGuard::judge(*parseJsonObject(json).object);
    if (!isMeantAsName(arguments, place, verdict))
        return ExitCode::WrongUsage;
    using Namesakes = CreateOperation::Namesakes;
    ProjectLock lock(session.profile().baseUrl, projectId);
    if (!lock.take(arguments.timeout))
        return ExitCode::Refused;
    WriteOutcome outcome =
        create(session, projectId, json,
               arguments.allowDuplicate ? Namesakes::Allowed : Namesakes::Refused);
    if (isNamesake(outcome)) {
        if (!mayBeDuplicate(outcome.definition))
            return ExitCode::Refused;
        outcome = create(session, projectId, json, Namesakes::Allowed);
    }
    return reportOutcome(arguments, outcome,
                         CommandLine::tr("Created %1.").arg(pipelineText(outcome.definition)));
}

} // namespace Sluice
