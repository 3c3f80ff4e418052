// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/definitionpath.h"

#include <QJsonObject>
#include <QList>
#include <QString>

// Keeps real secrets out of definitions, which hold only the names of secrets.
namespace Sluice {

// What a text is that should name a secret.
struct SecretVerdict {
    enum class Sureness {
        Fine,     // nothing speaks against it
        Doubtful, // it looks like one, but a name may do so too: ask once, aloud
        Sure,     // it is a secret by its form: refuse
    };

    Sureness sureness = Sureness::Fine;
    DefinitionPath path; // where it stands in the definition; empty for a text alone
    QString reason;      // what it is, one sentence without the text; empty when fine. Translated

    bool isFine() const { return sureness == Sureness::Fine; }

    bool isDoubtful() const { return sureness == Sureness::Doubtful; }

    bool isSure() const { return sureness == Sureness::Sure; }

    bool operator==(const SecretVerdict &) const = default;
};

namespace SecretGuard {

// Sure: a private key or a piece of it, a JSON Web Token, a token of a service by its mark, length
// and letters, a connection string, an address or JSON that holds a password, and a password's key
// with a value beside other keys. Doubtful: such a pair alone ("token=prod"), a text with a token's
// mark, a long text that has no words in any part of it, and a text with the form of a key of AWS.
// A password that stands alone passes.
SecretVerdict judge(const QString &text);

// The worst that is said of the parts of all references in a definition; also sure is a plain text
// where only a reference may stand ("password": "x"), and a private key anywhere. What one of the
// known definitions has as well is fine: the server has it, or the user said that it is a name.
SecretVerdict judge(const QJsonObject &definition, const QList<QJsonObject> &known = {});

// True for a text of any kind, be it prose, that surely is a secret itself or has one in it: a
// private key, a token, a connection string or an address with a password. Not "password: x".
bool holdsSecret(const QString &text);

// What to say where a text was not taken, and what to do; empty when it is fine. Never quotes the
// text. Translated.
QString refusal(const SecretVerdict &verdict, const QString &provider = {});
// How to store a secret with the provider ("AZURE_KEY_VAULT"; empty: any), as its own tool does it
// without a secret on a command line.
QString storingAdvice(const QString &provider);

} // namespace SecretGuard

} // namespace Sluice
