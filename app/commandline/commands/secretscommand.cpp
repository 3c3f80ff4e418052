// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/secretscommand.h"

#include "app/commandline/commands/secretslisting.h"
#include "app/commandline/output/console.h"
#include "app/commandline/output/failurelog.h"
#include "app/commandline/session/session.h"
#include "models/api/endpoints.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct Reading {
    SecretsListing listing;
    QHash<QString, Runner> runners; // by id
    FailureLog failures;
};

void noteUnread(Reading &reading, const QString &what, const QString &projectId,
                const ApiError &error)
{
    reading.failures.notRead(what, error);
    reading.listing.unread.append(
        {what, projectId, error.host.isEmpty() ? error.message : error.summary()});
}

// Reads the runners, as one rule compares their cloud with the provider.
void readRunners(Reading &reading, Session &session)
{
    const Result<QJsonArray> rows = session.list(Endpoints::listAgents(), u"agentId"_s);
    if (!rows)
        return noteUnread(reading, u"runners"_s, {}, rows.error());
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
        return noteUnread(reading, project.name, project.id, rows.error());
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
    Reading reading{{}, {}, FailureLog(arguments)};
    readRunners(reading, session);
    for (const Project &project : *projects) {
        if (const auto hindrance = reading.failures.hindrance())
            noteUnread(reading, project.name, project.id, *hindrance);
        else
            readProject(reading, session, project);
    }
    reading.listing.print(arguments.format);
    reading.failures.finish();
    const ExitCode code = reading.failures.code();
    if (code != ExitCode::Done || !arguments.isSet(OptionId::Check))
        return code;
    return reading.listing.findings().isEmpty() ? ExitCode::Done : ExitCode::Findings;
}

} // namespace Sluice
