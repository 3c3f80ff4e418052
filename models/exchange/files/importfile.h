// SPDX-License-Identifier: Apache-2.0
#pragma once

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
    bool holdsSecret = false;      // a secret itself stands where only a reference may: never sent

    QString name() const;
    // The fault as a sentence, with its place in the JSON, "Line 3, column 12: ..."; empty when
    // there is none.
    QString faultText() const;
    // Where it stands: "orders.json", or "all.json, entry 3".
    QString place() const;
};

// The entries of a text: one definition, a list of them, or the API's page with "results". Any
// other JSON is one entry with a fault.
QList<ImportEntry> readDefinitions(const QByteArray &text, const QString &origin);

// How much is read, and who may end it.
struct ReadLimits {
    qint64 most = largestFile; // bytes of all files together
    // Called before each file with its path and size in bytes; false: stops reading.
    std::function<bool(const QString &path, qint64 bytes)> goesOn = {};
};

// The entries of files and of folders' files "*.json" (hidden ones and folders within left out), in
// the order of their names. What cannot be read, or is more than the limit, is an entry with a
// fault.
QList<ImportEntry> readDefinitionFiles(const QStringList &paths, const ReadLimits &limits = {});

} // namespace Sluice
