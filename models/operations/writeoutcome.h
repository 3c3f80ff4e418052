// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/apierror.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace Sluice {

// What became of a write, after a look at the server where its answer did not tell.
struct WriteOutcome {
    // What the look showed. Done: what was asked for is there. NotDone: it is not. Other: the
    // server has something else, which tells neither. Failed: nothing could be read.
    enum class Look { None, Done, NotDone, Other, Failed };

    Effect effect = Effect::None;
    Look look = Look::None;
    std::optional<ApiError> error; // of a write that did not happen, or may not have happened
    QJsonObject definition; // what the server has: of a write that happened, or instead of it
    QByteArray body;        // its text as the server sent it, where it is an answer of its own
    QString status;         // of a command: the server's word at the look
    QString found;          // what the look showed, sentences, translated; empty: no look

    bool isUnknown() const { return effect == Effect::Unknown; }

    // Nothing more may be sent before a look has told. Else, though it may be unknown what became
    // of it, a further try looks first and so does nothing twice.
    bool isOpen() const { return isUnknown() && look != Look::NotDone; }

    // What was asked for is so, whoever did it: a pipeline that is to be deleted may be gone
    // before.
    bool isDone() const { return effect == Effect::Happened || look == Look::Done; }

    // Nothing was sent, as the server has something else than expected: the definition.
    bool hasMoved() const { return !isUnknown() && !isDone() && !definition.isEmpty(); }

    // What happened and what was found, in plain sentences; empty for a write that was simply
    // answered.
    QString summary() const;
    // What the user can do now, one sentence; may be empty.
    QString nextStep() const;
};

} // namespace Sluice

Q_DECLARE_METATYPE(Sluice::WriteOutcome)
