// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/profile.h"

#include <QCoreApplication>
#include <QList>

class QSettings;

namespace Sluice {

// The profiles the user has made, kept in the settings handed in. It writes no secret: a Profile
// has none. The sandbox's profile is never stored. The file may say anything: what cannot be used
// is passed over or replaced by what is usual, and told.
class ProfileStore
{
    Q_DECLARE_TR_FUNCTIONS(Sluice::ProfileStore)

public:
    explicit ProfileStore(QSettings *settings);

    QList<Profile> profiles() const;  // in the order they were made
    QStringList problems() const;     // what could not be used of them, a sentence each
    void put(const Profile &profile); // new or changed; one without an id is ignored
    bool remove(const QString &id);   // false: it was not kept

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
