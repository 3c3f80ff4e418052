// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinekey.h"
#include "models/definition/pipelinestate.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Sluice {

// Something that Sluice saw or did, at a moment.
struct Event {
    enum class Kind {
        StateChanged,
        StoppedUnexpectedly, // it ran, it does not now, and nobody stopped it from here
        CommandSent,         // accepted by the server
        ActionFailed,        // a command, save or deletion from here was refused, or nobody knows
        Created,             // from here
        Saved,               // from here
        ChangedElsewhere,    // the definition is another one, and not by a save from here
        Deleted,             // from here
        GoneElsewhere,       // not in the list any more, and not deleted from here
        AccountTrouble,      // an account, or a list of it, cannot be read
        AccountWell,         // the trouble is over
        NotObserved,         // nobody looked for a time
        Alerted,             // an alert opened: one cause, maybe with several pipelines
        AlertSettled,
    };

    // What a filter and the log's last column tell apart.
    enum class Category { State, Command, Change, Api, Gap, Alert };

    enum class Severity { Information, Warning, Problem };

    // Why nobody looked.
    enum class Gap { Closed, Asleep, Paused, Hidden, Budget, NotKnown };

    qint64 id = 0; // rises with the order in which events were written down
    QDateTime at;  // UTC
    Kind kind = Kind::StateChanged;
    PipelineKey key; // without a pipeline: the account's; without an account: of the program
    QString accountName;
    QString projectName;
    QString name;    // of the pipeline
    QDateTime began; // StateChanged, StoppedUnexpectedly: when the former state was last seen;
                     // AccountWell, NotObserved, AlertSettled: begin. Invalid: not known
    QString before;  // the former status, the server's word; the word of a Gap, of an alert's rule
    QString after;   // the new status; the word of a command
    QString detail;  // further words, without secrets
    qint64 version = 0; // the version of the definition that it made; 0: none

    Category category() const;
    Severity severity() const;
    // What the user of this window did: nobody needs to be told of it.
    bool isOwnDeed() const;
    // All that a row of the log shows but the time, lower case, for the filter.
    QString searchText() const;
    // What happened, as one line: "Starting → Streaming".
    QString text() const;

    bool operator==(const Event &) const = default;
};

// Longer than this without a look, nobody can say what was between.
inline constexpr qint64 longestPauseMs = 5LL * 60 * 1000;

// The words under which kinds and gaps are stored and exported ("state-changed").
QString eventWord(Event::Kind kind);
// nothing: a kind that only another version of Sluice knows.
std::optional<Event::Kind> eventKind(const QString &word);
QString gapWord(Event::Gap gap);

QList<Event::Kind> eventKinds();
QString categoryText(Event::Category category); // "State", translated
QString severityWord(Event::Severity severity); // "problem", as exported
QString severityText(Event::Severity severity);

} // namespace Sluice

Q_DECLARE_METATYPE(Sluice::Event)
