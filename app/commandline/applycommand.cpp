// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/applycommand.h"

#include "app/commandline/console.h"
#include "app/commandline/exchangeplan.h"
#include "app/commandline/outcomereport.h"
#include "app/commandline/projectlock.h"
#include "app/commandline/session.h"
#include "app/commandline/words.h"
#include "models/exchange/portable.h"
#include "models/operations/createoperation.h"
#include "models/operations/replaceoperation.h"

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

// Sends one item, after a look at what it replaces, or at whether there is one of its name by now.
WriteOutcome send(Session &session, const QString &projectId, const Item &item)
{
    const QByteArray json = jsonText(*item.entry.definition);
    if (item.match.action == ImportAction::Create) {
        CreateOperation operation(session.client(), projectId, json,
                                  CreateOperation::Namesakes::Refused);
        return session.run(operation);
    }
    const auto isAsShown = [&item](const QJsonObject &now) {
        return semanticDiff(item.match.base, portableDefinition(now)).isEmpty();
    };
    ReplaceOperation operation(session.client(), projectId, item.match.pipelineId,
                               ReplaceOperation::onlyIf(isAsShown, json));
    return session.run(operation);
}

void noteDone(Progress &progress, QJsonObject &json, const Arguments &arguments, const Item &item,
              const WriteOutcome &outcome)
{
    const bool isNew = item.match.action == ImportAction::Create;
    json.insert(u"result"_s, isNew ? u"created"_s : u"updated"_s);
    json.insert(u"id"_s, outcome.definition[u"streamingPipelineId"]);
    if (!outcome.found.isEmpty()) {
        Console::complain(item.entry.name() + u": "_s + outcome.found);
        json.insert(u"message"_s, outcome.found);
    }
    const QString text = pipelineText(outcome.definition);
    if (!arguments.json)
        Console::printDone(isNew ? CommandLine::tr("Created %1.").arg(text)
                                 : CommandLine::tr("Updated %1.").arg(text));
    progress.results.append(json);
}

void noteFailure(Progress &progress, QJsonObject &json, const Item &item,
                 const WriteOutcome &outcome)
{
    Console::complain(outcome.isUnknown()
                          ? CommandLine::tr("%1 may have been sent or not:").arg(item.entry.name())
                          : CommandLine::tr("%1 failed:").arg(item.entry.name()));
    const ExitCode code = Console::report(*outcome.error);
    progress.isOver = outcome.error->endsARun();
    // A later, lesser failure does not hide an unknown outcome; that one ends the run anyway.
    progress.code = std::max(progress.code, code);
    json.insert(u"result"_s, outcome.isUnknown() ? u"unknown"_s : u"failed"_s);
    json.insert(u"message"_s, outcome.summary());
    progress.results.append(json);
}

void apply(Progress &progress, const Arguments &arguments, Session &session,
           const QString &projectId, const Item &item, QJsonObject json)
{
    const bool isWanted =
        item.match.action == ImportAction::Create || item.match.action == ImportAction::Update;
    if (!isWanted || progress.isOver) {
        progress.notSent += isWanted ? 1 : 0;
        json.insert(u"result"_s, isWanted ? u"notSent"_s : u"unchanged"_s);
        progress.results.append(json);
        return;
    }
    const WriteOutcome outcome = send(session, projectId, item);
    if (outcome.isDone())
        noteDone(progress, json, arguments, item, outcome);
    else
        noteFailure(progress, json, item, outcome);
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
    // Before the project is read: what another run creates now is then seen.
    ProjectLock lock(session.profile().baseUrl, projectId);
    if (!arguments.dryRun && !lock.take(arguments.timeout))
        return ExitCode::Refused;
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
