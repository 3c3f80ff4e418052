// SPDX-License-Identifier: Apache-2.0
#include "models/definition/secret/secretreference.h"

#include "models/definition/secret/secretparts.h"
#include "models/definition/secret/secretproviders.h"

#include <QCoreApplication>
#include <QHashFunctions>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto terraformKeyKey = "key"_L1; // what the provider sends

QLatin1StringView keyKeyOf(const QJsonObject &json)
{
    return !json.contains(SecretPartKey::key) && json.value(terraformKeyKey).isString()
               ? terraformKeyKey
               : SecretPartKey::key;
}

bool isReferencePlace(const QString &key)
{
    return key == "password"_L1 || key == "privateKey"_L1 || key == "passphrase"_L1 ||
           key == "accountKey"_L1;
}

bool hasReferencePart(const QJsonObject &json)
{
    return std::any_of(secretParts.begin(), secretParts.end(),
                       [&json](const SecretPartInfo &part) { return json.contains(part.key); });
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

void collect(const QJsonObject &object, DefinitionPath &path, QList<SecretUse> &uses)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!member.value().isObject())
            continue;
        const QJsonObject json = member.value().toObject();
        path.enter(member.key());
        if (isReferencePlace(path.lastKey()) || hasReferencePart(json))
            uses.append({path, SecretReference::read(json)});
        else
            collect(json, path, uses);
        path.leave();
    }
}

} // namespace

SecretReference SecretReference::read(const QJsonObject &json)
{
    return {json.value(SecretPartKey::provider).toString().toUpper(),
            json.value(SecretPartKey::location).toString(),
            json.value(SecretPartKey::name).toString(), json.value(keyKeyOf(json)).toString()};
}

QJsonObject SecretReference::writtenInto(QJsonObject json) const
{
    if (json.value(SecretPartKey::provider).toString().toUpper() != provider)
        put(json, SecretPartKey::provider, provider);
    put(json, SecretPartKey::location, location);
    put(json, SecretPartKey::name, name);
    put(json, keyKeyOf(json), key);
    return json;
}

bool SecretReference::isEmpty() const
{
    return std::all_of(secretParts.begin(), secretParts.end(), [this](const SecretPartInfo &part) {
        return (this->*part.member).isEmpty();
    });
}

QString SecretReference::text() const
{
    QStringList parts{provider, location, name, key};
    parts.removeAll(QString());
    return parts.join(u" › "_s);
}

QString SecretReference::shownText() const
{
    return SecretReference{providerName(), location, name, key}.text();
}

QString SecretReference::providerName() const
{
    const SecretProvider *known = findSecretProvider(provider);
    return known ? QCoreApplication::translate("SecretProvider", known->name) : provider;
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
    for (const SecretPartInfo &part : secretParts) {
        if (const int order = compare(left.*part.member, right.*part.member))
            return order < 0;
    }
    return false;
}

QList<SecretUse> secretUses(const QJsonObject &definition)
{
    QList<SecretUse> uses;
    DefinitionPath path;
    collect(definition, path, uses);
    return uses;
}

} // namespace Sluice
