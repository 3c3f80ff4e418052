// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/pipeline/secretreference.h"

#include <QStringList>

#include <optional>

// A reference to a secret as people have it at hand: copied from a definition, from a cloud's
// console or from here.
namespace Sluice {

struct SecretText {
    SecretReference reference;
    // What of the text has no place in a reference, in words: "the version 3". Translated.
    QStringList leftOut;
    // What of it may not be meant so, a sentence with what to do; empty: nothing. Translated.
    QString doubt = {};

    bool operator==(const SecretText &) const = default;
};

// The reference that a text names, in one of these forms; nothing when it is none of them:
//  - JSON as in a definition: {"secretType": "AZURE_KEY_VAULT", "secretName": "a", ...}
//  - the parts as Sluice shows them: AZURE_KEY_VAULT › vault › name
//  - an address of Azure Key Vault: https://VAULT.vault.azure.net/secrets/NAME/VERSION
//  - an ARN of AWS Secrets Manager: arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-6CHARS:KEY::
//  - a resource name of Google Secret Manager: projects/PROJECT/secrets/NAME/versions/3
// What the location is outside of Azure Key Vault is not documented: it stays empty.
std::optional<SecretText> readSecretText(const QString &text);

// The reference as a text that readSecretText() reads back: the parts as they are shown, or JSON
// where those would be read differently (a key without a location).
QString secretText(const SecretReference &reference);

} // namespace Sluice
