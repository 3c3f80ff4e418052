// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/definitionpath.h"

#include <QJsonObject>
#include <QList>
#include <QString>

// Keeps secrets themselves out of definitions, which hold only the names of secrets.
namespace Sluice {

// What SecretGuard thinks of a text that should be the name of a secret.
struct SecretVerdict {
    enum class Sureness {
        Fine,     // nothing speaks against it
        Doubtful, // it looks like a secret, but it may be a name: ask once
        Sure,     // it is a secret by its form: refuse
    };

    Sureness sureness = Sureness::Fine;
    DefinitionPath path; // where it stands in the definition; empty for a text alone
    QString reason;      // what it is, a sentence without the text; empty when fine. Translated

    bool isFine() const { return sureness == Sureness::Fine; }

    bool isDoubtful() const { return sureness == Sureness::Doubtful; }

    bool isSure() const { return sureness == Sureness::Sure; }

    bool operator==(const SecretVerdict &) const = default;
};

namespace SecretGuard {

// Sure: a private key or a piece of it, a JSON Web Token, a token of a service by its mark, length
// and letters, a connection string, an address or JSON that holds a password, and a password's key
// with a value beside other keys. Doubtful: such a pair alone ("token=prod"), a text with a token's
// mark, a long text without any word in it, and a text with the form of an AWS key. A password
// alone cannot be told from a name and passes.
SecretVerdict judge(const QString &text);

// The worst verdict on the parts of all references in a definition. A plain text where only a
// reference is allowed ("password": "x") is sure, and so is a private key anywhere. A text that one
// of the known definitions has is fine: the server has it, or the user said that it is a name.
SecretVerdict judge(const QJsonObject &definition, const QList<QJsonObject> &known = {});

// True for any text, even prose, that surely is a secret or contains one: a private key, a token, a
// connection string or an address with a password. Not for "password: x".
bool holdsSecret(const QString &text);

// Why a text was refused, and what to do; empty when it is fine. Never quotes the text. Translated.
QString refusal(const SecretVerdict &verdict, const QString &provider = {});
// How to store a secret with the provider ("AZURE_KEY_VAULT"; empty: any), as its own tool does it
// without a secret on a command line.
QString storingAdvice(const QString &provider);

} // namespace SecretGuard

} // namespace Sluice
