// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/definitionpath.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

// What may be written to disk of definitions and of things being typed: secrets themselves are left
// out, as empty texts, whoever put them there. References to secrets stay, whatever their names
// look like: what is in a definition is on the server, or was confirmed as a name.
namespace Sluice::SecretScrubber {

// Leaves out: a plain value where only a reference may stand ("password": "hunter2") and of every
// other key that names a secret ("database.password"), also one level below it ("password":
// {"plain": "x"}), a part of a reference that is surely a secret itself, and wherever it stands a
// text with a secret in it by its form, such as an address with a password. What may be prose
// ("password: x" in a description) stays. Everything else is as it was.
QJsonObject definition(const QJsonObject &definition);

// The keys that lead to what clean lacks, and the definition that it was made of has.
QList<DefinitionPath> leftOut(const QJsonObject &clean, const QJsonObject &definition);
// Whether the definition still has an empty text in the place of what was left out.
bool lacks(const QJsonObject &definition, const DefinitionPath &place);

// What was kept, with the values that were left out of it put back from a definition that has them
// still: where that one would lose a value by the same rules, and the kept one has none.
QJsonObject refilled(const QJsonObject &kept, const QJsonObject &from);

// Leaves out every text that looks like a secret itself, and the values of rows whose name names
// one; it may be half of anything. known: definitions whose references and other texts stay.
QJsonObject typed(const QJsonObject &typed, const QList<QJsonObject> &known = {});

// The same for text that is to become JSON: what follows a key that names a secret, what looks like
// a secret itself, and a private key, however wrong the text is as JSON (see textscrubber.h).
// known: definitions whose references stay, and whose texts are not searched for secrets.
QString jsonText(const QString &text, const QList<QJsonObject> &known = {});

// The definition as it is stored and hashed: without secrets, sorted keys, no blanks, UTF-8.
QByteArray canonical(const QJsonObject &definition);

} // namespace Sluice::SecretScrubber
