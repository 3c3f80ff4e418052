// SPDX-License-Identifier: Apache-2.0
#include "models/form/secretguard.h"

#include "models/form/randomtext.h"
#include "models/form/secretkeys.h"
#include "models/pipeline/secretreference.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

using Sureness = SecretVerdict::Sureness;

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
    // one with its version (RSA, any algorithm; a curve; Ed25519 and its like); OpenSSH's own form;
    // a whole PEM file, as Kubernetes has it.
    static const QRegularExpression beginning(
        uR"((?<![A-Za-z0-9+/])(MII[A-P].([AQgw]IBA|[DTjz][AB].B[g-v])[A-Za-z0-9+/]{16})"
        uR"(|MI[GH].AgEA[A-Za-z0-9+/]{8}|MHcCAQEEI|MC4CAQAwBQYDK2V|MEcCAQAwBQYDK2V)"
        uR"(|b3BlbnNzaC1rZXktdjE|LS0tLS1CRUdJTi))"_s);
    return text.contains(header) || text.contains(beginning) || isKeyBody(text);
}

bool isConnectionString(const QString &text)
{
    // Not in a path, where it is a part of a name: prod/db/password=current
    static const QRegularExpression assigned(uR"((?:^|[^\w./-])[\w.-]*)"_s + SecretKeys::pattern() +
                                                 uR"(\s*=\s*\S|[?&]sig=\S)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    // As in YAML and JavaScript. "password::" is a piece of an ARN.
    static const QRegularExpression listed(uR"((?:^|[\s,{;])[\w.-]*)"_s + SecretKeys::pattern() +
                                               uR"(\s*+:\s*+[^\s:{\[])"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    // postgres://user:password@host, where a number is a port; jdbc:oracle:thin:user/password@host
    static const QRegularExpression inAddress(
        uR"([a-z][a-z0-9+.-]*://[^/\s:@]*:(?!\d+(?:[/?#]|$))[^\s@]+@|:thin:[^/\s@]+/[^\s@]+@)"_s,
        QRegularExpression::CaseInsensitiveOption);
    // <password>x</password>, Authorization: Basic dTpw, --value x of the tools of key vaults
    static const QRegularExpression marked(
        uR"(<[\w.:-]*)"_s + SecretKeys::pattern() +
            uR"(>\s*[^\s<][^<]*</|\bauthorization["']?\s*[:=]\s*["']?(?:basic|bearer)\s+\S)"
            uR"(|(?:^|\s)--(?:value|secret-string|password)[=\s]\s*["']?(?!file:)[^\s"'-])"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.contains(assigned) || text.contains(listed) || text.contains(inAddress) ||
           text.contains(marked);
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
    // A JSON Web Token: parts in base64url, the first of which is an object.
    static const QRegularExpression jwt(uR"((eyJ[A-Za-z0-9_-]{10,})\.[A-Za-z0-9_-]{2,})"_s);
    QRegularExpressionMatchIterator tokens = jwt.globalMatch(text);
    while (tokens.hasNext()) {
        const QByteArray head = tokens.next().captured(1).toLatin1();
        if (QJsonDocument::fromJson(QByteArray::fromBase64(head, QByteArray::Base64UrlEncoding))
                .isObject())
            return true;
    }
    return false;
}

bool looksRandomSomewhere(const QString &text)
{
    static const QRegularExpression whiteSpace(uR"(\s)"_s);
    const QList<QStringView> words = QStringView(text).split(whiteSpace, Qt::SkipEmptyParts);
    return looksLikeAccessKey(text.trimmed()) ||
           std::any_of(words.begin(), words.end(), isLongSecret);
}

// What a definition says in places where secrets may have been put.
class Finding
{
public:
    explicit Finding(const QList<QJsonObject> &known)
        : m_known(known)
    {}

    void search(const QJsonObject &definition)
    {
        const QList<SecretUse> uses = secretUses(definition);
        for (const SecretUse &use : uses) {
            const SecretReference &reference = use.reference;
            for (const auto &[key, text] : {std::pair("secretLocation"_L1, reference.location),
                                            std::pair("secretName"_L1, reference.name),
                                            std::pair("secretKey"_L1, reference.key)})
                take(SecretGuard::judge(text), use.path + QStringList(key), text);
        }
        QStringList path;
        searchTexts(definition, path, false);
    }

    const SecretVerdict &worst() const { return m_worst; }

private:
    void searchTexts(const QJsonObject &object, QStringList &path, bool isMap)
    {
        for (auto member = object.begin(); member != object.end(); ++member) {
            path.append(member.key());
            if (member->isObject())
                searchTexts(member->toObject(), path, SecretKeys::namesMap(member.key()));
            else if (!member->isArray() && !member->isNull())
                searchText(*member, path, isMap);
            path.removeLast();
        }
    }

    // A property may be called like a reference.
    void searchText(const QJsonValue &value, const QStringList &path, bool isProperty)
    {
        const QString text = value.toVariant().toString();
        if (text.contains("PRIVATE KEY-----"_L1))
            take({Sureness::Sure, {}, Text::tr("This is a private key.")}, path, text);
        else if (!text.isEmpty() && !isProperty && SecretKeys::namesReference(path.constLast()))
            take({Sureness::Sure,
                  {},
                  Text::tr("A reference to a secret is expected here, never the secret itself.")},
                 path, text);
    }

    void take(const SecretVerdict &verdict, const QStringList &path, const QString &text)
    {
        if (verdict.sureness <= m_worst.sureness || isKnown(text))
            return;
        m_worst = verdict;
        m_worst.path = path.join(u'.');
    }

    // The texts are collected when one is in doubt: that is seldom.
    bool isKnown(const QString &text)
    {
        if (!m_isRead) {
            m_isRead = true;
            for (const QJsonObject &definition : m_known)
                collect(definition);
        }
        return m_texts.contains(text);
    }

    void collect(const QJsonObject &object)
    {
        for (const QJsonValue value : object) {
            if (value.isObject())
                collect(value.toObject());
            else if (!value.isArray() && !value.isNull())
                m_texts.insert(value.toVariant().toString());
        }
    }

    const QList<QJsonObject> &m_known;
    QSet<QString> m_texts; // of what is known
    bool m_isRead = false;
    SecretVerdict m_worst;
};

} // namespace

SecretVerdict SecretGuard::judge(const QString &text)
{
    const auto sure = [](const QString &reason) {
        return SecretVerdict{Sureness::Sure, {}, reason};
    };
    if (isKey(text))
        return sure(Text::tr("This is a key, or a piece of one."));
    if (isToken(text))
        return sure(Text::tr("This is a JSON Web Token."));
    if (isConnectionString(text))
        return sure(Text::tr("This has a password in it."));
    if (isJsonWithPassword(text))
        return sure(Text::tr("This is JSON with a password in it."));
    if (looksRandomSomewhere(text))
        return {Sureness::Doubtful, {}, Text::tr("This looks random, as a secret itself does.")};
    return {};
}

SecretVerdict SecretGuard::judge(const QJsonObject &definition, const QList<QJsonObject> &known)
{
    Finding finding(known);
    finding.search(definition);
    return finding.worst();
}

QString SecretGuard::refusal(const SecretVerdict &verdict, const QString &provider)
{
    switch (verdict.sureness) {
    case Sureness::Fine: break;
    case Sureness::Doubtful:
        return Text::tr(
                   "This looks random, as a secret itself does, and was not taken. If it is "
                   "the name of a secret, use it. If it is the secret, it has no place here. %1")
            .arg(storingAdvice(provider));
    case Sureness::Sure:
        return Text::tr("This is a secret itself, and was not taken. %1")
            .arg(storingAdvice(provider));
    }
    return {};
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
