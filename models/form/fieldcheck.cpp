// SPDX-License-Identifier: Apache-2.0
#include "models/form/fieldcheck.h"

#include "models/definition/definitionpath.h"
#include "models/definition/runnersize.h"
#include "models/definition/secret/secretguard.h"
#include "models/definition/secret/secretkeys.h"
#include "models/definition/secret/secretparts.h"
#include "models/definition/secret/secretproviders.h"
#include "models/form/fieldaddress.h"
#include "models/json/jsonnumber.h"
#include "models/support/invisibletext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice::FieldCheck {

namespace {

struct CheckWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::FieldCheck)
};

bool isBlank(const QJsonValue &value)
{
    return InvisibleText::trimmed(value.toString()).isEmpty();
}

bool isNothing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() ||
           (value.isString() && value.toString().isEmpty());
}

QString textProblem(const Field &field, const QJsonValue &value)
{
    if (!value.isString())
        return CheckWords::tr("Text is expected here.");
    if (!isBlank(value))
        return {};
    return field.required
               ? hint(field)
               : CheckWords::tr("There is only white space here. Enter a text or clear it.");
}

QString numberProblem(const Field &field, const QJsonValue &value)
{
    const qint64 number = JsonNumber::toInteger(value, field.minimum - 1);
    return number >= field.minimum && number <= field.maximum ? QString() : hint(field);
}

QString runnerProblem(const QJsonValue &value)
{
    static const QRegularExpression uuid(
        uR"(^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (value.toString().contains(uuid))
        return {};
    return CheckWords::tr(
        "This is not the id of a runner. Choose a runner from the list, or enter an id "
        "like 2734aa6f-0c64-4d2b-9406-f44dc8f1f3b6.");
}

QString secretProblem(const Field &field, const QJsonValue &value)
{
    if (!value.isObject() || holdsSecret(value))
        return CheckWords::tr(
            "A reference to a secret is expected here, never the secret itself. Store it "
            "in your secrets manager, and enter the name it has there.");
    const QJsonObject reference = value.toObject();
    for (const auto part : {SecretPartKey::provider, SecretPartKey::name}) {
        if (isBlank(reference.value(part)))
            return partHint(field, part);
    }
    return {};
}

QString tablesProblem(const Field &field, const QJsonValue &value)
{
    if (!value.isArray())
        return hint(field);
    const QJsonArray tables = value.toArray();
    for (qsizetype row = 0; row < tables.size(); ++row) {
        const QJsonObject table = tables.at(row).toObject();
        for (const auto part : {"schema"_L1, "table"_L1}) {
            if (isBlank(table.value(part)))
                return partHint(field, u"[%1].%2"_s.arg(row).arg(part));
        }
    }
    return {};
}

QString repeatedTable(const QJsonArray &tables)
{
    QSet<std::pair<QString, QString>> seen;
    seen.reserve(tables.size());
    for (const QJsonValue &row : tables) {
        const QJsonObject table = row.toObject();
        const std::pair name(table.value("schema"_L1).toString(),
                             table.value("table"_L1).toString());
        const qsizetype before = seen.size();
        seen.insert(name);
        if (seen.size() == before)
            return CheckWords::tr("%1.%2 is in the list more than once.")
                .arg(name.first, name.second);
    }
    return {};
}

// The first property that seems to hold a secret itself, since maps go to the server as plain text.
// An empty one was left out when it was kept on this computer.
QString plainSecret(const QJsonObject &map)
{
    for (auto it = map.begin(); it != map.end(); ++it) {
        if (!it->isString() || !SecretKeys::namesSecret(it.key()))
            continue;
        return isBlank(*it)
                   ? CheckWords::tr("%1 is empty. Sluice keeps no secrets: enter its value "
                                    "again, or take it out.")
                         .arg(it.key())
                   : CheckWords::tr("%1: a secret does not belong here; use a secret reference.")
                         .arg(it.key());
    }
    return {};
}

// The vendor's Terraform provider reads all pipelines of a project at once, and accepts only texts
// as properties. One number is enough, and it reads none of them.
QString noText(const QJsonObject &map)
{
    for (auto it = map.begin(); it != map.end(); ++it) {
        if (!it->isString() && !it->isNull())
            return CheckWords::tr(
                       "The value of %1 is not text. Maia takes it, but its Terraform provider "
                       "then cannot read any pipeline of the project. Enter it as text.")
                .arg(it.key());
    }
    return {};
}

// Characters in a name that cannot be seen. They come with copied text.
QString hiddenIn(const QString &text)
{
    const QString hidden = InvisibleText::firstIn(text);
    return hidden.isEmpty()
               ? QString()
               : CheckWords::tr(
                     "There is a %1 in it, which cannot be seen. Type it anew if it is not "
                     "meant.")
                     .arg(hidden);
}

QString hiddenTable(const QJsonArray &tables)
{
    for (qsizetype row = 0; row < tables.size(); ++row) {
        const QJsonObject table = tables.at(row).toObject();
        for (const auto part : {"schema"_L1, "table"_L1}) {
            const QString hidden = InvisibleText::firstIn(table.value(part).toString());
            if (!hidden.isEmpty())
                return CheckWords::tr(
                           "There is a %1 in row %2, which cannot be seen. Type the name anew "
                           "if it is not meant.")
                    .arg(hidden)
                    .arg(row + 1);
        }
    }
    return {};
}

QString hiddenProperty(const QJsonObject &map)
{
    for (auto it = map.begin(); it != map.end(); ++it) {
        const QString hidden = InvisibleText::firstIn(it.key());
        if (!hidden.isEmpty())
            return CheckWords::tr(
                       "There is a %1 in the name of the property %2, which cannot be seen.")
                .arg(hidden, it.key());
    }
    return {};
}

FieldAdvice textAdvice(const Field &field, const QString &text, const QString &source)
{
    const QString trimmed = InvisibleText::trimmed(text);
    if (trimmed.isEmpty())
        return {};
    if (FieldAdvice advice = FieldAddress::advice(field, text, source); !advice.text.isEmpty())
        return advice;
    if (trimmed != text) {
        const QString hidden = InvisibleText::firstIn(text);
        const QString words =
            hidden.isEmpty() || text.trimmed() == trimmed
                ? CheckWords::tr("There is white space at the start or the end.")
                : CheckWords::tr("There is a %1 at the start or the end, which cannot be seen.")
                      .arg(hidden);
        return {words, {CheckWords::tr("Remove it"), {{field.definitionPath(), trimmed}}}};
    }
    if (field.doubtful && text.contains(QRegularExpression(QLatin1String(field.doubtful))))
        return {QCoreApplication::translate("Form", field.advice)};
    return {hiddenIn(text)};
}

} // namespace

bool isAbsent(const Field &field, const QJsonValue &value)
{
    switch (field.kind) {
    case FieldKind::Tables:
        return isNothing(value) || (value.isArray() && value.toArray().isEmpty());
    case FieldKind::Map:
        return isNothing(value) || (value.isObject() && value.toObject().isEmpty());
    case FieldKind::Secret:
        if (value.isObject()) {
            const QJsonObject reference = value.toObject();
            return std::all_of(reference.begin(), reference.end(), isNothing);
        }
        return isNothing(value);
    case FieldKind::Text:
    case FieldKind::Number:
    case FieldKind::Choice:
    case FieldKind::Type:
    case FieldKind::Runner:
    case FieldKind::Group: break;
    }
    return isNothing(value);
}

QString problem(const Field &field, const QJsonValue &value)
{
    if (isAbsent(field, value))
        return field.required ? hint(field) : QString();
    switch (field.kind) {
    case FieldKind::Text: return textProblem(field, value);
    case FieldKind::Number: return numberProblem(field, value);
    case FieldKind::Choice:
    case FieldKind::Type: return isBlank(value) ? hint(field) : QString();
    case FieldKind::Runner: return runnerProblem(value);
    case FieldKind::Secret: return secretProblem(field, value);
    case FieldKind::Map:
    case FieldKind::Group: return value.isObject() ? QString() : hint(field);
    case FieldKind::Tables: return tablesProblem(field, value);
    }
    return {};
}

FieldAdvice advice(const Field &field, const QJsonValue &value, const QString &source)
{
    if (field.kind == FieldKind::Tables) {
        const QJsonArray tables = value.toArray();
        QStringList words{repeatedTable(tables), hiddenTable(tables),
                          RunnerSize::warning(int(tables.size()))};
        words.removeAll(QString());
        return {words.join(u' ')};
    }
    if (field.kind == FieldKind::Map) {
        const QJsonObject map = value.toObject();
        const bool isAdvanced = field.section == Section::Advanced;
        QStringList words{plainSecret(map), isAdvanced ? noText(map) : QString(),
                          hiddenProperty(map)};
        words.removeAll(QString());
        return {words.join(u' ')};
    }
    if (field.kind == FieldKind::Text)
        return textAdvice(field, value.toString(), source);
    if (field.kind == FieldKind::Secret) {
        const QJsonObject reference = value.toObject();
        if (hasVaults(SecretReference::read(reference).provider) &&
            isBlank(reference.value(SecretPartKey::location)))
            return {CheckWords::tr(
                "No vault is named. Maia's guide names one for each secret in Azure Key "
                "Vault; whether it may be left out is not documented.")};
    }
    return {};
}

bool holdsSecret(const QJsonValue &reference)
{
    if (!reference.isObject())
        return !isNothing(reference);
    const QJsonObject parts = reference.toObject();
    return std::any_of(parts.begin(), parts.end(), [](const QJsonValue &part) {
        return SecretGuard::judge(part.toString()).isSure();
    });
}

QString hint(const Field &field)
{
    return QCoreApplication::translate("Form", field.hint);
}

QString partHint(const Field &field, const QString &part)
{
    if (field.kind == FieldKind::Secret) {
        const auto known =
            std::find_if(secretParts.begin(), secretParts.end(),
                         [&part](const SecretPartInfo &each) { return part == each.key; });
        if (known != secretParts.end())
            return QCoreApplication::translate("Secret", known->hint);
    }
    const QStringList keys = DefinitionPath::fromText(part).keys();
    if (field.kind == FieldKind::Tables && keys.size() == 2) {
        const int row = keys.first().toInt() + 1;
        if (keys.last() == "schema"_L1)
            return CheckWords::tr("Enter a schema in row %1.").arg(row);
        if (keys.last() == "table"_L1)
            return CheckWords::tr("Enter a table in row %1.").arg(row);
    }
    return {};
}

} // namespace Sluice::FieldCheck
