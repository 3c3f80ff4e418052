// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/definitionpath.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

// What may be written to disk of definitions and of typed text. Replaces secrets themselves by
// empty texts, whoever put them there. Keeps references to secrets, whatever their names look like:
// a definition is on the server, or its names were confirmed.
namespace Sluice::SecretScrubber {

// Leaves out: a plain value where only a reference is allowed ("password": "hunter2") and under
// every other key that names a secret ("database.password"), also one level below it ("password":
// {"plain": "x"}); a part of a reference that surely is a secret itself; and anywhere a text that
// contains a secret by its form, such as an address with a password. Keeps what may be prose
// ("password: x" in a description) and everything else.
QJsonObject definition(const QJsonObject &definition);

// The places of all that the definition has and clean, which was made from it, has not.
QList<DefinitionPath> leftOut(const QJsonObject &clean, const QJsonObject &definition);
// True while the definition has an empty text in the place of what was left out.
bool lacks(const QJsonObject &definition, const DefinitionPath &place);

// Puts values that were left out of kept back from a definition that still has them. Takes only
// values that this definition would lose by the same rules and that kept has not.
QJsonObject refilled(const QJsonObject &kept, const QJsonObject &from);

// The same for typed values, which may be incomplete. Leaves out every text that looks like a
// secret itself, and the values of rows whose name names a secret. known: definitions whose
// references and other texts stay.
QJsonObject typed(const QJsonObject &typed, const QList<QJsonObject> &known = {});

// The same for text that is to become JSON, however wrong it still is (see textscrubber.h). Leaves
// out what follows a key that names a secret, what looks like a secret itself, and private keys.
// known: definitions whose references stay, and whose texts are not searched for secrets.
QString jsonText(const QString &text, const QList<QJsonObject> &known = {});

// The definition as it is stored and hashed: without secrets, sorted keys, no blanks, UTF-8.
QByteArray canonical(const QJsonObject &definition);

} // namespace Sluice::SecretScrubber
