// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/secret/secretreference.h"

#include <QStringList>

#include <optional>

// Reads a reference to a secret from text that people have at hand: copied from a definition, from
// a cloud's console or from Sluice.
namespace Sluice {

struct SecretText {
    SecretReference reference;
    // The parts of the text that a reference has no place for, in words: "the version 3".
    // Translated.
    QStringList leftOut;
    // What may be a mistake, a sentence with what to do; empty: nothing. Translated.
    QString doubt = {};
    // It is from an address, which only a secrets manager gives, so it surely holds a name.
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

// The reference as a text that readSecretText() reads back: the parts as they are shown, or JSON if
// those would be read in another way (a key without a location).
QString secretText(const SecretReference &reference);

} // namespace Sluice
