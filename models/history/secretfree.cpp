// SPDX-License-Identifier: Apache-2.0
#include "models/history/secretfree.h"

#include "models/form/fieldcheck.h"
#include "models/form/secretguard.h"
#include "models/form/types.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Sluice::SecretFree {

namespace {

QSet<QString> findReferenceNames()
{
    QSet<QString> names;
    for (const std::span<const TypeInfo> types : {sourceTypes(), targetTypes()}) {
        for (const TypeInfo &type : types) {
            for (const Field &field : type.fields) {
                if (field.kind == FieldKind::Secret)
                    names.insert(QString::fromLatin1(field.path).section(u'.', -1).toLower());
            }
        }
    }
    return names;
}

// The last parts, lower case, of all paths where a reference to a secret stands: "password".
// By name and not by path, so that types that Sluice does not know are guarded as well.
const QSet<QString> &referenceNames()
{
    static const QSet<QString> names = findReferenceNames();
    return names;
}

bool isReferenceName(const QString &name)
{
    return referenceNames().contains(name.toLower());
}

bool holdsPrivateKey(const QString &text)
{
    return text.contains("PRIVATE KEY-----"_L1);
}

bool isSecretText(const QString &text)
{
    return looksLikeSecret(text) || holdsPrivateKey(text);
}

// A copy of the value in which each text that isSecret is empty. Nothing is copied of what stays.
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
    if (value.isArray()) {
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

QJsonValue cleanReference(const QJsonValue &reference)
{
    return reference.isObject() ? withoutTexts(reference, isSecretText) : QJsonValue(QString());
}

QJsonValue cleanValue(const QJsonValue &value);

QJsonObject cleanObject(const QJsonObject &object)
{
    QJsonObject clean = object;
    for (auto part = object.begin(); part != object.end(); ++part) {
        if (part->isObject() || part->isArray()) {
            const bool isReference = part->isObject() && part->toObject().contains("secretName"_L1);
            const QJsonValue now = isReference ? cleanReference(*part) : cleanValue(*part);
            if (now != *part)
                clean.insert(part.key(), now);
        } else if (part->isString()) {
            const QString text = part->toString();
            if (holdsPrivateKey(text) || (!text.isEmpty() && isReferenceName(part.key())))
                clean.insert(part.key(), QString());
        }
    }
    return clean;
}

QJsonValue cleanValue(const QJsonValue &value)
{
    if (value.isObject())
        return cleanObject(value.toObject());
    if (value.isString())
        return holdsPrivateKey(value.toString()) ? QJsonValue(QString()) : value;
    if (!value.isArray())
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

QJsonObject withTexts(QJsonObject kept, const QJsonObject &clean, const QJsonObject &from)
{
    for (auto part = from.begin(); part != from.end(); ++part) {
        const QJsonValue cleaned = clean.value(part.key());
        const QJsonValue now = kept.value(part.key());
        if (cleaned == *part)
            continue;
        if (part->isObject() && now.isObject())
            kept.insert(part.key(),
                        withTexts(now.toObject(), cleaned.toObject(), part->toObject()));
        else if (part->isString() && now == QJsonValue(QString()))
            kept.insert(part.key(), *part);
    }
    return kept;
}

} // namespace

QJsonObject refilled(const QJsonObject &kept, const QJsonObject &from)
{
    return withTexts(kept, cleanObject(from), from);
}

QJsonObject definition(const QJsonObject &definition)
{
    return cleanObject(definition);
}

QJsonObject typed(const QJsonObject &typed)
{
    return withoutTexts(typed, isSecretText).toObject();
}

QString jsonText(const QString &text)
{
    static const QRegularExpression privateKey(
        uR"(-----BEGIN[^-]*PRIVATE KEY-----.*?(-----END[^-]*-----|$))"_s,
        QRegularExpression::DotMatchesEverythingOption);
    // A name with a value that lacks its quotes; or a name, when there is one, and a text in
    // quotes. The last text may not be closed yet.
    static const QRegularExpression part(
        uR"re((?|"([^"\\\n]*+)"\s*+:\s*+((?!null\b)[^"\s{\[,}\]][^,}\n]*+)|)re"
        uR"re((?:"([^"\\\n]*+)"\s*+:\s*+)?"((?:[^"\\\n]|\\.)*+)("|(?=\n|$))))re"_s);
    QString rest = text;
    rest.remove(privateKey);
    QString clean;
    qsizetype end = 0;
    QRegularExpressionMatchIterator matches = part.globalMatch(rest);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString value = match.captured(2);
        if (!isSecretText(value) && !isReferenceName(match.captured(1)))
            continue;
        clean += QStringView(rest).mid(end, match.capturedStart(2) - end);
        end = match.capturedEnd(2);
    }
    return clean.append(QStringView(rest).mid(end));
}

QByteArray canonical(const QJsonObject &definition)
{
    return QJsonDocument(cleanObject(definition)).toJson(QJsonDocument::Compact);
}

} // namespace Sluice::SecretFree
