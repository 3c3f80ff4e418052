// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/output/failure.h"
#include "models/api/result.h"
#include "models/exchange/files/importmatch.h"

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

    // A pipeline of the project without a file.
    struct Lonely {
        QString name; // may be empty
        QString id;
    };

    QList<Item> items;
    QList<Lonely> onlyInProject; // of a whole folder only

    int count(ImportAction action) const;
    // True when files and project say the same.
    bool isEqual() const;
    // The lines that say what differs, without one for what does not; a summary at the end.
    QString text() const;
    // The same on stdout, with the colours of a difference.
    void print() const;
    // The pipelines that differ.
    QStringList names() const;
    // An object an item: name, file, action ("create", "update", "none", "ambiguous",
    // "onlyInProject"), id, changes [{path, kind, was, will, risk}].
    QJsonArray json() const;
};

// What FILE|DIR (- is stdin) holds.
struct DefinitionFiles {
    // Why one of the files cannot be used.
    struct Fault {
        QString file;
        QString text; // one line, with file and place
    };

    QList<ImportEntry> entries; // those that can be used
    QList<Fault> faults; // JSON that cannot be read, a name missing or there twice, a secret itself

    static DefinitionFiles read(const QString &fileOrFolder);

    // The faults, as a failure of wrong usage; message: what follows from them, may be empty.
    Failure failure(const QString &message) const;
    QJsonArray faultsJson() const; // {file, action: "unusable", message}
};

// Of entries that hold a secret itself, which no command sends: a line each.
QStringList secretFaults(const QList<ImportEntry> &entries);

// What the server will probably refuse, a line each on stderr.
void warnOfProblems(const QList<ImportEntry> &entries);

// Reads the project and compares. wholeFolder: pipelines without a file are part of the answer.
Result<ExchangePlan> makePlan(Session &session, const QString &projectId,
                              const QList<ImportEntry> &entries, bool wholeFolder);

} // namespace Sluice
