// SPDX-License-Identifier: Apache-2.0
#include "models/definition/secret/secretscrubber.h"

#include "models/definition/secret/secretguard.h"
#include "models/definition/secret/secretkeys.h"
#include "models/definition/secret/secretparts.h"
#include "models/definition/secret/secretreference.h"
#include "models/definition/secret/textscrubber.h"
#include "models/json/jsonnumber.h"
#include "models/json/jsontext.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

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

QJsonValue cleanValue(const QJsonValue &value);

QJsonValue cleanReference(const QJsonValue &reference)
{
    QJsonObject clean = withoutPlainValues(withoutTexts(reference, isSurelySecret).toObject());
    for (auto part = clean.begin(); part != clean.end(); ++part) {
        if (isSecretValue(part.key(), *part))
            *part = QString();
    }
    return clean;
}

QJsonObject cleanObject(const QJsonObject &object)
{
    QJsonObject clean = object;
    for (const auto name : {"name"_L1, "key"_L1}) { // {"name": "database.password", "value": "x"}
        if (isSecretValue(object.value(name).toString(), object.value("value"_L1)))
            clean.insert("value"_L1, QString());
    }
    for (auto part = object.begin(); part != object.end(); ++part) {
        const QJsonObject below = part->toObject();
        const bool isReference = part->isObject() && (below.contains(SecretPartKey::name) ||
                                                      SecretKeys::namesReference(part.key()));
        QJsonValue now = isReference                        ? cleanReference(*part)
                         : isSecretValue(part.key(), *part) ? QJsonValue(QString())
                                                            : cleanValue(*part);
        if (!isReference && now.isObject() && namesSecret(part.key()))
            now = withoutPlainValues(now.toObject());
        if (now != *part)
            clean.insert(part.key(), now);
    }
    return clean;
}

QJsonValue cleanValue(const QJsonValue &value)
{
    if (value.isObject())
        return cleanObject(value.toObject());
    if (value.isString())
        return SecretGuard::holdsSecret(value.toString()) ? QJsonValue(QString()) : value;
    if (!value.isArray() || JsonNumber::isBox(value))
        return value;
    const QJsonArray former = value.toArray();
    QJsonArray now = former;
    for (qsizetype place = 0; place < former.size(); ++place) {
        const QJsonValue part = former.at(place);
        const QJsonValue clean = cleanValue(part);
        if (clean != part)
            now.replace(place, clean);
    }
    return now;
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
