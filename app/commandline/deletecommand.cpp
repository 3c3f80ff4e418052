// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/deletecommand.h"

#include "app/commandline/console.h"
#include "app/commandline/outcomereport.h"
#include "app/commandline/session.h"
#include "app/commandline/words.h"
#include "models/account/profilestore.h"
#include "models/api/endpoints.h"
#include "models/operations/deleteoperation.h"
#include "models/store/database/storedatabase.h"
#include "models/store/trash/trash.h"

#include <QDir>
#include <QEventLoop>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// The window's account with this address and these credentials; else the command line's own.
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
    const Result<QJsonArray> projects = session.list(Endpoints::listProjects(), u"id"_s);
    if (!projects)
        return projectId; // not everybody may list them
    for (const QJsonValue &project : *projects) {
        if (project[u"id"].toString() == projectId)
            return project[u"name"].toString();
    }
    return projectId;
}

// True when the definition is on the disk; else it is said why not.
bool keep(StoreDatabase &database, Trash &trash, const TrashEntry &entry,
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
    if (!isKept)
        Console::complain(
            CommandLine::tr("Its definition could not be kept in the trash (%1), so nothing was "
                            "deleted. %2")
                .arg(QDir::toNativeSeparators(database.path()), database.problem().text)
                .trimmed());
    return isKept;
}

void settle(Trash &trash, const PipelineKey &key, const WriteOutcome &outcome)
{
    if (outcome.isDone())
        trash.confirm(key);
    else if (!outcome.isUnknown())
        trash.cancel(key);
    // Else it stays, marked as not confirmed.
}

bool isMeant(const Arguments &arguments, const QJsonObject &definition, const QString &project)
{
    if (arguments.yes)
        return true;
    if (!Console::isInputTerminal()) {
        Console::complain(CommandLine::tr("Say --yes to delete %1. Nothing was deleted.")
                              .arg(pipelineText(definition)));
        return false;
    }
    if (Console::ask(CommandLine::tr("Delete %1 of the project %2? Its definition stays in the "
                                     "trash of this computer.")
                         .arg(pipelineText(definition), project)))
        return true;
    Console::complain(CommandLine::tr("Nothing was deleted."));
    return false;
}

} // namespace

ExitCode deletePipeline(const Arguments &arguments, Session &session, const QString &projectId,
                        const QString &pipelineId)
{
    const Result<Reply> reply = session.call(Endpoints::getPipeline(projectId, pipelineId));
    if (!reply)
        return Console::report(reply.error());
    const QJsonObject definition = reply->json.object();
    const QString project = projectName(session, projectId);
    if (!isMeant(arguments, definition, project))
        return arguments.yes || Console::isInputTerminal() ? ExitCode::Refused
                                                           : ExitCode::WrongUsage;
    TrashEntry entry;
    entry.key = {accountFor(session.profile()), projectId, pipelineId};
    entry.accountName = session.profile().name;
    entry.projectName = project;
    StoreDatabase database(usualStorePath()); // its end writes what waits
    Trash trash(&database);
    if (!keep(database, trash, entry, definition))
        return ExitCode::Refused;
    DeleteOperation operation(session.client(), projectId, pipelineId);
    const WriteOutcome outcome = session.run(operation);
    settle(trash, entry.key, outcome);
    const ExitCode code = reportOutcome(
        arguments, outcome, CommandLine::tr("Deleted %1.").arg(pipelineText(definition)));
    if (code != ExitCode::Done)
        return code;
    if (outcome.effect == Effect::None)
        Console::complain(CommandLine::tr("It was gone before."));
    Console::complain(CommandLine::tr("Its definition is in the trash of this computer."));
    return code;
}

} // namespace Sluice
