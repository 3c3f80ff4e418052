// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

// What may be written to disk of definitions and of things being typed: secrets themselves are left
// out, as empty texts, whoever put them there. References to secrets stay, whatever their names
// look like: what is in a definition is on the server, or was confirmed as a name.
namespace Sluice::SecretFree {

// Leaves out: a plain value where only a reference may stand ("password": "hunter2") and of every
// other key that names a secret ("database.password"), a part of a reference that is surely a
// secret itself, and a private key wherever it stands. Everything else is as it was.
QJsonObject definition(const QJsonObject &definition);

// What was kept, with the values that were left out of it put back from a definition that has them
// still: where that one would lose a value by the same rules, and the kept one has none.
QJsonObject refilled(const QJsonObject &kept, const QJsonObject &from);

// Leaves out every text that looks like a secret itself, and the values of rows whose name names
// one; it may be half of anything. known: definitions whose references stay as they are.
QJsonObject typed(const QJsonObject &typed, const QList<QJsonObject> &known = {});

// The same for text that is to become JSON: what follows a key that names a secret, what looks like
// a secret itself, and a private key, however wrong the text is as JSON (see textscrubber.h).
QString jsonText(const QString &text, const QList<QJsonObject> &known = {});

// The definition as it is stored and hashed: without secrets, sorted keys, no blanks, UTF-8.
QByteArray canonical(const QJsonObject &definition);

} // namespace Sluice::SecretFree
