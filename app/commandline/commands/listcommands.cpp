// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/listcommands.h"

#include "app/commandline/commands/pipelinesieve.h"
#include "app/commandline/output/console.h"
#include "app/commandline/output/failurelog.h"
#include "app/commandline/output/listing.h"
#include "app/commandline/session/session.h"
#include "models/api/endpoints.h"
#include "models/definition/definition.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QStringList cellsOf(const QJsonObject &row, const QStringList &keys)
{
    QStringList cells;
    for (const QString &key : keys)
        cells += row[key].toString();
    return cells;
}

QStringList cellsOfPipeline(const QJsonObject &pipeline)
{
    return {pipeline[u"streamingPipelineId"].toString(),
            Definition::name(pipeline),
            Definition::sourceType(pipeline),
            Definition::targetType(pipeline),
            QString::number(Definition::tableCount(pipeline)),
            Definition::agentId(pipeline)};
}

// Describes one kind of list.
struct ListForm {
    QStringList titles;
    QString idKey; // the key that identifies a row
    QStringList (*cells)(const QJsonObject &row);
    Request (*request)(const QString &projectId);
};

const ListForm &environmentForm()
{
    static const ListForm form{
        {u"NAME"_s, u"RUNNER"_s, u"RUNNER-ID"_s},
        u"name"_s,
        [](const QJsonObject &row) {
            return cellsOf(row, {u"name"_s, u"defaultAgentName"_s, u"defaultAgentId"_s});
        },
        &Endpoints::listEnvironments};
    return form;
}

const ListForm &pipelineForm()
{
    static const ListForm form{
        {u"ID"_s, u"NAME"_s, u"SOURCE"_s, u"TARGET"_s, u"TABLES"_s, u"RUNNER"_s},
        u"streamingPipelineId"_s,
        &cellsOfPipeline,
        &Endpoints::listPipelines};
    return form;
}

ExitCode listAccount(const Arguments &arguments, Session &session, const Request &request,
                     const QString &idKey, const QStringList &titles, const QStringList &keys)
{
    const Result<QJsonArray> rows = session.list(request, idKey);
    if (!rows)
        return Console::fail(rows.error());
    Listing listing(titles);
    for (const QJsonValue &row : *rows)
        listing.add(
            {row[u"name"].toString(), row[idKey].toString(), cellsOf(row.toObject(), keys), row});
    listing.print(arguments.format);
    return ExitCode::Done;
}

// Adds the rows of one project's list. isNamed: each row names the project. sieve: for the rows
// that are pipelines; a command without pipelines has no --filter, and then all pass.
void addRows(Listing &listing, const ListForm &form, const QJsonArray &rows, const Project &project,
             bool isNamed, const PipelineSieve &sieve)
{
    for (const QJsonValue &row : rows) {
        QJsonObject json = row.toObject();
        if (!sieve.passes(json, project))
            continue;
        QStringList cells = form.cells(json);
        if (isNamed) {
            cells.prepend(project.name);
            json.insert(u"projectId"_s, project.id);
            json.insert(u"projectName"_s, project.name);
        }
        listing.add({json[u"name"].toString(), row[form.idKey].toString(), cells, json});
    }
}

ExitCode listOfProject(const Arguments &arguments, Session &session, const ListForm &form)
{
    const Result<QString> project = session.projectId(arguments.operand(OperandKind::Project));
    if (!project)
        return Console::fail(project.error());
    const Result<QJsonArray> rows = session.list(form.request(*project), form.idKey);
    if (!rows)
        return Console::fail(rows.error());
    Listing listing(form.titles);
    const Project named{*project, arguments.operand(OperandKind::Project), {}};
    addRows(listing, form, *rows, named, false, PipelineSieve(arguments));
    listing.print(arguments.format);
    return ExitCode::Done;
}

ExitCode listOfAll(const Arguments &arguments, Session &session, const ListForm &form)
{
    const Result<QList<Project>> projects = session.projects();
    if (!projects)
        return Console::fail(projects.error());
    QList<Request> requests;
    for (const Project &project : *projects)
        requests.append(form.request(project.id));
    const QList<Result<QJsonArray>> lists = session.listAll(requests, form.idKey);
    Listing listing(QStringList{u"PROJECT"_s} + form.titles);
    FailureLog failures(arguments);
    const PipelineSieve sieve(arguments);
    for (qsizetype i = 0; i < lists.size(); ++i) {
        const Project &project = projects->at(i);
        if (lists.at(i))
            addRows(listing, form, *lists.at(i), project, true, sieve);
        else
            failures.notRead(project.name, lists.at(i).error());
    }
    listing.print(arguments.format);
    failures.finish();
    return failures.code();
}

ExitCode listScope(const Arguments &arguments, Session &session, const ListForm &form)
{
    return arguments.isSet(OptionId::AllProjects) ? listOfAll(arguments, session, form)
                                                  : listOfProject(arguments, session, form);
}

} // namespace

ExitCode listProjects(const Arguments &arguments, Session &session)
{
    return listAccount(arguments, session, Endpoints::listProjects(), u"id"_s,
                       {u"ID"_s, u"NAME"_s, u"DESCRIPTION"_s},
                       {u"id"_s, u"name"_s, u"description"_s});
}

ExitCode listAgents(const Arguments &arguments, Session &session)
{
    return listAccount(
        arguments, session, Endpoints::listAgents(), u"agentId"_s,
        {u"ID"_s, u"NAME"_s, u"TYPE"_s, u"CLOUD"_s, u"DEPLOYMENT"_s},
        {u"agentId"_s, u"name"_s, u"agentType"_s, u"cloudProvider"_s, u"deployment"_s});
}

ExitCode listEnvironments(const Arguments &arguments, Session &session)
{
    return listScope(arguments, session, environmentForm());
}

ExitCode listPipelines(const Arguments &arguments, Session &session)
{
    return listScope(arguments, session, pipelineForm());
}

} // namespace Sluice
