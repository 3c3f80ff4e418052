// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/mute.h"

#include <QHash>

namespace Sluice {

// Which alerts are muted. An alert is muted as a whole: what the same cause hits later is muted
// with it, for the same time. A pipeline is muted for itself. Time is handed in.
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
    // Pipelines that join it are muted with it, as far as this run of the program knows the cause.
    bool isMutedAsWhole(const Alert &alert, const QDateTime &now) const;
    // When the first of its pipelines is not muted any more; invalid: when it is over, or it is not
    // muted.
    QDateTime mutedUntil(const Alert &alert, const QDateTime &now) const;
    void mute(const Alert &alert, const QDateTime &from, const QDateTime &until);
    void unmute(const Alert &alert);

    // Ends those whose time is over. True: there were some.
    bool prune(const QDateTime &now);
    // Ends those that wait for the end of this. True: there were some.
    bool onOver(const Alert &alert);
    // Mutes what joined one that is muted as a whole. True: there was some.
    bool onJoined(const Alert &alert);

private:
    // The mute of a whole alert. The alert's number is none of another run of the program.
    struct Whole {
        QString account;
        QDateTime from;
        QDateTime until;
    };

    QList<Mute> m_mutes;
    QHash<qint64, Whole> m_wholes; // by alert
};

} // namespace Sluice
