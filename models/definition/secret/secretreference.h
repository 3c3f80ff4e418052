// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/definitionpath.h"

#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>

// References to secrets, as definitions hold them. A reference names a secret in the user's secrets
// manager; the secret itself never stands in a definition.
namespace Sluice {

// The four parts of a reference. Parts that are missing are empty.
struct SecretReference {
    QString provider; // as in secretproviders.h; upper case
    QString location; // the name of the Key Vault (guide); elsewhere its meaning is not documented
    QString name;
    QString key; // within a secret of several values (reference)

    // Reads JSON as it is. The case of enums does not count. "key" (provider) is used for a missing
    // "secretKey" (reference). A value that is no text reads as empty.
    static SecretReference read(const QJsonObject &json);
    // The JSON with these parts instead of its own. Removes a part that is empty now. Keeps other
    // keys, and the spelling of a part that says the same ("" and null too). A new key goes to
    // "secretKey".
    QJsonObject writtenInto(QJsonObject json) const;

    bool isEmpty() const;
    // "AZURE_KEY_VAULT › vault › name › key", without missing parts.
    QString text() const;
    // The same for users: "Azure Key Vault › vault › name › key".
    QString shownText() const;
    // The manager's product name; the word itself when it is unknown. Translated.
    QString providerName() const;

    // Where the name is looked up: provider and location.
    SecretReference vault() const { return {provider, location, {}, {}}; }

    // The name differs most often.
    bool operator==(const SecretReference &other) const
    {
        return name == other.name && key == other.key && location == other.location &&
               provider == other.provider;
    }
};

size_t qHash(const SecretReference &reference, size_t seed = 0);
// By provider, location, name and key. Names that differ only by case are next to each other.
bool operator<(const SecretReference &left, const SecretReference &right);

// A reference and where it stands in its definition.
struct SecretUse {
    DefinitionPath path;
    SecretReference reference;

    bool operator==(const SecretUse &) const = default;
};

// All references of a definition, source before target. Takes each object under a key where the API
// has a reference (password, privateKey, passphrase, accountKey), and each object anywhere that has
// a part of one. Does not search lists.
QList<SecretUse> secretUses(const QJsonObject &definition);

} // namespace Sluice

Q_DECLARE_METATYPE(Sluice::SecretReference)
