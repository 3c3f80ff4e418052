// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/deletecommand.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/commands/targets.h"
#include "app/commandline/output/console.h"
#include "app/commandline/output/outcomereport.h"
#include "app/commandline/session/session.h"
#include "models/account/profilestore.h"
#include "models/api/endpoints.h"
#include "models/definition/definition.h"
#include "models/operations/deleteoperation.h"
#include "models/store/database/storedatabase.h"
#include "models/store/trash/trash.h"

#include <QDir>
#include <QEventLoop>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// Returns the id of the window's account with this address and these credentials; without one the
// id of the command line's own.
QString accountFor(const Profile &profile)
{
    QSettings settings;
    const QList<Profile> known = ProfileStore(&settings).profiles();
    for (const Profile &each : known) {
        if (each.baseUrl == profile.baseUrl && each.signIn == profile.signIn &&
            each.clientId == profile.clientId && each.accountId == profile.accountId)
            return each.id;
    }
    return profile.id;
}

QString projectName(Session &session, const QString &projectId)
{
    const Result<QList<Project>> projects = session.projects(projectId);
    return projects ? projects->constFirst().name
                    : projectId; // not all credentials may list projects
}

// Puts the definition into the trash. Returns nothing when it is on the disk.
std::optional<Failure> keep(StoreDatabase &database, Trash &trash, const TrashEntry &entry,
                            const QJsonObject &definition)
{
    QEventLoop loop;
    bool isKept = false;
    bool isOver = false;
    trash.put(entry, definition, &loop, [&](bool kept) {
        isKept = kept;
        isOver = true;
        loop.quit();
    });
    if (!isOver)
        loop.exec();
    if (isKept)
        return {};
    return Failure(
        u"not_kept"_s,
        CommandLine::tr("Its definition could not be kept in the trash (%1), so nothing was "
                        "deleted. %2")
            .arg(QDir::toNativeSeparators(database.path()), database.problem().text)
            .trimmed());
}

void settle(Trash &trash, const PipelineKey &key, const WriteOutcome &outcome)
{
    if (outcome.isDone())
        trash.confirm(key);
    else if (!outcome.isUnknown())
        trash.cancel(key);
    // Otherwise the entry stays, marked as not confirmed.
}

// Asks whether to delete. Returns nothing when the user wants it.
std::optional<Failure> unwantedDelete(const Arguments &arguments, const QJsonObject &definition,
                                      const QString &project)
{
    if (arguments.isSet(OptionId::Yes))
        return {};
    if (!Console::isInputTerminal())
        return Failure(u"not_confirmed"_s,
                       CommandLine::tr("Say --yes to delete %1. Nothing was deleted.")
                           .arg(pipelineText(definition)),
                       ExitCode::WrongUsage);
    if (Console::ask(CommandLine::tr("Delete %1 of the project %2? Its definition stays in the "
                                     "trash of this computer.")
                         .arg(pipelineText(definition), Console::onOneLine(project))))
        return {};
    return Failure(u"not_confirmed"_s, CommandLine::tr("Nothing was deleted."));
}

DoneReport deleteReport(const QJsonObject &definition, const QString &operand,
                        const StoreDatabase &database, const WriteOutcome &outcome)
{
    return {CommandLine::tr("Deleted %1.").arg(pipelineText(definition)),
            operand,
            {{u"deleted"_s, true},
             {u"wasGoneBefore"_s, outcome.effect == Effect::None},
             {u"name"_s, Definition::name(definition)},
             {u"streamingPipelineId"_s, definition[u"streamingPipelineId"]},
             {u"keptIn"_s, QDir::toNativeSeparators(database.path())}}};
}

} // namespace

ExitCode deletePipeline(const Arguments &arguments, Session &session)
{
    const Result<PipelineIds> ids = namedPipeline(arguments, session);
    if (!ids)
        return Console::fail(ids.error());
    const Result<Reply> reply = session.call(Endpoints::getPipeline(ids->project, ids->pipeline));
    if (!reply)
        return Console::fail(reply.error());
    const QJsonObject definition = reply->json.object();
    const QString project = projectName(session, ids->project);
    if (const auto refusal = unwantedDelete(arguments, definition, project))
        return Console::fail(*refusal);
    TrashEntry entry;
    entry.key = {accountFor(session.profile()), ids->project, ids->pipeline};
    entry.accountName = session.profile().name;
    entry.projectName = project;
    StoreDatabase database(usualStorePath()); // its destructor writes what is pending
    Trash trash(&database);
    if (const auto failure = keep(database, trash, entry, definition))
        return Console::fail(*failure);
    DeleteOperation operation(session.client(), ids->project, ids->pipeline);
    const WriteOutcome outcome = session.run(operation);
    settle(trash, entry.key, outcome);
    const QString operand = operandOf(arguments, *ids, Definition::name(definition));
    const ExitCode code =
        reportOutcome(arguments, outcome, deleteReport(definition, operand, database, outcome));
    if (code != ExitCode::Done)
        return code;
    if (outcome.effect == Effect::None)
        Console::note(CommandLine::tr("It was gone before."));
    Console::note(
        CommandLine::tr("Its definition is in the trash of this computer: below \"Fleet\" "
                        "in the window, in the file %1.")
            .arg(QDir::toNativeSeparators(database.path())));
    return code;
}

} // namespace Sluice
