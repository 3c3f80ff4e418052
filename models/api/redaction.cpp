// SPDX-License-Identifier: Apache-2.0
#include "models/api/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

namespace Sluice {

using namespace Qt::StringLiterals;

namespace {

// The secret in each encoding in which a text may hold it. Empty without a secret.
QList<QByteArray> formsOf(const QByteArray &secret)
{
    if (secret.isEmpty())
        return {};
    const QString text = QString::fromUtf8(secret);
    const QByteArray percent = QUrl::toPercentEncoding(text);
    QByteArray form = percent;
    form.replace("%20", "+");
    QByteArray json = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    json = json.mid(2, json.size() - 4); // without [" and "]
    return {secret, percent, form, json};
}

bool namesASecret(const QString &key)
{
    static const QRegularExpression names(
        u"pass(word|wd|phrase|code)?$|pwd|secret|token|authorization|credential|cookie"
        u"|(api|access|account|private|shared)[-_ ]?key|signature"_s,
        QRegularExpression::CaseInsensitiveOption);
    return names.match(key).hasMatch();
}

// A rule: a pattern that looks like a secret, and the text that takes its place.
struct Look {
    QRegularExpression pattern;
    QString replacement;
};

const QList<Look> &looks()
{
    constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;
    static const QList<Look> rules{
        {QRegularExpression(u"\\b(bearer|basic)\\s+[\\w.~+/=-]{6,}"_s, anyCase), u"\\1 ***"_s},
        {QRegularExpression(u"\\beyJ[\\w-]{8,}(\\.[\\w-]*){1,2}"_s), u"***"_s},
        {QRegularExpression(u"-----BEGIN [A-Z ]*PRIVATE KEY-----"
                            u"(.*?-----END [A-Z ]*PRIVATE KEY-----|.*)"_s,
                            QRegularExpression::DotMatchesEverythingOption),
         u"***"_s},
        // A key and its value in an address, a connection string or a log line.
        {QRegularExpression(
             u"\\b([\\w.-]*(?:password|passwd|pwd|passphrase|secret|token|api[-_]?key"
             u"|access[-_]?key|account[-_]?key|private[-_]?key|\\bsig))"
             u"\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s;&,\"')}\\]]+)"_s,
             anyCase),
         u"\\1=***"_s},
        // The same in JSON, also when the JSON stands inside a text.
        {QRegularExpression(
             u"((?:password|passwd|pwd|passphrase|secret|token|api[-_]?key|access[-_]?key"
             u"|account[-_]?key|private[-_]?key|authorization|credentials?)\\\\*[\"'])"
             u"\\s*:\\s*(\\\\*[\"'])(?:(?!\\2)(?:\\\\.|.))*+"_s,
             anyCase | QRegularExpression::DotMatchesEverythingOption),
         u"\\1:\\2***"_s},
        {QRegularExpression(u"(\\w://[^\\s/:@]*:)[^\\s/@]+@"_s), u"\\1***@"_s},
    };
    return rules;
}

} // namespace

void stripSecret(QByteArray &body, const QByteArray &secret)
{
    for (const QByteArray &form : formsOf(secret))
        body.replace(form, "***");
}

QString withoutSecret(QString text, const QByteArray &secret)
{
    for (const QByteArray &form : formsOf(secret))
        text.replace(QString::fromUtf8(form), u"***"_s);
    for (const Look &look : looks())
        text.replace(look.pattern, look.replacement);
    return text;
}

void removeSecret(ApiError &error, const QByteArray &secret)
{
    error.message = withoutSecret(std::move(error.message), secret);
    for (Violation &violation : error.violations) {
        violation.field = withoutSecret(std::move(violation.field), secret);
        violation.message = withoutSecret(std::move(violation.message), secret);
    }
}

QJsonValue withoutSecrets(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray clean;
        const QJsonArray entries = value.toArray();
        for (const auto &entry : entries)
            clean.append(withoutSecrets(entry));
        return clean;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const bool isHidden = namesASecret(it.key()) && !it.value().isNull();
        it.value() = isHidden ? QJsonValue(u"***"_s) : withoutSecrets(it.value());
    }
    return object;
}

} // namespace Sluice
