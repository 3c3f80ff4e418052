// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/session/credentials.h"

#include "app/commandline/arguments/commandline.h"
#include "models/support/hiddencharacters.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// Returns the same id for the same account in every run, so that the local store finds its entries
// again.
QString stableId(const Profile &profile)
{
    static const QUuid space(u"6f1c3a52-0b0e-4d7c-9a55-2f4f0c8d7e11"_s);
    const QString place = profile.baseUrl.toString() + u'\n' + profile.clientId;
    return QUuid::createUuidV5(space, place + u'\n' + profile.accountId)
        .toString(QUuid::WithoutBraces);
}

bool isUnseen(char32_t character)
{
    return isHiddenCharacter(character) || isUnseenCharacter(character);
}

bool isInQuotes(const QString &value)
{
    static const QStringList pairs{u"\"\""_s, u"''"_s, u"``"_s, u"“”"_s, u"„“"_s, u"‘’"_s, u"«»"_s};
    if (value.size() < 2)
        return false;
    return pairs.contains(QString(value.front()) + value.back());
}

// Reads a variable of the environment. Sets problem when its value looks like a mistake.
QString readVariable(const char *name, QString &problem)
{
    const QString raw = qEnvironmentVariable(name);
    QString value = raw.trimmed();
    const QList<uint> characters = raw.toUcs4();
    // A line end would begin another HTTP header.
    if (std::any_of(characters.begin(), characters.end(), isUnseen))
        problem = CommandLine::tr("%1 holds a line end or another character that is not seen. "
                                  "Set it without.")
                      .arg(QLatin1String(name));
    else if (isInQuotes(value))
        problem = CommandLine::tr("%1 has quotes around it, perhaps from an env file; they would "
                                  "be sent as a part of it. Set it without the quotes.")
                      .arg(QLatin1String(name));
    return value;
}

} // namespace

Credentials Credentials::fromEnvironment(const Arguments &arguments)
{
    Credentials read;
    Profile &profile = read.profile;
    profile.name = shortNameOf(arguments.baseUrl);
    profile.baseUrl = arguments.baseUrl;
    profile.tokenUrl = arguments.tokenUrl;
    profile.accountId = readVariable("MAIA_ACCOUNT_ID", read.problem);
    read.secret = readVariable("MAIA_TOKEN", read.problem);
    if (!read.secret.isEmpty()) {
        profile.signIn = Profile::SignIn::Token;
        profile.id = stableId(profile);
        return read;
    }
    profile.clientId = readVariable("MAIA_CLIENT_ID", read.problem);
    profile.id = stableId(profile);
    read.secret = readVariable("MAIA_CLIENT_SECRET", read.problem);
    if (!read.problem.isEmpty())
        return read;
    if (profile.clientId.isEmpty() || read.secret.isEmpty()) {
        read.problem = CommandLine::tr("Not signed in. Set MAIA_TOKEN, or MAIA_CLIENT_ID and "
                                       "MAIA_CLIENT_SECRET.");
    } else if (profile.tokenUrl.isEmpty()) {
        read.problem = CommandLine::tr("Say with --token-url where the client id gets its "
                                       "token; for this --url it is not known.");
    }
    return read;
}

} // namespace Sluice
