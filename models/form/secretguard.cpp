// SPDX-License-Identifier: Apache-2.0
#include "models/form/secretguard.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sluice::SecretGuard)
};

constexpr qsizetype longestName = 64;

// Bits for each character: base64 of random bytes has 4.85 and more at this length.
constexpr double randomText = 4.7;
// Random base64 has letters of both cases in equal shares; the names, ARNs and addresses of
// secrets, which may come near it in bits, are mostly of one case.
constexpr double mixedCase = 0.15;

double entropy(QStringView text)
{
    QHash<QChar, int> counts;
    for (const QChar character : text)
        ++counts[character];
    double bits = 0;
    for (const int count : std::as_const(counts)) {
        const double share = double(count) / double(text.size());
        bits -= share * std::log2(share);
    }
    return bits;
}

bool isRandom(QStringView text)
{
    const auto share = [text](bool (QChar::*isOfKind)() const) {
        const auto count = std::count_if(text.begin(), text.end(), [isOfKind](QChar character) {
            return (character.*isOfKind)();
        });
        return double(count) / double(text.size());
    };
    return share(&QChar::isUpper) > mixedCase && share(&QChar::isLower) > mixedCase &&
           entropy(text) > randomText;
}

bool isHex(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar character) {
        const QChar lower = character.toLower();
        return character.isDigit() || (lower >= u'a' && lower <= u'f');
    });
}

bool isLongSecret(QStringView text)
{
    return text.size() > longestName && (isHex(text) || isRandom(text));
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
        if (isLongSecret(body.remove(QRegularExpression(uR"(\s)"_s))))
            return true;
    }
    return false;
}

bool isKey(const QString &text)
{
    static const QRegularExpression pem(u"-----BEGIN|-----END|PRIVATE KEY-----"_s);
    // How a private key begins in base64: DER of 128 bytes and more, and OpenSSH's own form.
    static const QRegularExpression beginning(
        u"(^|\\s|\")(MII[A-Za-z0-9+/]{29}|b3BlbnNzaC1rZXktdjE)"_s);
    return text.contains(pem) || text.contains(beginning) || isKeyBody(text);
}

bool isConnectionString(const QString &text)
{
    static const QRegularExpression assigned(
        uR"((\b|_)(password|passwd|pwd|passphrase|accountkey|sharedaccesskey|sharedaccesssignature)"
        uR"(|secret_?access_?key|client_?secret|access_?token|api_?key)\s*=\s*\S|[?&]sig=\S)"_s,
        QRegularExpression::CaseInsensitiveOption);
    // postgres://user:password@host, jdbc:oracle:thin:user/password@host
    static const QRegularExpression inAddress(
        uR"([a-z][a-z0-9+.-]*://[^/\s:@]*:[^/\s@]+@|:thin:[^/\s@]+/[^\s@]+@)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.contains(assigned) || text.contains(inAddress);
}

bool isJsonWithPassword(const QString &text)
{
    // An object under such a name is a reference.
    static const QRegularExpression named(
        uR"("[^"]*(password|passwd|pwd|passphrase|private_?key|account_?key|client_?secret)"
        uR"(|access_?key|token)[^"]*"\s*+:(?!\s*\{))"_s,
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
    static const QRegularExpression separators(uR"([:?&,;\s])"_s);
    if (isKey(text) || isConnectionString(text) || isJsonWithPassword(text) || isToken(text))
        return true;
    const QList<QStringView> words = QStringView(text).split(separators);
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
