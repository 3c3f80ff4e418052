// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Sluice {

// What a banner says: one notice for one reason, however many calls fail for it.
struct Notice {
    // Problem: refused. Warning: look first. Information: know.
    enum class Kind { Problem, Warning, Information };

    QString key; // the same notice keeps its banner
    Kind kind = Kind::Problem;
    QString fact;         // one sentence
    QString consequence;  // what follows, or what to do now
    QString details;      // for "Copy details"; holds no token
    QString account;      // what Retry reads again; empty: no Retry
    QString iconName;     // empty: the kind's
    QString verb;         // what the banner offers to do; empty: nothing
    QString otherVerb;    // a second one, "Discard"
    QString back;         // the fact when it is mended, one sentence; empty: nobody is told then
    QString past;         // the fact when that has lasted, one sentence
    bool isAlert = false; // the page "Needs attention" tells it, too
    QString obstacle;     // why nothing can be sent to the account meanwhile; empty: it can

    bool operator==(const Notice &) const = default;
};

} // namespace Sluice
