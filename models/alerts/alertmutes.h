// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/mute.h"

namespace Sluice {

// Which alerts are muted. Time is handed in.
class AlertMutes
{
public:
    const QList<Mute> &all() const { return m_mutes; }

    void setAll(const QList<Mute> &mutes) { m_mutes = mutes; }

    // Takes the place of those about the same.
    void add(const Mute &mute);
    void removeAccount(const QString &account);

    // All of its pipelines are muted now.
    bool isMuted(const Alert &alert, const QDateTime &now) const;
    // When the first of its mutes ends; invalid: when it is over, or it is not muted.
    QDateTime mutedUntil(const Alert &alert, const QDateTime &now) const;
    // Mutes all of it, and each pipeline that joins it later is told of.
    void mute(const Alert &alert, const QDateTime &from, const QDateTime &until);
    void unmute(const Alert &alert);

    // Ends those whose time is over. True: there were some.
    bool prune(const QDateTime &now);
    // Ends those that wait for the end of this. True: there were some.
    bool onOver(const Alert &alert);

private:
    QList<Mute> m_mutes;
};

} // namespace Sluice
