// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/secretscommand.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/commands/secretslisting.h"
#include "app/commandline/output/console.h"
#include "app/commandline/session/session.h"
#include "models/api/endpoints.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct Reading {
    SecretsListing listing;
    QHash<QString, Runner> runners; // by id
    ExitCode code = ExitCode::Done;
    bool isOver = false; // no other list could be read either
};

void noteFailure(Reading &reading, const QString &what, const QString &projectId,
                 const ApiError &error)
{
    Failure failure(error);
    failure.subject = what;
    failure.lead = CommandLine::tr("%1: not read:").arg(what);
    reading.code = std::max(reading.code, Console::fail(failure));
    // The next list may be allowed where this one is forbidden.
    reading.isOver = error.endsARun() && error.kind != ApiError::Kind::Forbidden;
    reading.listing.unread.append(
        {what, projectId, error.host.isEmpty() ? error.message : error.summary()});
}

// Reads the runners, as one rule compares their cloud with the provider.
void readRunners(Reading &reading, Session &session)
{
    const Result<QJsonArray> rows = session.list(Endpoints::listAgents(), u"agentId"_s);
    if (!rows)
        return noteFailure(reading, u"runners"_s, {}, rows.error());
    for (const QJsonValue &row : *rows) {
        const Runner runner = runnerFrom(row.toObject());
        reading.runners.insert(runner.id, runner);
    }
}

void readProject(Reading &reading, Session &session, const Project &project)
{
    const Result<QJsonArray> rows =
        session.list(Endpoints::listPipelines(project.id), u"streamingPipelineId"_s);
    if (!rows)
        return noteFailure(reading, project.name, project.id, rows.error());
    for (const QJsonValue &row : *rows) {
        const QJsonObject definition = row.toObject();
        PipelineReferences pipeline = pipelineReferences(
            {{}, project.id, definition[u"streamingPipelineId"].toString()}, definition);
        pipeline.projectName = project.name;
        const Runner runner = reading.runners.value(pipeline.agentId);
        pipeline.runnerName = runner.name;
        pipeline.cloud = runner.cloud;
        reading.listing.index.put(pipeline);
    }
}

} // namespace

ExitCode listSecrets(const Arguments &arguments, Session &session)
{
    const Result<QList<Project>> projects =
        session.projects(arguments.operand(OperandKind::Project));
    if (!projects)
        return Console::fail(projects.error());
    Reading reading;
    readRunners(reading, session);
    for (const Project &project : *projects) {
        if (!reading.isOver)
            readProject(reading, session, project);
        else
            reading.listing.unread.append(
                {project.name, project.id,
                 CommandLine::tr("Not asked for after the failure before.")});
    }
    reading.listing.print(arguments.format);
    if (reading.code != ExitCode::Done || !arguments.isSet(OptionId::Check))
        return reading.code;
    return reading.listing.findings().isEmpty() ? ExitCode::Done : ExitCode::Findings;
}

} // namespace Sluice
