// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/output/failure.h"
#include "models/api/result.h"
#include "models/exchange/files/importmatch.h"

#include <QHash>
#include <QJsonArray>

#include <optional>

namespace Sluice {

class Session;

// The differences between files and a project, and how they are printed.
struct ExchangePlan {
    struct Item {
        ImportEntry entry;
        ImportMatch match;
    };

    // A pipeline of the project that has no file.
    struct Lonely {
        QString name; // may be empty
        QString id;
    };

    QList<Item> items;
    QList<Lonely> onlyInProject;              // only when a whole folder is compared
    QHash<QString, QStringList> idsInProject; // of all its pipelines, by name

    int count(ImportAction action) const;
    // True when nothing differs.
    bool isEqual() const;
    // Describes what differs, a line each, with a summary at the end.
    QString text() const;
    // Prints this text on stdout, with colours.
    void print() const;
    // Returns a line for each pipeline that differs, which can be used as an operand: see
    // operandFor(). One that is to be created has no id yet. Of an ambiguous name it has all ids.
    QStringList names() const;
    // Returns an object for each item: name, file, action ("create", "update", "none", "ambiguous",
    // "onlyInProject"), id, changes [{path, kind, was, will, risk}].
    QJsonArray json() const;
};

// The definitions in FILE|DIR ("-" is stdin).
struct DefinitionFiles {
    // The reason why a file cannot be used.
    struct Fault {
        QString file;
        QString text; // one line, with file and place
    };

    QList<ImportEntry> entries; // those that can be used
    QList<Fault> faults;        // bad JSON, a missing or repeated name, a secret itself

    static DefinitionFiles read(const QString &fileOrFolder);

    // Makes a failure of the faults. message: what follows from them.
    Failure failure(const QString &message) const;
    QJsonArray faultsJson() const; // {file, action: "unusable", message}
};

// Returns a line for each secret itself in the entries. No command sends these.
QStringList secretFaults(const QList<ImportEntry> &entries);

// Warns of what the server will probably refuse.
void warnOfProblems(const QList<ImportEntry> &entries);

// Reads the project and compares. wholeFolder: also lists the pipelines without a file.
Result<ExchangePlan> makePlan(Session &session, const QString &projectId,
                              const QList<ImportEntry> &entries, bool wholeFolder);

} // namespace Sluice
