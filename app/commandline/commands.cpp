// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands.h"

#include "app/commandline/applycommand.h"
#include "app/commandline/console.h"
#include "app/commandline/createcommand.h"
#include "app/commandline/deletecommand.h"
#include "app/commandline/diffcommand.h"
#include "app/commandline/exchangeplan.h"
#include "app/commandline/exportcommand.h"
#include "app/commandline/lifecycle.h"
#include "app/commandline/outcomereport.h"
#include "app/commandline/secretdoubt.h"
#include "app/commandline/secretscommand.h"
#include "app/commandline/session.h"
#include "app/commandline/words.h"
#include "models/api/endpoints.h"
#include "models/definition/definition.h"
#include "models/exchange/files/wholefile.h"
#include "models/json/jsontext.h"
#include "models/operations/replaceoperation.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// A list's column: its title and the key in the server's object.
struct Column {
    const char *title;
    const char *key;
};

ExitCode printList(const Arguments &arguments, Session &session, const Request &request,
                   const QString &idKey, std::initializer_list<Column> columns)
{
    const Result<QJsonArray> rows = session.list(request, idKey);
    if (!rows)
        return Console::report(rows.error());
    if (arguments.json) {
        Console::printJson(jsonText(*rows));
        return ExitCode::Done;
    }
    QList<QStringList> table(1);
    for (const Column &column : columns)
        table[0] += QLatin1String(column.title);
    for (const QJsonValue &row : *rows) {
        QStringList cells;
        for (const Column &column : columns)
            cells += row[QLatin1String(column.key)].toString();
        table += cells;
    }
    Console::printTable(table);
    return ExitCode::Done;
}

ExitCode printPipelines(const Arguments &arguments, Session &session, const QString &projectId)
{
    const QString idKey = u"streamingPipelineId"_s;
    const Result<QJsonArray> rows = session.list(Endpoints::listPipelines(projectId), idKey);
    if (!rows)
        return Console::report(rows.error());
    if (arguments.json) {
        Console::printJson(jsonText(*rows));
        return ExitCode::Done;
    }
    QList<QStringList> table{
        {u"ID"_s, u"NAME"_s, u"SOURCE"_s, u"TARGET"_s, u"TABLES"_s, u"RUNNER"_s}};
    for (const QJsonValue &row : *rows) {
        const QJsonObject pipeline = row.toObject();
        table += {pipeline[idKey].toString(),
                  Definition::name(pipeline),
                  Definition::sourceType(pipeline),
                  Definition::targetType(pipeline),
                  QString::number(Definition::tableCount(pipeline)),
                  Definition::agentId(pipeline)};
    }
    Console::printTable(table);
    return ExitCode::Done;
}

void printDefinition(const QJsonObject &pipeline)
{
    Console::printTable({
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

ExitCode printPipeline(const Arguments &arguments, const Result<Reply> &reply)
{
    if (!reply)
        return Console::report(reply.error());
    if (arguments.json)
        Console::printJson(reply->body);
    else
        printDefinition(reply->json.object());
    return ExitCode::Done;
}

ExitCode updatePipeline(const Arguments &arguments, Session &session, const QString &projectId,
                        const QString &pipelineId, const QByteArray &json)
{
    // What the server has is a name.
    const Result<Reply> before = session.call(Endpoints::getPipeline(projectId, pipelineId));
    if (!before)
        return Console::report(before.error());
    const SecretVerdict verdict =
        SecretGuard::judge(*parseJsonObject(json).object, {before->json.object()});
    if (!isMeantAsName(arguments, arguments.operand(QLatin1String("FILE")), verdict))
        return ExitCode::WrongUsage;
    ReplaceOperation operation(session.client(), projectId, pipelineId,
                               ReplaceOperation::always(json));
    const WriteOutcome outcome = session.run(operation);
    return reportOutcome(arguments, outcome,
                         CommandLine::tr("Updated %1.").arg(pipelineText(outcome.definition)));
}

// The text of a definition, for a file or stdin; a fault is said and gives nothing. What apply
// refuses is refused here, too.
std::optional<QByteArray> readDefinition(const QString &name)
{
    const bool isStdin = name == u"-";
    const QString place = isStdin ? u"stdin"_s : name;
    const FileContent content = isStdin ? readWhole(stdin) : readWhole(name);
    QStringList faults;
    if (!content.problem.isEmpty()) {
        faults += u"%1: %2."_s.arg(place, content.problem);
    } else if (const ParsedJson parsed = parseJsonObject(content.bytes); !parsed.object) {
        faults +=
            u"%1:%2:%3: %4."_s.arg(place, QString::number(parsed.fault.line),
                                   QString::number(parsed.fault.column), parsed.fault.message);
    } else {
        faults = secretFaults(readDefinitions(content.bytes, place));
        if (faults.isEmpty())
            return parsed.text;
    }
    for (const QString &fault : std::as_const(faults))
        Console::complain(fault);
    Console::complain(CommandLine::tr("Nothing was sent."));
    return {};
}

ExitCode printStatus(const Arguments &arguments, Session &session, const QString &projectId,
                     const QString &pipelineId)
{
    const Result<Reply> reply = readStatus(session, projectId, pipelineId);
    if (!reply)
        return Console::report(reply.error());
    if (arguments.json)
        Console::printJson(reply->body);
    else
        Console::print(reply->json.object()[u"status"].toString());
    return ExitCode::Done;
}

// The verbs that work on one pipeline.
ExitCode runOnPipeline(const Arguments &arguments, Session &session, const QString &projectId,
                       const std::optional<QByteArray> &text)
{
    const Result<QString> id =
        session.pipelineId(projectId, arguments.operand(QLatin1String("PIPELINE")));
    if (!id)
        return Console::report(id.error());
    switch (arguments.verb->verb) {
    case CommandVerb::Get:
        return printPipeline(arguments, session.call(Endpoints::getPipeline(projectId, *id)));
    case CommandVerb::Update: return updatePipeline(arguments, session, projectId, *id, *text);
    case CommandVerb::Delete: return deletePipeline(arguments, session, projectId, *id);
    case CommandVerb::Start:
        return command(arguments, session, projectId, *id, PipelineCommand::Start);
    case CommandVerb::Stop:
        return command(arguments, session, projectId, *id, PipelineCommand::Stop);
    case CommandVerb::Status: return printStatus(arguments, session, projectId, *id);
    case CommandVerb::Projects:
    case CommandVerb::Environments:
    case CommandVerb::Agents:
    case CommandVerb::Pipelines:
    case CommandVerb::Create:
    case CommandVerb::Export:
    case CommandVerb::Diff:
    case CommandVerb::Apply:
    case CommandVerb::Secrets: break; // not on one pipeline
    }
    return ExitCode::WrongUsage;
}

// The verbs between files and a whole project.
ExitCode runExchange(const Arguments &arguments, Session &session)
{
    const CommandVerb verb = arguments.verb->verb;
    const bool mayAsk = arguments.yes || arguments.dryRun || Console::isInputTerminal();
    if (verb == CommandVerb::Apply && !mayAsk) {
        Console::complain(
            CommandLine::tr("Say --yes, or run it on a terminal to be asked. Nothing was sent."));
        return ExitCode::WrongUsage;
    }
    // Before any call: a file that cannot be read must not cost one.
    DefinitionFiles files;
    if (verb != CommandVerb::Export) {
        files = DefinitionFiles::read(arguments.operand(QLatin1String("FILE|DIR")));
        // A diff goes on with what can be used; what is sent is sent whole or not at all.
        if (files.entries.isEmpty() || (verb == CommandVerb::Apply && !files.faults.isEmpty())) {
            files.complain();
            Console::complain(CommandLine::tr("Nothing was sent."));
            return ExitCode::WrongUsage;
        }
    }
    const Result<QString> projectId =
        session.projectId(arguments.operand(QLatin1String("PROJECT")));
    if (!projectId)
        return Console::report(projectId.error());
    if (verb == CommandVerb::Export)
        return exportProject(arguments, session, *projectId);
    return verb == CommandVerb::Diff
               ? diffProject(arguments, session, *projectId, files)
               : applyToProject(arguments, session, *projectId, files.entries);
}

bool isExchange(CommandVerb verb)
{
    return verb == CommandVerb::Export || verb == CommandVerb::Diff || verb == CommandVerb::Apply;
}

} // namespace

ExitCode runCommand(const Arguments &arguments, Session &session)
{
    if (arguments.verb->verb == CommandVerb::Projects) {
        return printList(arguments, session, Endpoints::listProjects(), u"id"_s,
                         {{"ID", "id"}, {"NAME", "name"}, {"DESCRIPTION", "description"}});
    }
    if (arguments.verb->verb == CommandVerb::Agents) {
        return printList(arguments, session, Endpoints::listAgents(), u"agentId"_s,
                         {{"ID", "agentId"},
                          {"NAME", "name"},
                          {"TYPE", "agentType"},
                          {"CLOUD", "cloudProvider"},
                          {"DEPLOYMENT", "deployment"}});
    }
    if (arguments.verb->verb == CommandVerb::Secrets)
        return listSecrets(arguments, session);
    if (isExchange(arguments.verb->verb))
        return runExchange(arguments, session);
    // Before any call: a file that cannot be read must not cost one.
    std::optional<QByteArray> text;
    if (arguments.verb->operands.contains(u"FILE")) {
        text = readDefinition(arguments.operand(QLatin1String("FILE")));
        if (!text)
            return ExitCode::WrongUsage;
    }
    const Result<QString> projectId =
        session.projectId(arguments.operand(QLatin1String("PROJECT")));
    if (!projectId)
        return Console::report(projectId.error());
    if (arguments.verb->verb == CommandVerb::Environments) {
        return printList(
            arguments, session, Endpoints::listEnvironments(*projectId), u"name"_s,
            {{"NAME", "name"}, {"RUNNER", "defaultAgentName"}, {"RUNNER-ID", "defaultAgentId"}});
    }
    if (arguments.verb->verb == CommandVerb::Pipelines)
        return printPipelines(arguments, session, *projectId);
    if (arguments.verb->verb == CommandVerb::Create)
        return createPipeline(arguments, session, *projectId, *text,
                              arguments.operand(QLatin1String("FILE")));
    return runOnPipeline(arguments, session, *projectId, text);
}

ExitCode runCommandLine(const QStringList &words)
{
    const Arguments arguments = parseArguments(words);
    if (arguments.wantsHelp) {
        Console::print(helpText());
        return Console::finish(ExitCode::Done);
    }
    if (!arguments.problem.isEmpty()) {
        Console::complain(arguments.problem + u'\n' + CommandLine::tr("See: sluice --help"));
        return ExitCode::WrongUsage;
    }
    const Credentials credentials = Credentials::fromEnvironment(arguments);
    if (!credentials.problem.isEmpty()) {
        Console::complain(credentials.problem);
        return ExitCode::NotAllowed;
    }
    Session session(credentials, arguments.timeout);
    return Console::finish(runCommand(arguments, session));
}

} // namespace Sluice
