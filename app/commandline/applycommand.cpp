// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/applycommand.h"

#include "app/commandline/console.h"
#include "app/commandline/exchangeplan.h"
#include "app/commandline/outcomereport.h"
#include "app/commandline/projectlock.h"
#include "app/commandline/secretdoubt.h"
#include "app/commandline/session.h"
#include "app/commandline/words.h"
#include "models/exchange/files/portable.h"
#include "models/operations/batchrun.h"
#include "models/operations/createoperation.h"
#include "models/operations/replaceoperation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

using Item = ExchangePlan::Item;

bool isWanted(const Item &item)
{
    return item.match.action == ImportAction::Create || item.match.action == ImportAction::Update;
}

// The write of one item: it looks first at what it replaces, or whether there is one of its name.
Operation *makeWrite(Session &session, const QString &projectId, const Item &item, QObject *owner)
{
    const QByteArray json = jsonText(*item.entry.definition);
    if (item.match.action == ImportAction::Create)
        return new CreateOperation(session.client(), projectId, json,
                                   CreateOperation::Namesakes::Refused, owner);
    const auto isAsShown = [base = item.match.base](const QJsonObject &now) {
        return semanticDiff(base, portableDefinition(now)).isEmpty();
    };
    return new ReplaceOperation(session.client(), projectId, item.match.pipelineId,
                                ReplaceOperation::onlyIf(isAsShown, json), owner);
}

void noteDone(QJsonObject &json, const Arguments &arguments, const Item &item,
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
}

ExitCode noteFailure(QJsonObject &json, const Item &item, const WriteOutcome &outcome)
{
    Console::complain(outcome.isUnknown()
                          ? CommandLine::tr("%1 may have been sent or not:").arg(item.entry.name())
                          : CommandLine::tr("%1 failed:").arg(item.entry.name()));
    json.insert(u"result"_s, outcome.isUnknown() ? u"unknown"_s : u"failed"_s);
    json.insert(u"message"_s, outcome.summary());
    return Console::report(*outcome.error);
}

// What has become of each item, as --json prints it, before anything is sent.
QList<QJsonObject> nothingSent(const ExchangePlan &plan)
{
    QList<QJsonObject> results;
    const QJsonArray described = plan.json();
    for (qsizetype i = 0; i < plan.items.size(); ++i) {
        QJsonObject json = described.at(i).toObject();
        json.insert(u"result"_s, isWanted(plan.items.at(i)) ? u"notSent"_s : u"unchanged"_s);
        results.append(json);
    }
    return results;
}

ExitCode applyAll(const Arguments &arguments, Session &session, const QString &projectId,
                  const ExchangePlan &plan)
{
    QList<qsizetype> wanted;
    for (qsizetype i = 0; i < plan.items.size(); ++i) {
        if (isWanted(plan.items.at(i)))
            wanted.append(i);
    }
    QList<QJsonObject> results = nothingSent(plan);
    ExitCode code = ExitCode::Done;
    qsizetype notSent = wanted.size();
    const QList<BatchRun::Item> places(wanted.size(), {session.profile().id, projectId});
    QObject owner; // of writes that are given up
    const auto make = [&](int item) {
        return makeWrite(session, projectId, plan.items.at(wanted.at(item)), &owner);
    };
    BatchRun batch(places, make, {});
    session.run(batch, [&](int number, const WriteOutcome &outcome) {
        const Item &item = plan.items.at(wanted.at(number));
        QJsonObject &json = results[wanted.at(number)];
        --notSent;
        if (outcome.isDone())
            noteDone(json, arguments, item, outcome);
        else // a later, lesser failure does not hide an unknown outcome
            code = std::max(code, noteFailure(json, item, outcome));
    });
    if (notSent > 0)
        Console::complain(CommandLine::tr("%n were not sent. Run it again when the cause is gone; "
                                          "what is done already is then left out.",
                                          nullptr, int(notSent)));
    if (arguments.json) {
        QJsonArray all;
        for (const QJsonObject &result : std::as_const(results))
            all.append(result);
        Console::printJson(jsonText(all));
    }
    return notSent > 0 ? std::max(code, ExitCode::Refused) : code;
}

// False when the user says no, or when the project moved while the question stood there.
bool isConfirmed(const Arguments &arguments, Session &session, const QString &projectId,
                 const QList<ImportEntry> &entries, const ExchangePlan &shown)
{
    const int writes = shown.count(ImportAction::Create) + shown.count(ImportAction::Update);
    if (arguments.json) // stdout is for the result; who is asked sees what about all the same
        Console::complain(shown.text());
    if (!Console::ask(CommandLine::tr("Send these %n definition(s)?", nullptr, writes))) {
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
    for (const Item &item : plan->items) {
        if (item.match.doubt.isDoubtful()) // asked about together with all else
            warnOfDoubt(item.entry.place(), item.match.doubt);
    }
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
