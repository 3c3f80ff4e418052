// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/secret/secretguard.h"
#include "models/exchange/files/wholefile.h"
#include "models/json/jsontext.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <functional>
#include <optional>

namespace Sluice {

// A problem of a definition that is found without the server.
struct ImportProblem {
    QString path;    // dotted; empty: the definition as a whole
    QString message; // one sentence, translated

    bool operator==(const ImportProblem &) const = default;
};

// One definition that was read, or a text without any.
struct ImportEntry {
    QString origin;                        // the file's path, or what the caller calls the text
    int number = 0;                        // place in the text's list, from 1; 0: it holds one only
    std::optional<QJsonObject> definition; // portable; nothing when fault is set
    QString fault;                         // why it cannot be read, in words
    int line = 0;                          // of a fault in the JSON, from 1; 0: no place
    int column = 0;
    QList<ImportProblem> problems; // what the server will probably refuse
    SecretVerdict verdict;         // on the definition by itself, while no other is known

    // A secret itself stands where only a reference may: never sent.
    bool holdsSecret() const { return verdict.isSure(); }

    QString name() const;
    // The fault as a sentence, with its place in the JSON, "Line 3, column 12: ..."; empty when
    // there is none.
    QString faultText() const;
    // Where it stands: "orders.json", or "all.json, entry 3".
    QString place() const;
};

// All that was read, and what is known to be missing in it.
struct ImportReading {
    QList<ImportEntry> entries;
    QStringList notes;   // of lists that say that they are a part: a sentence each, translated
    QStringList folders; // paths of folders within those that were read, which were not

    QString foldersText() const; // a sentence that names them; empty when there are none
};

// The entries of a text: one definition, a list of them, or the API's page with "results". Any
// other JSON is one entry with a fault.
ImportReading readImport(const QByteArray &text, const QString &origin);
QList<ImportEntry> readDefinitions(const QByteArray &text, const QString &origin);

// How much is read, and who may end it.
struct ReadLimits {
    qint64 most = largestFile; // bytes of all files together
    // Called before each file with its path and size in bytes; false: stops reading.
    std::function<bool(const QString &path, qint64 bytes)> goesOn = {};
    bool withSubfolders = false; // hidden ones and links to folders are left out all the same
};

// The entries of files and of folders' files "*.json" (hidden ones left out), in the order of their
// names. What cannot be read, or is more than the limit, is an entry with a fault.
ImportReading readImportFiles(const QStringList &paths, const ReadLimits &limits = {});
QList<ImportEntry> readDefinitionFiles(const QStringList &paths, const ReadLimits &limits = {});

} // namespace Sluice
