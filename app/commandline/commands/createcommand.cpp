// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/createcommand.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/commands/definitionfile.h"
#include "app/commandline/commands/secretdoubt.h"
#include "app/commandline/commands/targets.h"
#include "app/commandline/output/console.h"
#include "app/commandline/output/operandtext.h"
#include "app/commandline/output/outcomereport.h"
#include "app/commandline/session/projectlock.h"
#include "app/commandline/session/session.h"
#include "models/definition/definition.h"
#include "models/json/jsontext.h"
#include "models/operations/createoperation.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

WriteOutcome create(Session &session, const QString &projectId, const QByteArray &json,
                    CreateOperation::Namesakes namesakes)
{
    CreateOperation operation(session.client(), projectId, json, namesakes);
    return session.run(operation);
}

// True when nothing was sent because the project has a pipeline of this name.
bool isNamesake(const WriteOutcome &outcome)
{
    return outcome.effect == Effect::None && !outcome.isDone() && !outcome.definition.isEmpty();
}

// Asks whether to make a second pipeline of the name. Returns nothing when the user wants it.
std::optional<Failure> unwantedDuplicate(const QJsonObject &namesake)
{
    const QString there = CommandLine::tr("The project has a pipeline of this name already: %1.")
                              .arg(pipelineText(namesake));
    QString text = CommandLine::tr("Nothing was sent.");
    if (!Console::isInputTerminal()) {
        text = there + u'\n' +
               CommandLine::tr("Nothing was sent. Say --allow-duplicate to create another one.");
    } else {
        Console::warn(there);
        if (Console::ask(CommandLine::tr("Create another one?")))
            return {};
    }
    return Failure(u"duplicate_name"_s, text);
}

} // namespace

ExitCode createPipeline(const Arguments &arguments, Session &session)
{
    // Reads the file before any call, so that a bad file costs none.
    const auto json = readDefinitionFile(arguments.operand(OperandKind::File));
    if (!json)
        return Console::fail(json.error());
    const Result<QString> projectId = namedProject(arguments, session);
    if (!projectId)
        return Console::fail(projectId.error());
    const SecretVerdict verdict = SecretGuard::judge(*parseJsonObject(*json).object);
    if (const auto refusal = doubtedSecret(arguments, verdict))
        return Console::fail(*refusal);
    using Namesakes = CreateOperation::Namesakes;
    ProjectLock lock(session.profile().baseUrl, *projectId);
    if (const auto failure = lock.take(arguments.timeout))
        return Console::fail(*failure);
    auto namesakes =
        arguments.isSet(OptionId::AllowDuplicate) ? Namesakes::Allowed : Namesakes::Refused;
    WriteOutcome outcome = create(session, *projectId, *json, namesakes);
    if (isNamesake(outcome)) {
        if (const auto refusal = unwantedDuplicate(outcome.definition))
            return Console::fail(*refusal);
        namesakes = Namesakes::Allowed;
        outcome = create(session, *projectId, *json, namesakes);
    }
    return reportOutcome(arguments, outcome,
                         {CommandLine::tr("Created %1.").arg(pipelineText(outcome.definition)),
                          // When namesakes are allowed, several pipelines may have the name now.
                          operandFor(Definition::name(outcome.definition),
                                     outcome.definition[u"streamingPipelineId"].toString(),
                                     namesakes == Namesakes::Refused),
                          outcome.definition});
}

} // namespace Sluice
