// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/profile.h"

#include <QCoreApplication>
#include <QList>

class QSettings;

namespace Sluice {

// Keeps the profiles that the user has made in the given settings. Writes no secret, as a Profile
// has none. Never stores the sandbox's profile. The file may hold anything: a value that cannot be
// used is skipped or replaced by the default, and problems() says so.
class ProfileStore
{
    Q_DECLARE_TR_FUNCTIONS(Sluice::ProfileStore)

public:
    explicit ProfileStore(QSettings *settings);

    QList<Profile> profiles() const;  // in the order they were made
    QStringList problems() const;     // what could not be used, a sentence each
    void put(const Profile &profile); // adds or changes; ignores a profile without an id
    bool remove(const QString &id);   // false: there was no such profile

private:
    struct Reading {
        QList<Profile> profiles;
        QStringList problems;
    };

    Reading read() const;
    void write(const QList<Profile> &profiles);

    QSettings *m_settings;
};

} // namespace Sluice
