// SPDX-License-Identifier: Apache-2.0
#include "models/definition/secret/secretreference.h"

#include <QCoreApplication>
#include <QHashFunctions>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct ProviderNames {
    Q_DECLARE_TR_FUNCTIONS(Sluice::SecretReference)
};

constexpr auto providerKey = "secretType"_L1;
constexpr auto locationKey = "secretLocation"_L1;
constexpr auto nameKey = "secretName"_L1;
constexpr auto keyKey = "secretKey"_L1;
constexpr auto terraformKeyKey = "key"_L1; // what the provider sends

QLatin1StringView keyKeyOf(const QJsonObject &json)
{
    return !json.contains(keyKey) && json.value(terraformKeyKey).isString() ? terraformKeyKey
                                                                            : keyKey;
}

bool isReferencePlace(const QString &key)
{
    return key == "password"_L1 || key == "privateKey"_L1 || key == "passphrase"_L1 ||
           key == "accountKey"_L1;
}

bool hasReferencePart(const QJsonObject &json)
{
    return json.contains(providerKey) || json.contains(nameKey) || json.contains(locationKey) ||
           json.contains(keyKey);
}

void put(QJsonObject &json, QLatin1StringView key, const QString &text)
{
    if (json.value(key).toString() == text)
        return; // null and missing say the same as ""
    if (text.isEmpty())
        json.remove(key);
    else
        json.insert(key, text);
}

void collect(const QJsonObject &object, QStringList &path, QList<SecretUse> &uses)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!member.value().isObject())
            continue;
        const QJsonObject json = member.value().toObject();
        path.append(member.key());
        if (isReferencePlace(path.constLast()) || hasReferencePart(json))
            uses.append({path, SecretReference::read(json)});
        else
            collect(json, path, uses);
        path.removeLast();
    }
}

} // namespace

SecretReference SecretReference::read(const QJsonObject &json)
{
    return {json.value(providerKey).toString().toUpper(), json.value(locationKey).toString(),
            json.value(nameKey).toString(), json.value(keyKeyOf(json)).toString()};
}

QJsonObject SecretReference::writtenInto(QJsonObject json) const
{
    if (json.value(providerKey).toString().toUpper() != provider)
        put(json, providerKey, provider);
    put(json, locationKey, location);
    put(json, nameKey, name);
    put(json, keyKeyOf(json), key);
    return json;
}

bool SecretReference::isEmpty() const
{
    return provider.isEmpty() && location.isEmpty() && name.isEmpty() && key.isEmpty();
}

QString SecretReference::text() const
{
    QStringList parts{provider, location, name, key};
    parts.removeAll(QString());
    return parts.join(u" › "_s);
}

QString SecretReference::providerName() const
{
    if (provider == "AZURE_KEY_VAULT"_L1)
        return ProviderNames::tr("Azure Key Vault");
    if (provider == "AWS_SECRETS_MANAGER"_L1)
        return ProviderNames::tr("AWS Secrets Manager");
    if (provider == "GOOGLE_SECRET_MANAGER"_L1)
        return ProviderNames::tr("Google Secret Manager");
    return provider;
}

size_t qHash(const SecretReference &reference, size_t seed)
{
    return qHashMulti(seed, reference.provider, reference.location, reference.name, reference.key);
}

bool operator<(const SecretReference &left, const SecretReference &right)
{
    const auto compare = [](const QString &one, const QString &other) {
        const int folded = one.compare(other, Qt::CaseInsensitive);
        return folded != 0 ? folded : one.compare(other);
    };
    for (const auto part : {&SecretReference::provider, &SecretReference::location,
                            &SecretReference::name, &SecretReference::key}) {
        if (const int order = compare(left.*part, right.*part))
            return order < 0;
    }
    return false;
}

QList<SecretUse> secretUses(const QJsonObject &definition)
{
    QList<SecretUse> uses;
    QStringList path;
    collect(definition, path, uses);
    return uses;
}

} // namespace Sluice
