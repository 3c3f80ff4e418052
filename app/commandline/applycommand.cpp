// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/applycommand.h"

#include "app/commandline/console.h"
#include "app/commandline/exchangeplan.h"
#include "app/commandline/session.h"
#include "app/commandline/words.h"
#include "models/api/endpoints.h"
#include "models/exchange/portable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

using Item = ExchangePlan::Item;

// What a run has done so far.
struct Progress {
    QJsonArray results; // an object an item, as --json prints it
    ExitCode code = ExitCode::Done;
    bool isOver = false; // nothing more is to be sent
    int notSent = 0;
};

ApiError movedMeanwhile()
{
    ApiError error;
    error.kind = ApiError::Kind::Conflict;
    error.message = CommandLine::tr(
        "It changed meanwhile, so nothing was sent for it. Look at the differences again.");
    return error;
}

// Sends one item, after a look at what it replaces.
Result<Reply> send(Session &session, const QString &projectId, const Item &item)
{
    const QByteArray body = jsonText(*item.entry.definition);
    if (item.match.action == ImportAction::Create)
        return session.call(Endpoints::createPipeline(projectId, body));
    const Result<Reply> now =
        session.call(Endpoints::getPipeline(projectId, item.match.pipelineId));
    if (!now)
        return now.error();
    const QJsonObject base = portableDefinition(now->json.object());
    if (!semanticDiff(item.match.base, base).isEmpty())
        return movedMeanwhile();
    return session.call(Endpoints::updatePipeline(projectId, item.match.pipelineId, body));
}

QString doneText(const Item &item, const QString &id)
{
    return item.match.action == ImportAction::Create
               ? CommandLine::tr("Created %1 (%2).").arg(item.entry.name(), id)
               : CommandLine::tr("Updated %1 (%2).").arg(item.entry.name(), id);
}

void noteFailure(Progress &progress, QJsonObject &json, const Item &item, const ApiError &error)
{
    Console::complain(CommandLine::tr("%1 failed:").arg(item.entry.name()));
    const ExitCode code = Console::report(error);
    progress.isOver = error.endsARun();
    // A later, lesser failure does not hide an unknown outcome; that one ends the run anyway.
    progress.code = std::max(progress.code, code);
    const bool isUnknown = error.isEffectUnknown();
    json.insert(u"result"_s, isUnknown ? u"unknown"_s : u"failed"_s);
    json.insert(u"message"_s, error.host.isEmpty() ? error.message : error.summary());
}

void apply(Progress &progress, const Arguments &arguments, Session &session,
           const QString &projectId, const Item &item, QJsonObject json)
{
    const bool isWanted =
        item.match.action == ImportAction::Create || item.match.action == ImportAction::Update;
    if (!isWanted) {
        json.insert(u"result"_s, u"unchanged"_s);
    } else if (progress.isOver) {
        ++progress.notSent;
        json.insert(u"result"_s, u"notSent"_s);
    } else if (const Result<Reply> reply = send(session, projectId, item); !reply) {
        noteFailure(progress, json, item, reply.error());
    } else {
        const QString id = reply->json.object()[u"streamingPipelineId"].toString();
        const bool isNew = item.match.action == ImportAction::Create;
        json.insert(u"result"_s, isNew ? u"created"_s : u"updated"_s);
        json.insert(u"id"_s, id);
        if (!arguments.json)
            Console::printDone(doneText(item, id));
    }
    progress.results.append(json);
}

ExitCode applyAll(const Arguments &arguments, Session &session, const QString &projectId,
                  const ExchangePlan &plan)
{
    Progress progress;
    const QJsonArray described = plan.json();
    for (qsizetype i = 0; i < plan.items.size(); ++i)
        apply(progress, arguments, session, projectId, plan.items.at(i),
              described.at(i).toObject());
    if (progress.notSent > 0)
        Console::complain(CommandLine::tr("%1 were not sent. Run it again when the cause is gone; "
                                          "what is done already is then left out.")
                              .arg(progress.notSent));
    if (arguments.json)
        Console::printJson(jsonText(progress.results));
    return progress.code;
}

// False when the user says no, or when the project moved while the question stood there.
bool isConfirmed(const Arguments &arguments, Session &session, const QString &projectId,
                 const QList<ImportEntry> &entries, const ExchangePlan &shown)
{
    const int writes = shown.count(ImportAction::Create) + shown.count(ImportAction::Update);
    if (arguments.json) // stdout is for the result; who is asked sees what about all the same
        Console::complain(shown.text());
    if (!Console::ask(CommandLine::tr("Send these %1 definitions?").arg(writes))) {
        Console::complain(CommandLine::tr("Nothing was sent."));
        return false;
    }
    const Result<ExchangePlan> now = makePlan(session, projectId, entries, false);
    if (now && now->json() == shown.json())
        return true;
    if (now)
        Console::complain(CommandLine::tr(
            "The project changed meanwhile. Nothing was sent; look at the differences again."));
    else
        Console::report(now.error());
    return false;
}

} // namespace

ExitCode applyToProject(const Arguments &arguments, Session &session, const QString &projectId,
                        const QList<ImportEntry> &entries)
{
    const Result<ExchangePlan> plan = makePlan(session, projectId, entries, false);
    if (!plan)
        return Console::report(plan.error());
    if (!arguments.json)
        Console::print(plan->text());
    warnOfProblems(entries);
    const bool isAmbiguous = plan->count(ImportAction::Ambiguous) > 0;
    if (isAmbiguous)
        Console::complain(CommandLine::tr(
            "Names that stand for several pipelines: nothing was sent. Rename all but one first."));
    if (arguments.dryRun || isAmbiguous) {
        if (arguments.json)
            Console::printJson(jsonText(plan->json()));
        return isAmbiguous ? ExitCode::Refused : ExitCode::Done;
    }
    const bool isEqual = plan->count(ImportAction::NoChange) == plan->items.size();
    if (!isEqual && !arguments.yes && !isConfirmed(arguments, session, projectId, entries, *plan))
        return ExitCode::Refused;
    return applyAll(arguments, session, projectId, *plan);
}

} // namespace Sluice
