// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/applycommand.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/commands/exchangeplan.h"
#include "app/commandline/commands/secretdoubt.h"
#include "app/commandline/commands/targets.h"
#include "app/commandline/output/console.h"
#include "app/commandline/output/operandtext.h"
#include "app/commandline/output/outcomereport.h"
#include "app/commandline/session/projectlock.h"
#include "app/commandline/session/session.h"
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

// Makes the write of one item. The write first reads what it replaces, or looks for a pipeline of
// the same name.
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
        Console::note(item.entry.name() + u": "_s + outcome.found);
        json.insert(u"message"_s, outcome.found);
    }
    const QString text = pipelineText(outcome.definition);
    if (arguments.format == OutputFormat::Table)
        Console::printDone(isNew ? CommandLine::tr("Created %1.").arg(text)
                                 : CommandLine::tr("Updated %1.").arg(text));
    else if (arguments.format == OutputFormat::Name)
        Console::print(operandFor(item.entry.name(),
                                  outcome.definition[u"streamingPipelineId"].toString(), true));
}

ExitCode noteFailed(QJsonObject &json, const Item &item, const WriteOutcome &outcome)
{
    json.insert(u"result"_s, outcome.isUnknown() ? u"unknown"_s : u"failed"_s);
    json.insert(u"message"_s, outcome.summary());
    Failure failure(*outcome.error);
    failure.subject = item.entry.name();
    failure.lead = outcome.isUnknown()
                       ? CommandLine::tr("%1 may have been sent or not:").arg(failure.subject)
                       : CommandLine::tr("%1 failed:").arg(failure.subject);
    return Console::fail(failure);
}

// Describes each item for programs, before anything is sent.
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
    QObject owner; // owns writes that are given up
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
        else // an unknown outcome counts more than a later refusal
            code = std::max(code, noteFailed(json, item, outcome));
    });
    if (notSent > 0)
        Console::warn(CommandLine::tr("%n were not sent. Run it again when the cause is gone; what "
                                      "is done already is then left out.",
                                      nullptr, int(notSent)));
    if (arguments.isForPrograms()) {
        QJsonArray all;
        for (const QJsonObject &result : std::as_const(results))
            all.append(result);
        Console::printValue(all);
    }
    return notSent > 0 ? std::max(code, ExitCode::Refused) : code;
}

// Asks, and reads the project again after the answer. Returns nothing when the user says yes and
// the project did not change meanwhile.
std::optional<Failure> unwantedApply(const Arguments &arguments, Session &session,
                                     const QString &projectId, const QList<ImportEntry> &entries,
                                     const ExchangePlan &shown)
{
    const int writes = shown.count(ImportAction::Create) + shown.count(ImportAction::Update);
    if (arguments.format != OutputFormat::Table) // stdout holds the result only
        Console::warn(shown.text());
    if (!Console::ask(CommandLine::tr("Send these %n definition(s)?", nullptr, writes)))
        return Failure(u"not_confirmed"_s, CommandLine::tr("Nothing was sent."));
    const Result<ExchangePlan> now = makePlan(session, projectId, entries, false);
    if (!now)
        return Failure(now.error());
    if (now->json() == shown.json())
        return {};
    return Failure(
        u"conflict"_s,
        CommandLine::tr(
            "The project changed meanwhile. Nothing was sent; look at the differences again."));
}

void warnOfDoubts(const ExchangePlan &plan)
{
    for (const Item &item : plan.items) {
        if (item.match.doubt.isDoubtful()) // the question about all changes covers it
            warnOfDoubt(item.entry.place(), item.match.doubt);
    }
}

ExitCode applyPlan(const Arguments &arguments, Session &session, const QString &projectId,
                   const QList<ImportEntry> &entries)
{
    const Result<ExchangePlan> plan = makePlan(session, projectId, entries, false);
    if (!plan)
        return Console::fail(plan.error());
    if (arguments.format == OutputFormat::Table)
        plan->print();
    warnOfProblems(entries);
    warnOfDoubts(*plan);
    const bool isAmbiguous = plan->count(ImportAction::Ambiguous) > 0;
    if ((arguments.isSet(OptionId::DryRun) || isAmbiguous) && arguments.isForPrograms())
        Console::printValue(plan->json());
    if (isAmbiguous)
        return Console::fail(Failure(
            u"conflict"_s, CommandLine::tr("Names that stand for several pipelines: nothing was "
                                           "sent. Rename all but one first.")));
    const bool isEqual = plan->count(ImportAction::NoChange) == plan->items.size();
    if (arguments.isSet(OptionId::DryRun)) {
        if (arguments.format == OutputFormat::Name && !isEqual)
            Console::print(plan->names().join(u'\n'));
        return ExitCode::Done;
    }
    if (!isEqual && !arguments.isSet(OptionId::Yes)) {
        if (const auto refusal = unwantedApply(arguments, session, projectId, entries, *plan))
            return Console::fail(*refusal);
    }
    return applyAll(arguments, session, projectId, *plan);
}

} // namespace

ExitCode applyToProject(const Arguments &arguments, Session &session)
{
    const bool isDry = arguments.isSet(OptionId::DryRun);
    if (!isDry && !arguments.isSet(OptionId::Yes) && !Console::isInputTerminal())
        return Console::fail(Failure(
            u"not_confirmed"_s,
            CommandLine::tr("Say --yes, or run it on a terminal to be asked. Nothing was sent."),
            ExitCode::WrongUsage));
    // Files are read before any call, and one bad file stops everything.
    const DefinitionFiles files =
        DefinitionFiles::read(arguments.operand(OperandKind::FileOrFolder));
    if (files.entries.isEmpty() || !files.faults.isEmpty())
        return Console::fail(files.failure(CommandLine::tr("Nothing was sent.")));
    const Result<QString> projectId = namedProject(arguments, session);
    if (!projectId)
        return Console::fail(projectId.error());
    // Takes the lock before it reads the project, so that it sees what another run has created.
    ProjectLock lock(session.profile().baseUrl, *projectId);
    if (!isDry) {
        if (const auto failure = lock.take(arguments.timeout))
            return Console::fail(*failure);
    }
    return applyPlan(arguments, session, *projectId, files.entries);
}

} // namespace Sluice
