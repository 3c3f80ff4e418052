// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments.h"
#include "models/api/result.h"
#include "models/exchange/importmatch.h"

#include <QJsonArray>

#include <optional>

namespace Sluice {

class Session;

// What the files say against a project, and how it is shown.
struct ExchangePlan {
    struct Item {
        ImportEntry entry;
        ImportMatch match;
    };

    QList<Item> items;
    QStringList onlyInProject; // names without a file; of a whole folder only

    int count(ImportAction action) const;
    // True when files and project say the same.
    bool isEqual() const;
    // The lines that say what differs, without one for what does not; a summary at the end.
    QString text() const;
    // An object an item: name, file, action ("create", "update", "none", "ambiguous",
    // "onlyInProject"), id, changes [{path, kind, was, will, risk}].
    QJsonArray json() const;
};

// The definitions of FILE|DIR (- is stdin). Faults are said on stderr, and then there is nothing:
// JSON that cannot be read, a name that is missing or stands twice, a secret itself.
std::optional<QList<ImportEntry>> readEntries(const QString &fileOrFolder);

// What the server will probably refuse, a line each on stderr.
void warnOfProblems(const QList<ImportEntry> &entries);

// Reads the project and compares. wholeFolder: pipelines without a file are part of the answer.
Result<ExchangePlan> makePlan(Session &session, const QString &projectId,
                              const QList<ImportEntry> &entries, bool wholeFolder);

} // namespace Sluice
