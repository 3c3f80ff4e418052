// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/result.h"

#include <QMetaType>
#include <QString>

class QSqlError;

namespace Sluice {

// Why the local store does not keep what it is given.
struct StoreProblem {
    enum class Kind {
        None,
        NoAccess, // file or folder cannot be made, read or written
        Full,     // no room on the disk
        Damaged,  // no SQLite file, or one with faults
        Newer,    // written by a newer version of Sluice
        Busy,     // another program holds it
        Failed,   // anything else
    };

    Kind kind = Kind::None;
    // Plain words, translated: what is wrong with which file, what it means, what to do. Empty for
    // None.
    QString text;

    explicit operator bool() const { return kind != Kind::None; }

    bool operator==(const StoreProblem &) const = default;
};

// The answer to a question to the local store: a value, or why it could not be read. A failed read
// is never told as "nothing there".
template <typename T>
using StoreResult = Result<T, StoreProblem>;

// reason: what the system said, in a few words; may be empty.
StoreProblem storeProblem(StoreProblem::Kind kind, const QString &path, const QString &reason = {});
StoreProblem storeProblem(const QSqlError &error, const QString &path);

} // namespace Sluice

Q_DECLARE_METATYPE(Sluice::StoreProblem)
