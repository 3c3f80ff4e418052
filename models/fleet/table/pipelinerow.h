// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/definition/pipelinestate.h"
#include "models/fleet/table/pipelinelabel.h"
#include "models/fleet/table/returnclock.h"
#include "models/fleet/table/seenstate.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace Sluice {

// One pipeline as the tables show it: its definition with the texts taken from it, and what is
// known of its status. Pure data; PipelineModel owns the rows and tells the views.
struct PipelineRow {
    PipelineKey key;
    int index = -1; // its row in the model
    QString accountName;
    QString projectName;
    QString runnerName; // empty when not known
    QJsonObject definition;
    // An earlier run of the program read the definition then, and no list has confirmed it since.
    // Invalid: this run read it.
    QDateTime recalledFrom;
    PipelineLabel label;

    // From the definition.
    QString name;
    QString sortName; // folded, so that comparing is cheap
    QString agentId;
    QString sourceType;
    QString sourceHost;
    QString sourceDatabase;
    QString targetType;
    QString targetPlace; // database, bucket or container
    int tableCount = 0;

    PipelineState state = PipelineState::NotChecked;
    QString rawStatus;          // the server's word, as shownName() gives it
    QDateTime since;            // first seen in this state from here
    bool sinceExact = false;    // false: it was so at the first look already
    QDateTime seenBefore;       // in this state by an earlier run of the program, the last time
    QDateTime checked;          // last good answer
    QDateTime streamed;         // last seen streaming; invalid: never
    bool streamedExact = false; // false: it may have streamed on for a while after that
    std::chrono::milliseconds longestSnapshot{0}; // of those seen from begin to end; zero: none
    std::optional<ReturnClock> clock;             // PipelineModel keeps it
    bool outdated = false;                        // the last check failed
    QString error;                                // why
    std::optional<PipelineCommand> requested;
    QDateTime requestedAt;
    QDateTime stopSentAt;             // the last stop from here that may have reached the server
    bool stoppedUnexpectedly = false; // and it has not run since
    bool recalled = false;            // as an earlier run of the program saw it; not answered since

    // What lies between two looks that are further apart is not known.
    static constexpr int lookSeconds = 300;
    // How long a command counts as requested without a status that proves it.
    static constexpr int requestSeconds = 120;
    // How long a pipeline may run on after a stop from here and still end as expected.
    static constexpr int stopSeconds = 600;

    void setDefinition(const QJsonObject &json, const QString &project);
    // Takes a good answer over. True when more than the time of the check changed.
    bool applyStatus(const QString &status, const QDateTime &now);
    // Takes a failed check over. True when something changed.
    bool applyFailure(const QString &reason, const QDateTime &now);
    // Takes over what an earlier run of the program saw. Of a row that was answered in this run
    // already it only tells how a stop came about.
    void recall(const SeenState &seen);
    SeenState seenState() const;
    void request(PipelineCommand command, const QDateTime &now);

    Badge badge() const;

    // The last check failed. A recalled state alone is outdated without that.
    bool hasFailedCheck() const { return outdated && !(recalled && error.isEmpty()); }

    // Since when the badge is true. A command that is under way has a time of its own.
    QDateTime shownSince() const { return requested ? requestedAt : since; }

    bool isShownSinceExact() const { return requested || sinceExact; }

    // While no check succeeds: when the state was last seen. Invalid: it is known now.
    QDateTime knownUntil() const { return outdated && !requested ? checked : QDateTime(); }

    bool canStart() const { return !requested && Sluice::canStart(state); }

    bool canStop() const { return !requested && Sluice::canStop(state); }

    const QString &runnerText() const { return runnerName.isEmpty() ? agentId : runnerName; }

    QString sourceText() const; // "sqlserver host database", what is there
    QString targetText() const;

    // All that the text filter looks at, lower case.
    QString searchText() const
    {
        return m_search + u'\n' + runnerText().toLower() + u'\n' + label.tags.join(u'\n').toLower();
    }

    // True when this lower-case word occurs in it.
    bool mentions(const QString &word) const
    {
        return m_search.contains(word) || runnerText().contains(word, Qt::CaseInsensitive) ||
               (!label.isEmpty() && label.mentions(word));
    }

private:
    void noteCourse(PipelineState seen, const QDateTime &lastSeen, const QDateTime &now,
                    bool wasRecalled);
    bool expireRequest(const QDateTime &now);
    bool proves(PipelineState seen) const;

    QString m_search; // without the runner, whose name comes later
};

} // namespace Sluice
