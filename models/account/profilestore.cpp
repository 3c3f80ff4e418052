// SPDX-License-Identifier: Apache-2.0
#include "models/account/profilestore.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// Keys in the settings file; renaming one loses what users have stored.
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

Profile readProfile(const QSettings &settings)
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
    profile.rateLimit = settings.value(rateLimitKey, profile.rateLimit).toInt();
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
    QList<Profile> profiles;
    const int count = m_settings->beginReadArray(arrayKey);
    for (int i = 0; i < count; ++i) {
        m_settings->setArrayIndex(i);
        const Profile profile = readProfile(*m_settings);
        if (!profile.id.isEmpty())
            profiles.append(profile);
    }
    m_settings->endArray();
    return profiles;
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
    // Now, not when the program ends: it may be killed, and an account is typed once.
    m_settings->sync();
}

} // namespace Sluice
