// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

// What may be written to disk of definitions and of things being typed: secrets themselves are left
// out, as empty texts, whoever put them there. References to secrets stay.
namespace Sluice::SecretFree {

// Leaves out: a plain value where only a reference may stand ("password": "hunter2"), a part of a
// reference that looks like a secret itself, and a private key wherever it stands. Everything else
// is as it was.
QJsonObject definition(const QJsonObject &definition);

// What was kept, with the texts that were left out of it put back from a definition that has them
// still: where that one would lose a text by the same rules, and the kept one has none.
QJsonObject refilled(const QJsonObject &kept, const QJsonObject &from);

// Leaves out every text that looks like a secret itself; it may be half of anything.
QJsonObject typed(const QJsonObject &typed);

// The same for text that is to become JSON: what stands between two quotes, a plain value after
// such a name, and a private key.
QString jsonText(const QString &text);

// The definition as it is stored and hashed: without secrets, sorted keys, no blanks, UTF-8.
QByteArray canonical(const QJsonObject &definition);

} // namespace Sluice::SecretFree
