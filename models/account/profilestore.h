// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/profile.h"

#include <QList>

class QSettings;

namespace Sluice {

// The profiles the user has made, kept in the settings handed in. It writes no secret: a Profile
// has none. The sandbox's profile is never stored.
class ProfileStore
{
public:
    explicit ProfileStore(QSettings *settings);

    QList<Profile> profiles() const;  // in the order they were made
    void put(const Profile &profile); // new or changed; one without an id is ignored
    bool remove(const QString &id);   // false: it was not kept

private:
    void write(const QList<Profile> &profiles);

    QSettings *m_settings;
};

} // namespace Sluice
