// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/secret/secretreference.h"

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
    // From an address, which only a secrets manager gives: what is in it is a name for sure.
    bool isAddress = false;

    bool operator==(const SecretText &) const = default;
};

// The reference that a text names, in one of these forms; nothing when it is none of them. Quotes
// around it and a comma or semicolon behind it do not count.
//  - JSON as in a definition, or its lines without the braces: "secretName": "a",
//  - the parts as Sluice shows them: AZURE_KEY_VAULT › vault › name
//  - an address of Azure Key Vault, of any of its clouds and with or without https:
//    VAULT.vault.azure.net/secrets/NAME/VERSION; its resource id; a reference of an app setting:
//    @Microsoft.KeyVault(VaultName=VAULT;SecretName=NAME); a page of the portal; az keyvault ...
//  - an ARN of AWS Secrets Manager: arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-6CHARS:KEY::
//    a dynamic reference: {{resolve:secretsmanager:NAME:SecretString:KEY}}; a page of the console;
//    aws secretsmanager ...
//  - a resource name of Google Secret Manager: projects/PROJECT/secrets/NAME/versions/3, alone, in
//    an address of the API or the console; sm://PROJECT/NAME; gcloud secrets ...
// What the location is outside of Azure Key Vault is not documented: it stays empty.
std::optional<SecretText> readSecretText(const QString &text);

// The reference as a text that readSecretText() reads back: the parts as they are shown, or JSON
// where those would be read differently (a key without a location).
QString secretText(const SecretReference &reference);

} // namespace Sluice
