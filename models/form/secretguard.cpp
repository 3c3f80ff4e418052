// SPDX-License-Identifier: Apache-2.0
#include "models/form/secretguard.h"

#include "models/form/randomtext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sluice::SecretGuard)
};

// Of a text without white space, the whole: a password may have any mark in it. Of an address or of
// JSON, which have many, the parts.
bool isLongSecret(QStringView text)
{
    static const QRegularExpression marks(uR"([^A-Za-z0-9_/.+=@-])"_s);
    if (!text.contains("://"_L1) && looksRandom(text))
        return true;
    const QList<QStringView> parts = text.split(marks);
    return std::any_of(parts.begin(), parts.end(), looksRandom);
}

// A key of which only the middle was taken, in the lines of 64 or 76 characters that keys have.
// Where they are pasted, white space may have come for the line breaks.
bool isKeyBody(const QString &text)
{
    static const QRegularExpression lines(
        uR"((?:^|\s)([A-Za-z0-9+/]{40,}={0,2}(?:\s+[A-Za-z0-9+/]+={0,2})+)(?:\s|$))"_s);
    QRegularExpressionMatchIterator bodies = lines.globalMatch(text);
    while (bodies.hasNext()) {
        QString body = bodies.next().captured(1);
        if (looksRandom(body.remove(QRegularExpression(uR"(\s)"_s))))
            return true;
    }
    return false;
}

bool isKey(const QString &text)
{
    static const QRegularExpression header(
        u"-----BEGIN|-----END|---- (BEGIN|END) SSH2|PRIVATE KEY-----|PuTTY-User-Key-File"_s);
    // How a private key begins in base64: DER, with a length above 127, of an encrypted key or of
    // one with its version (RSA, any algorithm; a curve); OpenSSH's own form.
    static const QRegularExpression beginning(
        uR"((?<![A-Za-z0-9+/])(MII[A-P].([AQgw]IBA|[DTjz][AB].B[g-v])[A-Za-z0-9+/]{16})"
        uR"(|MI[GH].AgEA[A-Za-z0-9+/]{8}|MHcCAQEEI|b3BlbnNzaC1rZXktdjE))"_s);
    return text.contains(header) || text.contains(beginning) || isKeyBody(text);
}

// How names of secrets end, in any case. Short words stand alone: "compass" is none.
constexpr QLatin1StringView
    secretNames(R"((?:password|passwd|passphrase|accountkey|sharedaccesskey|sharedaccesssignature)"
                R"(|secret_?access_?key|client_?secret|access_?token|api_?key)"
                R"(|(?<![a-z])(?:pwd|pass|secret)|(?-i:(?<=[a-z])(?:Pwd|Pass|Secret))))");

bool isConnectionString(const QString &text)
{
    // Not in a path, where it is a part of a name: prod/db/password=current
    static const QRegularExpression assigned(uR"((?:^|[^\w./-])[\w.-]*)"_s + secretNames +
                                                 uR"(\s*=\s*\S|[?&]sig=\S)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    // As in YAML and JavaScript. "password::" is a piece of an ARN.
    static const QRegularExpression listed(uR"((?:^|[\s,{;])[\w.-]*)"_s + secretNames +
                                               uR"(\s*+:\s*+[^\s:{\[])"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    // postgres://user:password@host, where a number is a port; jdbc:oracle:thin:user/password@host
    static const QRegularExpression inAddress(
        uR"([a-z][a-z0-9+.-]*://[^/\s:@]*:(?!\d+(?:[/?#]|$))[^\s@]+@|:thin:[^/\s@]+/[^\s@]+@)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.contains(assigned) || text.contains(listed) || text.contains(inAddress);
}

bool isJsonWithPassword(const QString &text)
{
    // An object under such a name is a reference.
    static const QRegularExpression named(
        uR"(["'][^"']*(?:(?:password|passwd|pwd|passphrase|private_?key|account_?key|client_?secret)"
        uR"(|access_?key|api_?key|token)[^"']*|(?<![a-z])pass|(?-i:[a-z]Pass)|secret)\\?["'])"
        uR"(\s*+:(?!\s*\{))"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.contains(named);
}

bool isToken(const QString &text)
{
    // A JSON Web Token: parts in base64url, the first of which begins with {".
    static const QRegularExpression jwt(uR"(eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{4,})"_s);
    return text.contains(jwt);
}

} // namespace

bool looksLikeSecret(const QString &text)
{
    if (isKey(text) || isConnectionString(text) || isJsonWithPassword(text) || isToken(text))
        return true;
    static const QRegularExpression whiteSpace(uR"(\s)"_s);
    const QList<QStringView> words = QStringView(text).split(whiteSpace, Qt::SkipEmptyParts);
    return std::any_of(words.begin(), words.end(), isLongSecret);
}

QString SecretGuard::refusal(const QString &text, const QString &provider)
{
    return looksLikeSecret(text) ? refusalWords(provider) : QString();
}

QString SecretGuard::refusalWords(const QString &provider)
{
    return Text::tr("This looks like a secret itself, and was not taken. %1")
        .arg(storingAdvice(provider));
}

QString SecretGuard::storingAdvice(const QString &provider)
{
    if (provider == "AZURE_KEY_VAULT"_L1)
        return Text::tr("Store it in your key vault, from a file so that no command shows it: az "
                        "keyvault secret set --vault-name VAULT --name NAME --file FILE. Then "
                        "enter VAULT and NAME here.");
    if (provider == "AWS_SECRETS_MANAGER"_L1)
        return Text::tr("Store it in AWS Secrets Manager, from a file so that no command shows it: "
                        "aws secretsmanager create-secret --name NAME --secret-string file://FILE. "
                        "Then enter NAME here.");
    if (provider == "GOOGLE_SECRET_MANAGER"_L1)
        return Text::tr("Store it in Google Secret Manager, from a file so that no command shows "
                        "it: gcloud secrets create NAME --data-file=FILE. Then enter NAME here.");
    return Text::tr("Store it in your secrets manager, and enter the name it has there.");
}

} // namespace Sluice
