// SPDX-License-Identifier: Apache-2.0
#include "models/definition/secret/secrettext.h"

#include "models/definition/secret/secretparts.h"
#include "models/definition/secret/secretproviders.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct SecretTextWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::SecretText)
};

std::optional<SecretText> fromKeyVault(const QString &text);

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

QString withoutQuotes(QString text)
{
    static const QRegularExpression behind(uR"([,;\s]+$)"_s);
    text = text.remove(behind).trimmed();
    while (text.size() > 1 && text.front() == text.back() && u"\"'`"_s.contains(text.front()))
        text = text.sliced(1, text.size() - 2).trimmed();
    return text;
}

std::optional<SecretText> fromJson(const QString &text)
{
    static const QRegularExpression comma(uR"([,\s]+$)"_s);
    const QString lines = QString(text).remove(comma);
    for (const QString &form : {lines, u'{' + lines + u'}'}) {
        const QJsonObject json = QJsonDocument::fromJson(form.toUtf8()).object();
        if (json.contains(SecretPartKey::name) || json.contains(SecretPartKey::provider))
            return SecretText{SecretReference::read(json), {}};
    }
    return std::nullopt;
}

// The word of the API, from the word or from the name that users see; empty: it is neither.
QString providerFrom(const QString &text)
{
    if (const SecretProvider *known = findSecretProvider(text.toUpper()))
        return known->id;
    for (const SecretProvider &each : secretProviders) {
        const QString shown = SecretReference{QString(each.id), {}, {}, {}}.providerName();
        if (text.compare(shown, Qt::CaseInsensitive) == 0)
            return each.id;
    }
    return {};
}

// Only the order tells a location from a name, so both are needed, with "›" or ">" between them.
std::optional<SecretText> fromParts(const QString &text)
{
    static const QRegularExpression arrow(uR"(\s*[›>]\s*)"_s);
    const QStringList parts = text.split(arrow);
    const QString provider = providerFrom(parts.constFirst());
    if (provider.isEmpty() || parts.size() < 2 || parts.size() > qsizetype(secretParts.size()))
        return std::nullopt;
    if (parts.size() == 2)
        return SecretText{{provider, {}, parts.at(1), {}}, {}};
    return SecretText{{provider, parts.at(1), parts.at(2), parts.value(3)}, {}};
}

SecretText ofAzure(const QString &vault, const QString &name, const QString &version)
{
    SecretText read{{SecretProviderId::azure, vault, name, {}}, {}, {}, true};
    if (!version.isEmpty())
        read.leftOut.append(SecretTextWords::tr("the version %1").arg(version));
    return read;
}

// An app setting wraps an address, or the parts: @Microsoft.KeyVault(VaultName=v;SecretName=s)
std::optional<SecretText> fromAppSetting(const QString &text)
{
    static const QRegularExpression setting(uR"(^@Microsoft\.KeyVault\((.*)\)$)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = setting.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    QHash<QString, QString> parts;
    const QStringList pairs = match.captured(1).split(u';');
    for (const QString &pair : pairs)
        parts.insert(pair.section(u'=', 0, 0).trimmed().toLower(),
                     withoutQuotes(pair.section(u'=', 1)));
    if (parts.contains(u"secreturi"_s))
        return fromKeyVault(parts.value(u"secreturi"_s));
    const QString name = parts.value(u"secretname"_s);
    if (name.isEmpty())
        return std::nullopt;
    return ofAzure(parts.value(u"vaultname"_s), name, parts.value(u"secretversion"_s));
}

std::optional<SecretText> fromKeyVault(const QString &text)
{
    // All clouds of Azure, private links too. Pages of the portal end in the address.
    static const QRegularExpression address(
        uR"((?:^|^https://|/https://)([a-z0-9-]+)\.(?:privatelink\.)?(?:vault|vaultcore)\.)"
        uR"((?:azure\.net|azure\.cn|usgovcloudapi\.net|microsoftazure\.de|azure\.eaglex\.ic\.gov)"
        uR"(|microsoft\.scloud|sovcloud-api\.(?:fr|de|sg))(?::\d+)?)"
        uR"(/+(?:secrets|certificates)/+([^/?#\s]+)(?:/+([^/?#\s]+))?/*(?:[?#]\S*)?$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression id(
        uR"(/providers/Microsoft\.KeyVault/vaults/([^/\s]+)/secrets/([^/\s]+)(?:/versions/([^/\s]+))?/?$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (const QRegularExpression &form : {address, id}) {
        if (const QRegularExpressionMatch match = form.match(text); match.hasMatch())
            return ofAzure(match.captured(1), decoded(match.captured(2)), match.captured(3));
    }
    return std::nullopt;
}

// Six letters of one case are probably a word: the end of a name in a partial ARN.
bool isRandomEnding(const QString &ending)
{
    return std::any_of(ending.begin(), ending.end(), [](QChar each) { return each.isDigit(); }) ||
           (ending != ending.toLower() && ending != ending.toUpper());
}

// AWS adds a hyphen and six characters to each name; they are no part of it. Partial ARNs do not
// have them.
std::optional<SecretText> fromArn(const QString &text)
{
    static const QRegularExpression arn(
        uR"(^arn:(aws[a-z-]*):secretsmanager:([a-z0-9-]*):([0-9]*):secret:([^:\s]+)(?::([^:\s]*))?(?::([^:\s]*))?(?::([^:\s]*))?$)"_s);
    static const QRegularExpression suffix(u"-[A-Za-z0-9]{6}$"_s);
    const QRegularExpressionMatch parts = arn.match(text);
    if (!parts.hasMatch())
        return std::nullopt;
    QString name = parts.captured(4);
    SecretText read{{SecretProviderId::aws, {}, {}, parts.captured(5)}, {}, {}, true};
    if (const QRegularExpressionMatch end = suffix.match(name); end.hasMatch()) {
        if (isRandomEnding(end.captured())) {
            read.leftOut.append(
                SecretTextWords::tr("the ending %1, which AWS adds").arg(end.captured()));
            name.chop(end.capturedLength());
        } else {
            read.doubt =
                SecretTextWords::tr("The name ends in %1. Take this away if AWS has added it.")
                    .arg(end.captured());
        }
    }
    read.reference.name = name;
    if (!parts.captured(2).isEmpty())
        read.leftOut.append(SecretTextWords::tr("the region %1").arg(parts.captured(2)));
    if (!parts.captured(3).isEmpty())
        read.leftOut.append(SecretTextWords::tr("the account %1").arg(parts.captured(3)));
    const QString version = parts.captured(6).isEmpty() ? parts.captured(7) : parts.captured(6);
    if (!version.isEmpty())
        read.leftOut.append(SecretTextWords::tr("the version %1").arg(version));
    return read;
}

// CloudFormation: {{resolve:secretsmanager:NAME-or-ARN:SecretString:KEY:STAGE:VERSION}}
std::optional<SecretText> fromResolve(const QString &text)
{
    static const QRegularExpression resolve(
        uR"(^\{\{resolve:secretsmanager:(arn:[^:]*:[^:]*:[^:]*:[^:]*:secret:[^:}\s]+|[^:}\s]+))"
        uR"((?::SecretString)?(?::([^:}]*))?(?::([^:}]*))?(?::([^:}]*))?\}\}$)"_s);
    const QRegularExpressionMatch match = resolve.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    SecretText read{{SecretProviderId::aws, {}, match.captured(1), {}}, {}, {}, true};
    if (const std::optional<SecretText> arn = fromArn(match.captured(1)))
        read = *arn;
    read.reference.key = match.captured(2);
    const QString version = match.captured(3).isEmpty() ? match.captured(4) : match.captured(3);
    if (!version.isEmpty())
        read.leftOut.append(SecretTextWords::tr("the version %1").arg(version));
    return read;
}

// A page of the console: https://REGION.console.aws.amazon.com/secretsmanager/secret?name=NAME
std::optional<SecretText> fromAwsPage(const QString &text)
{
    static const QRegularExpression page(
        uR"(^https://[a-z0-9.-]*console\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)/secretsmanager/)"_s);
    const QUrl url(text);
    const QString name =
        QUrlQuery(url).queryItemValue(u"name"_s, QUrl::FullyDecoded).replace(u'+', u' ');
    if (!text.contains(page) || name.isEmpty())
        return std::nullopt;
    return SecretText{{SecretProviderId::aws, {}, name, {}}, {}, {}, true};
}

std::optional<SecretText> fromGoogle(const QString &text)
{
    static const QRegularExpression resource(
        uR"(^(?:(?:https:)?(?://)?secretmanager\.(?:[a-z0-9-]+\.rep\.)?googleapis\.com/(?:v1[a-z0-9]*/)?)?/?)"
        uR"(projects/(?<project>[^/\s]+)/(?:locations/(?<region>[^/\s]+)/)?secrets/(?<name>[^/:\s]+))"
        uR"((?:/versions/(?<version>[^/:\s]+))?(?::access)?$)"_s);
    static const QRegularExpression page(
        uR"(^https://console\.cloud\.google\.com/security/secret-manager/)"
        uR"((?:regional-secret/locations/(?<region>[^/\s]+)/)?secret/(?<name>[^/?\s]+)(?:/[^?\s]*)?)"
        uR"((?:\?(?:\S*&)?project=(?<project>[^&\s]+)(?<version>)\S*)?$)"_s);
    static const QRegularExpression scheme(
        uR"(^(?:gcp)?(?:sm|secretmanager)://(?:projects/)?(?:(?<project>[^/\s]+)/)?(?:secrets/)?)"
        uR"((?<name>[^/#\s]+)(?:/(?:versions/)?(?<version>[0-9]+|latest))?(?<region>)$)"_s);
    for (const QRegularExpression &form : {resource, page, scheme}) {
        const QRegularExpressionMatch match = form.match(text);
        if (!match.hasMatch())
            continue;
        SecretText read{
            {SecretProviderId::google, {}, match.captured(u"name"_s), {}}, {}, {}, true};
        for (const auto &[words, value] :
             {std::pair(SecretTextWords::tr("the project %1"), u"project"_s),
              std::pair(SecretTextWords::tr("the region %1"), u"region"_s),
              std::pair(SecretTextWords::tr("the version %1"), u"version"_s)}) {
            if (!match.captured(value).isEmpty())
                read.leftOut.append(words.arg(match.captured(value)));
        }
        return read;
    }
    return std::nullopt;
}

// The value of an option of a command line, "--name NAME" or "--name=NAME"; empty: there is none.
QString option(const QStringList &words, const QStringList &names)
{
    for (qsizetype place = 0; place < words.size(); ++place) {
        for (const QString &name : names) {
            if (words.at(place) == name)
                return withoutQuotes(words.value(place + 1));
            if (words.at(place).startsWith(name + u'='))
                return withoutQuotes(words.at(place).sliced(name.size() + 1));
        }
    }
    return {};
}

// Reads a command of the manager's own tool that reads or describes a secret.
std::optional<SecretText> fromCommand(const QString &text)
{
    const QStringList words = text.simplified().split(u' ');
    if (words.size() < 4)
        return std::nullopt;
    const QString tool = words.first(2).join(u' ');
    if (tool == "az keyvault"_L1 && words.at(2) == "secret"_L1) {
        if (const QString id = option(words, {u"--id"_s}); !id.isEmpty())
            return fromKeyVault(id);
        const QString name = option(words, {u"--name"_s, u"-n"_s});
        return name.isEmpty() ? std::nullopt
                              : std::optional(ofAzure(option(words, {u"--vault-name"_s}), name,
                                                      option(words, {u"--version"_s})));
    }
    if (tool == "aws secretsmanager"_L1) {
        const QString id = option(words, {u"--secret-id"_s, u"--name"_s});
        if (std::optional<SecretText> arn = fromArn(id))
            return arn;
        return id.isEmpty()
                   ? std::nullopt
                   : std::optional(SecretText{{SecretProviderId::aws, {}, id, {}}, {}, {}, true});
    }
    if (tool != "gcloud secrets"_L1)
        return std::nullopt;
    QString name = option(words, {u"--secret"_s});
    if (name.isEmpty() && words.at(2) == "describe"_L1 && !words.at(3).startsWith(u'-'))
        name = withoutQuotes(words.at(3));
    if (std::optional<SecretText> resource = fromGoogle(name))
        return resource;
    if (name.isEmpty())
        return std::nullopt;
    SecretText read{{SecretProviderId::google, {}, name, {}}, {}, {}, true};
    if (const QString project = option(words, {u"--project"_s}); !project.isEmpty())
        read.leftOut.append(SecretTextWords::tr("the project %1").arg(project));
    return read;
}

} // namespace

std::optional<SecretText> readSecretText(const QString &text)
{
    if (auto read = fromJson(text.trimmed()))
        return read;
    const QString plain = withoutQuotes(text.trimmed());
    for (const auto form : {&fromAppSetting, &fromKeyVault, &fromArn, &fromResolve, &fromAwsPage,
                            &fromGoogle, &fromCommand, &fromParts}) {
        if (auto read = form(plain))
            return read;
    }
    return std::nullopt;
}

QString secretText(const SecretReference &reference)
{
    QString parts = reference.text();
    const std::optional<SecretText> read = readSecretText(parts);
    if (read && read->reference == reference)
        return parts;
    return QString::fromUtf8(
        QJsonDocument(reference.writtenInto({})).toJson(QJsonDocument::Compact));
}

} // namespace Sluice
