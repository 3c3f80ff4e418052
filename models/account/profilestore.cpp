// SPDX-License-Identifier: Apache-2.0
#include "models/account/profilestore.h"

#include "models/api/headervalue.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// Keys in the settings file. Renaming one loses what users have stored.
constexpr auto arrayKey = "profiles"_L1;
constexpr auto idKey = "id"_L1;
constexpr auto profileNameKey = "name"_L1;
constexpr auto baseUrlKey = "baseUrl"_L1;
constexpr auto tokenUrlKey = "tokenUrl"_L1;
constexpr auto signInKey = "signIn"_L1;
constexpr auto clientIdKey = "clientId"_L1;
constexpr auto accountIdKey = "accountId"_L1;
constexpr auto rateLimitKey = "rateLimit"_L1;
constexpr auto tokenSignIn = "token"_L1;
constexpr auto clientSignIn = "clientCredentials"_L1;

constexpr auto sizeKey = "size"_L1; // size of the array, under the name that Qt uses
constexpr int mostCalls = 100000;   // a minute; no server allows more
constexpr int mostShown = 40;       // characters of a value that cannot be used

Profile readProfile(const QSettings &settings, QStringList &problems)
{
    Profile profile;
    profile.id = settings.value(idKey).toString();
    profile.name = settings.value(profileNameKey).toString();
    profile.baseUrl = QUrl(settings.value(baseUrlKey).toString());
    profile.tokenUrl = QUrl(settings.value(tokenUrlKey).toString());
    profile.signIn = settings.value(signInKey).toString() == tokenSignIn
                         ? Profile::SignIn::Token
                         : Profile::SignIn::ClientCredentials;
    profile.clientId = settings.value(clientIdKey).toString();
    profile.accountId = settings.value(accountIdKey).toString();
    if (const QString problem = headerProblem("account-id", profile.accountId, profile.name);
        !problem.isEmpty())
        problems.append(problem);
    const QVariant limit = settings.value(rateLimitKey, profile.rateLimit);
    bool isNumber = false;
    if (const int calls = limit.toInt(&isNumber); isNumber && calls >= 1 && calls <= mostCalls)
        profile.rateLimit = calls;
    else
        problems.append(ProfileStore::tr("The limit of calls of %1 is not one: “%2”. It is %L3 a "
                                         "minute.")
                            .arg(profile.name.left(mostShown), limit.toString().left(mostShown))
                            .arg(profile.rateLimit));
    return profile;
}

void writeProfile(QSettings &settings, const Profile &profile)
{
    // A password in a URL would be a secret in the file.
    const auto plain = [](const QUrl &url) { return url.toString(QUrl::RemoveUserInfo); };
    settings.setValue(idKey, profile.id);
    settings.setValue(profileNameKey, profile.name);
    settings.setValue(baseUrlKey, plain(profile.baseUrl));
    settings.setValue(tokenUrlKey, plain(profile.tokenUrl));
    settings.setValue(signInKey, profile.signIn == Profile::SignIn::Token ? QString(tokenSignIn)
                                                                          : QString(clientSignIn));
    settings.setValue(clientIdKey, profile.clientId);
    settings.setValue(accountIdKey, profile.accountId);
    settings.setValue(rateLimitKey, profile.rateLimit);
}

} // namespace

ProfileStore::ProfileStore(QSettings *settings)
    : m_settings(settings)
{}

QList<Profile> ProfileStore::profiles() const
{
    return read().profiles;
}

QStringList ProfileStore::problems() const
{
    return read().problems;
}

// Reads the profiles that are there, not the number that the file claims: that may be two thousand
// million.
ProfileStore::Reading ProfileStore::read() const
{
    Reading reading;
    QList<int> places;
    m_settings->beginGroup(arrayKey);
    const QStringList groups = m_settings->childGroups();
    for (const QString &group : groups) {
        if (const int place = group.toInt(); place > 0)
            places.append(place);
    }
    const QVariant claimed = m_settings->value(sizeKey);
    m_settings->endGroup();
    std::sort(places.begin(), places.end());
    bool isNumber = false;
    const int size = claimed.toInt(&isNumber);
    const bool isSound = (!claimed.isValid() && places.isEmpty()) ||
                         (isNumber && size >= 0 && size <= int(places.size()));
    if (!isSound)
        reading.problems.append(tr("The number of accounts is not one: “%1”. Those that are there "
                                   "are used.")
                                    .arg(claimed.toString().left(mostShown)));
    m_settings->beginReadArray(arrayKey);
    for (const int place : std::as_const(places)) {
        if (isSound && place > size)
            break; // left over from a former, longer list
        m_settings->setArrayIndex(place - 1);
        const Profile profile = readProfile(*m_settings, reading.problems);
        if (!profile.id.isEmpty())
            reading.profiles.append(profile);
    }
    m_settings->endArray();
    return reading;
}

void ProfileStore::put(const Profile &profile)
{
    if (profile.id.isEmpty() || profile.sandbox)
        return;
    QList<Profile> all = profiles();
    const auto found = std::find_if(
        all.begin(), all.end(), [&profile](const Profile &one) { return one.id == profile.id; });
    if (found == all.end())
        all.append(profile);
    else
        *found = profile;
    write(all);
}

bool ProfileStore::remove(const QString &id)
{
    QList<Profile> all = profiles();
    if (all.removeIf([&id](const Profile &one) { return one.id == id; }) == 0)
        return false;
    write(all);
    return true;
}

void ProfileStore::write(const QList<Profile> &profiles)
{
    m_settings->remove(arrayKey);
    m_settings->beginWriteArray(arrayKey, static_cast<int>(profiles.size()));
    for (int i = 0; i < profiles.size(); ++i) {
        m_settings->setArrayIndex(i);
        writeProfile(*m_settings, profiles[i]);
    }
    m_settings->endArray();
    // Writes now, not at the end of the program: the program may be killed, and the user types an
    // account only once.
    m_settings->sync();
}

} // namespace Sluice
