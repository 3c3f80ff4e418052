// SPDX-License-Identifier: Apache-2.0
#include "models/form/secrettext.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sluice::SecretText)
};

constexpr int providerParts = 4; // provider, location, name, key

bool isProvider(const QString &word)
{
    return word == "AZURE_KEY_VAULT"_L1 || word == "AWS_SECRETS_MANAGER"_L1 ||
           word == "GOOGLE_SECRET_MANAGER"_L1;
}

std::optional<SecretText> fromJson(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    if (!json.contains("secretName"_L1) && !json.contains("secretType"_L1))
        return std::nullopt;
    return SecretText{SecretReference::read(json), {}};
}

// A location is told from a name by its place, so that it needs both; "›" or ">" between them.
std::optional<SecretText> fromParts(const QString &text)
{
    static const QRegularExpression arrow(uR"(\s*[›>]\s*)"_s);
    const QStringList parts = text.split(arrow);
    const QString provider = parts.constFirst().toUpper();
    if (!isProvider(provider) || parts.size() < 2 || parts.size() > providerParts)
        return std::nullopt;
    if (parts.size() == 2)
        return SecretText{{provider, {}, parts.at(1), {}}, {}};
    return SecretText{{provider, parts.at(1), parts.at(2), parts.value(3)}, {}};
}

std::optional<SecretText> fromKeyVault(const QString &text)
{
    static const QRegularExpression host(
        uR"(^([a-z0-9-]+)\.vault\.(azure\.net|azure\.cn|usgovcloudapi\.net|microsoftazure\.de)$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    // App settings wrap the address: @Microsoft.KeyVault(SecretUri=...)
    static const QRegularExpression wrapped(uR"(^@Microsoft\.KeyVault\(\s*SecretUri=([^)]*)\)$)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch wrapping = wrapped.match(text);
    const QUrl url(wrapping.hasMatch() ? wrapping.captured(1).trimmed() : text);
    const QRegularExpressionMatch vault = host.match(url.host());
    const QStringList path = url.path().split(u'/', Qt::SkipEmptyParts);
    if (url.scheme() != "https"_L1 || !vault.hasMatch() || path.size() < 2 ||
        path.constFirst().compare("secrets"_L1, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    SecretText read{{u"AZURE_KEY_VAULT"_s, vault.captured(1), path.at(1), {}}, {}};
    if (path.size() > 2)
        read.leftOut.append(Words::tr("the version %1").arg(path.at(2)));
    return read;
}

// Six letters of one case are a word rather: in a partial ARN, where the name ends as it does.
bool isRandomEnding(const QString &ending)
{
    return std::any_of(ending.begin(), ending.end(), [](QChar each) { return each.isDigit(); }) ||
           (ending != ending.toLower() && ending != ending.toUpper());
}

// AWS puts a hyphen and six characters behind each name; they are no part of it. Partial ARNs are
// without them.
std::optional<SecretText> fromArn(const QString &text)
{
    static const QRegularExpression arn(
        uR"(^arn:(aws[a-z-]*):secretsmanager:([a-z0-9-]*):([0-9]*):secret:([^:\s]+)(?::([^:\s]*))?(?::([^:\s]*))?(?::([^:\s]*))?$)"_s);
    static const QRegularExpression suffix(u"-[A-Za-z0-9]{6}$"_s);
    const QRegularExpressionMatch parts = arn.match(text);
    if (!parts.hasMatch())
        return std::nullopt;
    QString name = parts.captured(4);
    SecretText read{{u"AWS_SECRETS_MANAGER"_s, {}, {}, parts.captured(5)}, {}};
    if (const QRegularExpressionMatch end = suffix.match(name); end.hasMatch()) {
        if (isRandomEnding(end.captured())) {
            read.leftOut.append(Words::tr("the ending %1, which AWS adds").arg(end.captured()));
            name.chop(end.capturedLength());
        } else {
            read.doubt = Words::tr("The name ends in %1. Take this away if AWS has added it.")
                             .arg(end.captured());
        }
    }
    read.reference.name = name;
    if (!parts.captured(2).isEmpty())
        read.leftOut.append(Words::tr("the region %1").arg(parts.captured(2)));
    if (!parts.captured(3).isEmpty())
        read.leftOut.append(Words::tr("the account %1").arg(parts.captured(3)));
    const QString version = parts.captured(6).isEmpty() ? parts.captured(7) : parts.captured(6);
    if (!version.isEmpty())
        read.leftOut.append(Words::tr("the version %1").arg(version));
    return read;
}

std::optional<SecretText> fromGoogle(const QString &text)
{
    static const QRegularExpression resource(
        uR"(^(?:(?:https:)?//secretmanager\.googleapis\.com/(?:v1/)?)?projects/([^/\s]+)/(?:locations/([^/\s]+)/)?secrets/([^/\s]+)(?:/versions/([^/\s]+))?$)"_s);
    const QRegularExpressionMatch parts = resource.match(text);
    if (!parts.hasMatch())
        return std::nullopt;
    SecretText read{{u"GOOGLE_SECRET_MANAGER"_s, {}, parts.captured(3), {}}, {}};
    read.leftOut.append(Words::tr("the project %1").arg(parts.captured(1)));
    if (!parts.captured(2).isEmpty())
        read.leftOut.append(Words::tr("the region %1").arg(parts.captured(2)));
    if (!parts.captured(4).isEmpty())
        read.leftOut.append(Words::tr("the version %1").arg(parts.captured(4)));
    return read;
}

} // namespace

std::optional<SecretText> readSecretText(const QString &text)
{
    const QString plain = text.trimmed();
    for (const auto form : {&fromJson, &fromKeyVault, &fromArn, &fromGoogle, &fromParts}) {
        if (const auto read = form(plain))
            return read;
    }
    return std::nullopt;
}

QString secretText(const SecretReference &reference)
{
    const QString parts = reference.text();
    const std::optional<SecretText> read = readSecretText(parts);
    if (read && read->reference == reference)
        return parts;
    return QString::fromUtf8(
        QJsonDocument(reference.writtenInto({})).toJson(QJsonDocument::Compact));
}

} // namespace Sluice
