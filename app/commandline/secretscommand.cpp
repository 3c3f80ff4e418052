// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/secretscommand.h"

#include "app/commandline/console.h"
#include "app/commandline/secretslisting.h"
#include "app/commandline/session.h"
#include "app/commandline/words.h"
#include "models/api/endpoints.h"
#include "models/json/jsontext.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct Reading {
    SecretsListing listing;
    QHash<QString, Runner> runners; // by id
    ExitCode code = ExitCode::Done;
    bool isOver = false; // no other list would come either
};

void noteFailure(Reading &reading, const QString &what, const QString &projectId,
                 const ApiError &error)
{
    Console::complain(CommandLine::tr("%1: not read:").arg(what));
    reading.code = std::max(reading.code, Console::report(error));
    // One list may be forbidden where the next is not.
    reading.isOver = error.endsARun() && error.kind != ApiError::Kind::Forbidden;
    reading.listing.unread.append(
        {what, projectId, error.host.isEmpty() ? error.message : error.summary()});
}

// Their clouds are what a rule is about.
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
        PipelineSecrets pipeline = pipelineSecrets(
            {{}, project.id, definition[u"streamingPipelineId"].toString()}, definition);
        pipeline.projectName = project.name;
        const Runner runner = reading.runners.value(pipeline.agentId);
        pipeline.runnerName = runner.name;
        pipeline.cloud = runner.cloud;
        reading.listing.index.put(pipeline);
    }
}

Result<QList<Project>> allProjects(Session &session)
{
    const Result<QJsonArray> rows = session.list(Endpoints::listProjects(), u"id"_s);
    if (!rows)
        return rows.error();
    QList<Project> projects;
    for (const QJsonValue &row : *rows)
        projects.append(projectFrom(row.toObject()));
    return projects;
}

// The one that is named, or all of them.
Result<QList<Project>> wantedProjects(const Arguments &arguments, Session &session)
{
    const QString wanted = arguments.operand(QLatin1String("[PROJECT]"));
    if (wanted.isEmpty())
        return allProjects(session);
    const Result<QString> id = session.projectId(wanted);
    if (!id)
        return id.error();
    if (*id != wanted)
        return QList<Project>{{*id, wanted, {}}};
    // Who may not read the list of projects sees the id in place of the name.
    if (const Result<QList<Project>> known = allProjects(session)) {
        for (const Project &project : *known) {
            if (project.id == *id)
                return QList<Project>{project};
        }
    }
    return QList<Project>{{*id, wanted, {}}};
}

} // namespace

ExitCode listSecrets(const Arguments &arguments, Session &session)
{
    const Result<QList<Project>> projects = wantedProjects(arguments, session);
    if (!projects)
        return Console::report(projects.error());
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
    if (arguments.json)
        Console::printJson(jsonText(reading.listing.json()));
    else
        reading.listing.print();
    if (reading.code != ExitCode::Done || !arguments.check)
        return reading.code;
    return reading.listing.findings().isEmpty() ? ExitCode::Done : ExitCode::Findings;
}

} // namespace Sluice
