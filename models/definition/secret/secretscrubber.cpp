// SPDX-License-Identifier: Apache-2.0
#include "models/definition/secret/secretscrubber.h"

#include "models/definition/secret/secretguard.h"
#include "models/definition/secret/secretkeys.h"
#include "models/definition/secret/secretparts.h"
#include "models/definition/secret/secretreference.h"
#include "models/definition/secret/textscrubber.h"
#include "models/json/jsonnumber.h"
#include "models/json/jsontext.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Sluice::SecretScrubber {

namespace {

bool isSurelySecret(const QString &text)
{
    return SecretGuard::judge(text).isSure();
}

// True for a value in the place of a secret that is none: nothing, or a placeholder.
bool isHarmless(const QJsonValue &value)
{
    const QString text = value.toString();
    return value.isNull() || value.isBool() || (value.isString() && text.isEmpty()) ||
           text == "true"_L1 || text == "false"_L1 ||
           (text.startsWith("${"_L1) && text.endsWith(u'}') && text.count(u'{') == 1);
}

// True for a plain value that may be a secret, or a list with one.
bool isPlainValue(const QJsonValue &value)
{
    if (!value.isArray() || JsonNumber::isBox(value))
        return !value.isObject() && !value.isUndefined() && !isHarmless(value);
    const QJsonArray list = value.toArray();
    return std::any_of(list.begin(), list.end(), isPlainValue);
}

bool namesSecret(const QString &key)
{
    return SecretKeys::namesSecret(key) || SecretKeys::namesReference(key);
}

bool isSecretValue(const QString &key, const QJsonValue &value)
{
    return isPlainValue(value) && namesSecret(key);
}

void collectTexts(const QJsonValue &value, QSet<QString> &texts)
{
    if (value.isString()) {
        texts.insert(value.toString());
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QJsonValue &part : object)
            collectTexts(part, texts);
    } else if (value.isArray() && !JsonNumber::isBox(value)) {
        const QJsonArray list = value.toArray();
        for (const QJsonValue &part : list)
            collectTexts(part, texts);
    }
}

// All texts of the definitions, which are kept anyway.
QSet<QString> textsIn(const QList<QJsonObject> &known)
{
    QSet<QString> texts;
    for (const QJsonObject &definition : known)
        collectTexts(SecretScrubber::definition(definition), texts);
    return texts;
}

QSet<QString> namesIn(const QList<QJsonObject> &known)
{
    QSet<QString> names;
    for (const QJsonObject &definition : known) {
        const QList<SecretUse> uses = secretUses(definition);
        for (const SecretUse &use : uses) {
            for (const QString &part :
                 {use.reference.location, use.reference.name, use.reference.key}) {
                if (!isSurelySecret(part))
                    names.insert(part);
            }
        }
    }
    return names;
}

// The value with an empty text in the place of each one that isSecret. Shares everything else with
// the original.
template <typename IsSecret>
QJsonValue withoutTexts(const QJsonValue &value, const IsSecret &isSecret)
{
    if (value.isString())
        return isSecret(value.toString()) ? QJsonValue(QString()) : value;
    if (value.isObject()) {
        const QJsonObject former = value.toObject();
        QJsonObject now = former;
        for (auto part = former.begin(); part != former.end(); ++part) {
            if (part->isString() || part->isObject() || part->isArray()) {
                const QJsonValue cleaned = withoutTexts(*part, isSecret);
                if (cleaned != *part)
                    now.insert(part.key(), cleaned);
            }
        }
        return now;
    }
    if (value.isArray() && !JsonNumber::isBox(value)) {
        const QJsonArray former = value.toArray();
        QJsonArray now = former;
        for (qsizetype place = 0; place < former.size(); ++place) {
            const QJsonValue part = former.at(place);
            const QJsonValue cleaned = withoutTexts(part, isSecret);
            if (cleaned != part)
                now.replace(place, cleaned);
        }
        return now;
    }
    return value;
}

// Removes plain values, which are no parts of a reference: {"value": "x"}, {"plain": "x"}
QJsonObject withoutPlainValues(QJsonObject below)
{
    const QStringList keys = below.keys();
    for (const QString &key : keys) {
        if (SecretKeys::namesPlainValue(key) && isPlainValue(below.value(key)))
            below.insert(key, QString());
    }
    return below;
}

// Cleans one definition. Nearly always nothing is left out, so each step tells of a change only,
// and nothing is copied or compared to find that out.
class Cleaning
{
public:
    QJsonObject cleaned(const QJsonObject &object)
    {
        const Change change = ofObject(object);
        return change ? change->toObject() : object;
    }

private:
    using Change = std::optional<QJsonValue>;

    Change ofObject(const QJsonObject &object)
    {
        QJsonObject clean = object;
        bool isChanged = false;
        const bool isSecretRow = isSecretProperty(object);
        for (auto part = object.begin(); part != object.end(); ++part) {
            const QString key = part.key();
            const Change change =
                isSecretRow && key == "value"_L1 ? QJsonValue(QString()) : ofPart(key, *part);
            if (!change)
                continue;
            clean.insert(key, *change);
            isChanged = true;
        }
        return isChanged ? Change(clean) : std::nullopt;
    }

    // {"name": "database.password", "value": "x"}
    bool isSecretProperty(const QJsonObject &object)
    {
        const auto value = object.constFind("value"_L1);
        return value != object.constEnd() && isPlainValue(*value) &&
               (names(object.value("name"_L1).toString()) ||
                names(object.value("key"_L1).toString()));
    }

    Change ofPart(const QString &key, const QJsonValue &value)
    {
        if (!value.isObject())
            return isPlainValue(value) && names(key) ? QJsonValue(QString()) : ofValue(value);
        const QJsonObject below = value.toObject();
        if (below.contains(SecretPartKey::name) || SecretKeys::namesReference(key))
            return ofReference(below);
        Change change = ofObject(below);
        if (names(key)) {
            const QJsonObject now = withoutPlainValues(change ? change->toObject() : below);
            if (change || now != below)
                change = now;
        }
        return change;
    }

    Change ofReference(const QJsonObject &reference)
    {
        QJsonObject clean = withoutPlainValues(withoutTexts(reference, isSurelySecret).toObject());
        for (auto part = clean.begin(); part != clean.end(); ++part) {
            if (isPlainValue(*part) && names(part.key()))
                *part = QString();
        }
        return clean == reference ? std::nullopt : Change(clean);
    }

    Change ofValue(const QJsonValue &value)
    {
        if (value.isObject())
            return ofObject(value.toObject());
        if (value.isString())
            return SecretGuard::holdsSecret(value.toString()) ? Change(QString()) : std::nullopt;
        if (!value.isArray() || JsonNumber::isBox(value))
            return std::nullopt;
        const QJsonArray former = value.toArray();
        QJsonArray now = former;
        bool isChanged = false;
        for (qsizetype place = 0; place < former.size(); ++place) {
            if (const Change change = ofValue(former.at(place))) {
                now.replace(place, *change);
                isChanged = true;
            }
        }
        return isChanged ? Change(now) : std::nullopt;
    }

    // A list of tables has the same few keys again and again.
    bool names(const QString &key)
    {
        const auto known = m_names.constFind(key);
        return known != m_names.constEnd() ? *known : *m_names.insert(key, namesSecret(key));
    }

    QHash<QString, bool> m_names;
};

QJsonObject cleanObject(const QJsonObject &object)
{
    return Cleaning().cleaned(object);
}

// Handles typed rows of properties: {"name": "database.password", "value": "..."}
QJsonValue withoutRows(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray rows = value.toArray();
        for (qsizetype row = 0; row < rows.size(); ++row)
            rows.replace(row, withoutRows(rows.at(row)));
        return rows;
    }
    if (!value.isObject())
        return value;
    const QJsonObject former = value.toObject();
    const QString name = former.value("name"_L1).toString();
    QJsonObject object;
    for (auto part = former.begin(); part != former.end(); ++part) {
        const bool isIts = part.key() == "value"_L1 || part.key() == "invalid"_L1;
        const bool isSecret =
            isSecretValue(part.key(), *part) || (isIts && isSecretValue(name, *part));
        QJsonValue now = isSecret ? QJsonValue(QString()) : withoutRows(*part);
        if (now.isObject() && namesSecret(part.key()))
            now = withoutPlainValues(now.toObject());
        object.insert(part.key(), now);
    }
    return object;
}

QJsonObject withTexts(QJsonObject kept, const QJsonObject &clean, const QJsonObject &from)
{
    for (auto part = from.begin(); part != from.end(); ++part) {
        const QJsonValue cleaned = clean.value(part.key());
        const QJsonValue now = kept.value(part.key());
        if (cleaned == *part)
            continue;
        // Also a whole list: its indexes say little when it has changed.
        if (now == cleaned || (!part->isObject() && now == QJsonValue(QString())))
            kept.insert(part.key(), *part);
        else if (part->isObject() && now.isObject())
            kept.insert(part.key(),
                        withTexts(now.toObject(), cleaned.toObject(), part->toObject()));
    }
    return kept;
}

void collectLeftOut(const QJsonValue &clean, const QJsonValue &value, const DefinitionPath &path,
                    QList<DefinitionPath> &places)
{
    if (clean == value)
        return;
    if (clean.isObject() && value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto part = object.begin(); part != object.end(); ++part)
            collectLeftOut(clean[part.key()], *part, path.child(part.key()), places);
    } else if (clean.isArray() && value.isArray() && !JsonNumber::isBox(value)) {
        const QJsonArray list = value.toArray();
        for (qsizetype place = 0; place < list.size(); ++place)
            collectLeftOut(clean.toArray().at(place), list.at(place),
                           path.child(QString::number(place)), places);
    } else {
        places.append(path);
    }
}

} // namespace

QList<DefinitionPath> leftOut(const QJsonObject &clean, const QJsonObject &definition)
{
    QList<DefinitionPath> places;
    collectLeftOut(clean, definition, {}, places);
    return places;
}

bool lacks(const QJsonObject &definition, const DefinitionPath &place)
{
    const QJsonValue value = place.valueIn(definition);
    return value.isString() && value.toString().isEmpty();
}

QJsonObject refilled(const QJsonObject &kept, const QJsonObject &from)
{
    return withTexts(kept, cleanObject(from), from);
}

QJsonObject definition(const QJsonObject &definition)
{
    return cleanObject(definition);
}

QJsonObject typed(const QJsonObject &typed, const QList<QJsonObject> &known)
{
    if (typed.isEmpty())
        return typed;
    const QSet<QString> kept = namesIn(known) + textsIn(known);
    const QJsonValue clean = withoutTexts(typed, [&kept](const QString &text) {
        return !SecretGuard::judge(text).isFine() && !kept.contains(text);
    });
    return withoutRows(clean).toObject();
}

QString jsonText(const QString &text, const QList<QJsonObject> &known)
{
    if (text.isEmpty())
        return text;
    return TextScrubber(text, namesIn(known), textsIn(known)).scrubbed();
}

QByteArray canonical(const QJsonObject &definition)
{
    return compactJson(cleanObject(definition));
}

} // namespace Sluice::SecretScrubber
