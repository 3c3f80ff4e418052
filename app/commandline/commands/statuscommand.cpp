// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/statuscommand.h"

#include "app/commandline/commands/pipelinesieve.h"
#include "app/commandline/commands/statusreading.h"
#include "app/commandline/output/console.h"
#include "app/commandline/output/failurelog.h"
#include "app/commandline/output/listing.h"
#include "app/commandline/session/session.h"
#include "models/api/endpoints.h"
#include "models/definition/definition.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct StatusRow {
    PipelineIds ids;
    QString name;
    QString projectName;
};

ExitCode showOne(const Arguments &arguments, Session &session)
{
    const Result<PipelineIds> ids = namedPipeline(arguments, session);
    if (!ids)
        return Console::fail(ids.error());
    const Result<Reply> reply = readStatus(session, *ids);
    if (!reply)
        return Console::fail(reply.error());
    printStatus(arguments, *ids, *reply);
    return ExitCode::Done;
}

QList<StatusRow> pipelinesOf(Session &session, const QList<Project> &projects,
                             const PipelineSieve &sieve, FailureLog &failures)
{
    const QString idKey = u"streamingPipelineId"_s;
    QList<Request> requests;
    for (const Project &project : projects)
        requests.append(Endpoints::listPipelines(project.id));
    const QList<Result<QJsonArray>> lists = session.listAll(requests, idKey);
    QList<StatusRow> rows;
    for (qsizetype i = 0; i < lists.size(); ++i) {
        const Project &project = projects.at(i);
        if (!lists.at(i)) {
            failures.notRead(project.name, lists.at(i).error());
            continue;
        }
        for (const QJsonValue &each : *lists.at(i)) {
            const QJsonObject definition = each.toObject();
            if (!sieve.passes(definition, project))
                continue;
            rows.append({{project.id, definition[idKey].toString()},
                         Definition::name(definition),
                         project.name});
        }
    }
    return rows;
}

QList<Result<Reply>> repliesFor(Session &session, const QList<StatusRow> &rows,
                                const FailureLog &failures)
{
    if (failures.hindrance()) {
        QList<Result<Reply>> unasked(rows.size(), *failures.hindrance());
        return unasked;
    }
    QList<PipelineIds> pipelines;
    for (const StatusRow &row : rows)
        pipelines.append(row.ids);
    return readStatuses(session, pipelines);
}

void add(Listing &listing, const StatusRow &row, const QString &status, bool withProject)
{
    const QJsonValue word = status.isEmpty() ? QJsonValue() : QJsonValue(status);
    QStringList cells{row.name, status.isEmpty() ? u"?"_s : status, row.ids.pipeline};
    if (withProject)
        cells.prepend(row.projectName);
    listing.add({row.name, row.ids.pipeline, cells,
                 QJsonObject{{u"project"_s, row.projectName},
                             {u"projectId"_s, row.ids.project},
                             {u"pipeline"_s, row.name},
                             {u"pipelineId"_s, row.ids.pipeline},
                             {u"status"_s, word}}});
}

ExitCode showMany(const Arguments &arguments, Session &session)
{
    const Result<QList<Project>> projects =
        session.projects(arguments.operand(OperandKind::Project));
    if (!projects)
        return Console::fail(projects.error());
    FailureLog failures(arguments);
    const QList<StatusRow> rows =
        pipelinesOf(session, *projects, PipelineSieve(arguments), failures);
    const QList<Result<Reply>> replies = repliesFor(session, rows, failures);
    const bool isAll = arguments.isSet(OptionId::AllProjects);
    QStringList titles{u"NAME"_s, u"STATUS"_s, u"ID"_s};
    if (isAll)
        titles.prepend(u"PROJECT"_s);
    Listing listing(titles);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const Result<Reply> &reply = replies.at(i);
        add(listing, rows.at(i), reply ? statusOf(*reply) : QString(), isAll);
        if (!reply)
            failures.notRead(rows.at(i).name, reply.error());
    }
    listing.print(arguments.format);
    failures.finish();
    return failures.code();
}

} // namespace

ExitCode showStatus(const Arguments &arguments, Session &session)
{
    return arguments.operand(OperandKind::Pipeline).isEmpty() ? showMany(arguments, session)
                                                              : showOne(arguments, session);
}

} // namespace Sluice
