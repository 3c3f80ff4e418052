// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/apierror.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace Sluice {

// What became of a write. When its answer did not tell, after a look at the server.
struct WriteOutcome {
    // What the look showed. Done: the server has what was asked for. NotDone: it does not. Other:
    // the server has something else, which proves neither. Failed: nothing could be read.
    enum class Look { None, Done, NotDone, Other, Failed };

    Effect effect = Effect::None;
    Look look = Look::None;
    std::optional<ApiError> error; // when the write did not happen, or may not have happened
    QJsonObject definition;        // what the server has after the write, or instead of it
    QByteArray body;               // its text, if the server sent it as a whole answer
    QString status;                // of a command: the status at the look
    QString found;                 // what the look showed, in sentences, translated; empty: no look

    bool isUnknown() const { return effect == Effect::Unknown; }

    // True when nothing more may be sent before another look. Else another try is safe, even when
    // the effect is unknown: it looks first, and does nothing twice.
    bool isOpen() const { return isUnknown() && look != Look::NotDone; }

    // True when the server has what was asked for, whoever did it. A pipeline to be deleted may be
    // gone before.
    bool isDone() const { return effect == Effect::Happened || look == Look::Done; }

    // True when nothing was sent because the server has something else than expected: the
    // definition.
    bool hasMoved() const { return !isUnknown() && !isDone() && !definition.isEmpty(); }

    // What happened and what the look showed, in plain sentences. Empty when a good answer came.
    QString summary() const;
    // The same, and what the server said of single fields, a line each.
    QString text() const;
    // What the user can do now: one sentence, or empty.
    QString nextStep() const;
};

} // namespace Sluice

Q_DECLARE_METATYPE(Sluice::WriteOutcome)
