// SPDX-License-Identifier: Apache-2.0
#include "models/definition/secret/secretguard.h"

#include "models/definition/secret/secretkeys.h"
#include "models/definition/secret/secretparts.h"
#include "models/definition/secret/secretproviders.h"
#include "models/definition/secret/secretreference.h"
#include "models/json/jsonnumber.h"
#include "models/support/randomtext.h"

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

struct GuardText {
    Q_DECLARE_TR_FUNCTIONS(Sluice::SecretGuard)
};

// Looks at the whole of a text without white space, because a password may have any mark in it.
// Looks at the parts of an address or of JSON, which have many marks.
bool isLongSecret(QStringView text)
{
    static const QRegularExpression marks(uR"([^A-Za-z0-9_/.+=@-])"_s);
    if (!text.contains("://"_L1) && looksRandom(text))
        return true;
    const QList<QStringView> parts = text.split(marks);
    return std::any_of(parts.begin(), parts.end(), looksRandom);
}

// True for the middle of a key without its first and last line: lines of 64 or 76 characters. A
// paste may have turned the line breaks into white space.
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

// key=value or key: value, as in properties, YAML and JavaScript. Not in a path, where it is a part
// of a name: prod/db/password=current. "password::" is a piece of an ARN. A placeholder is no
// value.
const QRegularExpression &passwordPair()
{
    static const QRegularExpression pair(uR"((?:(?:^|[^\w./-])[\w.-]*)"_s + SecretKeys::pattern() +
                                             uR"(\s*+=\s*+|(?<listed>(?:^|[\s,{;"'])[\w.-]*)"_s +
                                             SecretKeys::pattern() + uR"(\s*+:\s*+)(?![:{\[])))"_s +
                                             uR"(["']?(?!\$\{|\{\{|\*\*|<)[^\s"';,&])"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return pair;
}

// How far to look before and behind a pair, so that the cost grows only with the length of a text.
constexpr qsizetype pairReach = 400;

QString textBefore(const QString &text, qsizetype place)
{
    const qsizetype from = std::max(qsizetype(0), place - pairReach);
    return text.sliced(from, place - from);
}

// True when another pair stands beside it, with a ; or as words: Server=db;Password=x,
// Password=x;Server=db and host=db password=x.
bool isInList(const QString &text, const QRegularExpressionMatch &pair)
{
    static const QRegularExpression former(
        uR"((?:=|://)[^\n]*;\s*$|(?:^|\s)[A-Za-z_][\w.-]*=\S+\s+$)"_s);
    static const QRegularExpression next(
        uR"(^[^;\n]*;\s*[A-Za-z][\w. -]*=|^\S*\s+[A-Za-z_][\w.-]*=\S)"_s);
    qsizetype key = pair.capturedStart();
    while (key < text.size() && !text.at(key).isLetterOrNumber() && text.at(key) != u'_')
        ++key;
    return textBefore(text, key).contains(former) ||
           text.sliced(pair.capturedEnd(), std::min(pairReach, text.size() - pair.capturedEnd()))
               .contains(next);
}

// postgres://user:password@host, where a number is a port; jdbc:oracle:thin:user/password@host
bool isAddressWithUser(const QString &text)
{
    static const QRegularExpression user(
        uR"([a-z][a-z0-9+.-]*://[^/\s:@]*:(?!\d+(?:[/?#]|$)|\$\{|\*\*|<)[^\s@]+@)"
        uR"(|:thin:[^/\s@]+/(?!\$\{|\*\*|<)[^/\s@]+@)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.contains(user);
}

// jdbc:x://host/db?password=x. A link to a page may have such a parameter too, so this counts only
// when the text is nothing but the address.
bool isInAddress(const QString &text, const QRegularExpressionMatch &pair)
{
    static const QRegularExpression word(uR"(\S*$)"_s);
    static const QRegularExpression scheme(u"(?:jdbc:|[a-z][a-z0-9+.-]*://)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    if (!u"?&;,:"_s.contains(text.at(pair.capturedStart())))
        return false;
    const QString address = word.match(textBefore(text, pair.capturedStart())).captured();
    if (!address.contains(scheme))
        return false;
    const bool isLink = address.contains("http://"_L1, Qt::CaseInsensitive) ||
                        address.contains("https://"_L1, Qt::CaseInsensitive);
    return !isLink ||
           std::none_of(text.begin(), text.end(), [](QChar each) { return each.isSpace(); });
}

// A signature of a storage account, with what it is for: sv=2022&sig=x
bool isSignedAddress(const QString &text)
{
    static const QRegularExpression signature(uR"([?&;]sig=[^\s&])"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression purpose(
        uR"((?:^|[?&=;])s(?:v|e|p|r|t|pr|ig)=[^\s&]+(?:&|$))"_s);
    return text.contains(signature) && text.contains(purpose);
}

// PlainLoginModule required username="u" password="x";
bool isLoginModule(const QString &text, const QRegularExpressionMatch &pair)
{
    return textBefore(text, pair.capturedStart()).contains("LoginModule"_L1);
}

// True for what is never prose: a password in an address, or in a list of a connection's settings.
bool isConnectionString(const QString &text)
{
    if (!text.contains(u'=') && !text.contains("://"_L1) && !text.contains(":thin:"_L1))
        return false; // as nearly all
    if (isAddressWithUser(text) || isSignedAddress(text))
        return true;
    QRegularExpressionMatchIterator pairs = passwordPair().globalMatch(text);
    while (pairs.hasNext()) {
        const QRegularExpressionMatch pair = pairs.next();
        if (pair.capturedStart(u"listed"_s) < 0 &&
            (isInList(text, pair) || isInAddress(text, pair) || isLoginModule(text, pair)))
            return true;
    }
    return false;
}

// aws_secret_access_key=x, where x looks like a key: two signs at once.
bool isBesideRandomText(const QString &text)
{
    static const QRegularExpression word(uR"([^\s"';,&]+)"_s);
    QRegularExpressionMatchIterator pairs = passwordPair().globalMatch(text);
    while (pairs.hasNext()) {
        const QString value = word.match(text, pairs.next().capturedEnd() - 1).captured();
        if (looksLikeAccessKey(value) || looksRandom(value))
            return true;
    }
    return false;
}

// True when it stands beside other keys: in lines of YAML, words of a command, JavaScript. No name
// has such characters between its parts.
bool isAmongSettings(const QString &text)
{
    static const QRegularExpression setting(
        uR"((?:^|[;,&?\s{])[A-Za-z_][\w.-]*\s*+[=:]\s*+[^\s:/])"_s);
    if (!text.contains(passwordPair()))
        return false;
    if (text.contains(u'{') || text.contains(u';') || isBesideRandomText(text))
        return true;
    QRegularExpressionMatchIterator settings = setting.globalMatch(text);
    if (settings.hasNext())
        settings.next();
    return settings.hasNext();
}

// <password>x</password>, Authorization: Basic dTpw, --value x of the tools of key vaults
bool isMarkedPassword(const QString &text)
{
    static const QRegularExpression marked(
        uR"(<[\w.:-]*)"_s + SecretKeys::pattern() +
            uR"(>\s*[^\s<][^<]*</|\bauthorization["']?\s*[:=]\s*["']?(?:basic|bearer)\s+\S)"
            uR"(|(?:^|\s)--(?:value|secret-string|password)[=\s]\s*["']?(?!file:)[^\s"'-])"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.contains(marked);
}

// The whole of an Authorization header: Basic dXNlcjpwYXNz, Bearer 0a1b2c...
bool isAuthorization(const QString &text)
{
    static const QRegularExpression header(
        uR"(^\s*(?:basic|bearer)\s+(?=\S*[\d=])[\w.~+/-]{12,}={0,2}\s*$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype shortest = 18;
    return text.size() >= shortest && text.contains(header);
}

// "token=prod": a setting with its secret, or an unusual name.
bool isLonePair(const QString &text)
{
    return text.contains(passwordPair());
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

bool isMixed(QStringView text)
{
    const auto has = [text](bool (*isWanted)(char32_t)) {
        return std::any_of(text.begin(), text.end(),
                           [isWanted](QChar each) { return isWanted(each.unicode()); });
    };
    return has(&QChar::isDigit) && has(&QChar::isUpper) && has(&QChar::isLower);
}

// Tokens of services that begin with a mark: GitHub, GitLab, Slack, Stripe, Google, SendGrid, npm,
// Databricks, DigitalOcean, Shopify, age. A text with the mark, the length and the letters of such
// a token is one. No name has all three together with digits and letters of both cases.
bool isServiceToken(const QString &text)
{
    static const QRegularExpression exact(
        uR"((?<![A-Za-z0-9])(?:)"
        uR"((?:gh[oprsu]_|npm_)([A-Za-z0-9]{36}))"
        uR"(|github_pat_([A-Za-z0-9]{22}_[A-Za-z0-9]{59}))"
        uR"(|[rs]k_(?:live|test)_([A-Za-z0-9]{99}|[A-Za-z0-9]{24}))"
        uR"(|glpat-([\w-]{20})|AIza([\w-]{35})|SG\.([\w-]{22}\.[\w-]{43}))"
        uR"(|(?<numbers>xox[bep]-(?:\d{9,14}-){2,3}[A-Za-z0-9]{24,34}|dapi[0-9a-f]{32})"
        uR"(|dop_v1_[0-9a-f]{64}|shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}|AGE-SECRET-KEY-1[A-Z0-9]{58}))"
        uR"()(?![\w-]))"_s);
    constexpr qsizetype shortest = 26;
    if (text.size() < shortest)
        return false; // as nearly all
    QRegularExpressionMatchIterator tokens = exact.globalMatch(text);
    while (tokens.hasNext()) {
        const QRegularExpressionMatch token = tokens.next();
        const QString body = token.captured(token.lastCapturedIndex());
        if (token.capturedStart(u"numbers"_s) >= 0 || isMixed(body))
            return true;
    }
    return false;
}

// The same marks before a text of that length; and the ID of an AWS key, which opens nothing by
// itself, and which is sometimes part of a secret's name.
bool looksLikeServiceToken(const QString &text)
{
    static const QRegularExpression like(
        uR"((?<![A-Za-z0-9])(?:gh[oprsu]_[A-Za-z0-9]{30,}|npm_[A-Za-z0-9]{30,})"
        uR"(|github_pat_[A-Za-z0-9]{20,}_[A-Za-z0-9]{20,})"
        uR"(|[rs]k_(?:live|test)_(?=[A-Za-z]*\d)[A-Za-z0-9]{16,})"
        uR"(|xox[abeoprs]-(?:\d{6,}-|(?=[A-Za-z]*\d)[A-Za-z0-9]{20,})[\w-]*)"
        uR"(|glpat-(?=[\w-]*\d)[\w-]{20,}|AIza[\w-]{35}|hv[sb]\.(?=[\w-]*\d)[\w-]{24,})"
        uR"(|sk-(?:proj|ant|svcacct)-(?=[\w-]*\d)[\w-]{20,}|pypi-AgE[\w-]{16,})"
        uR"(|(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9])))"_s);
    return text.contains(like);
}

bool isToken(const QString &text)
{
    // A JSON Web Token: parts in base64url, the first of which is an object.
    static const QRegularExpression jwt(uR"((eyJ[A-Za-z0-9_-]{10,})\.[A-Za-z0-9_-]{2,})"_s);
    if (!text.contains("eyJ"_L1))
        return false; // as nearly all
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

// Searches a definition for secrets, in all places where somebody may have put one.
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
            for (const SecretPartInfo &part : secretParts) {
                if (part.key != SecretPartKey::provider)
                    add(SecretGuard::judge(reference.*part.member), use.path.child(part.key),
                        reference.*part.member);
            }
        }
        if (!m_worst.isSure() && searchObject(definition, false)) {
            std::reverse(m_wayBack.begin(), m_wayBack.end());
            m_worst.path = DefinitionPath(m_wayBack);
        }
    }

    const SecretVerdict &worst() const { return m_worst; }

private:
    // The search for texts that surely are secrets: true for the first one, which ends it. Its path
    // is put together on the way back, as nearly always there is none.
    bool searchObject(const QJsonObject &object, bool isMap)
    {
        for (auto member = object.begin(); member != object.end(); ++member) {
            const QString key = member.key();
            if (searchValue(*member, key, isMap)) {
                m_wayBack += key;
                return true;
            }
        }
        return false;
    }

    bool searchList(const QJsonArray &list)
    {
        for (qsizetype place = 0; place < list.size(); ++place) {
            const QJsonValue value = list.at(place);
            const bool isChecked = value.isString() || value.isObject() || isList(value);
            if (isChecked && searchValue(value, {}, false)) {
                m_wayBack += QString::number(place);
                return true;
            }
        }
        return false;
    }

    bool searchValue(const QJsonValue &value, const QString &key, bool isInMap)
    {
        switch (value.type()) {
        case QJsonValue::Object: return searchObject(value.toObject(), SecretKeys::namesMap(key));
        case QJsonValue::Array: return isList(value) && searchList(value.toArray());
        case QJsonValue::String: return searchText(value.toString(), key, isInMap);
        case QJsonValue::Double:
        case QJsonValue::Bool: return searchText(value.toVariant().toString(), key, isInMap);
        default: return false;
        }
    }

    static bool isList(const QJsonValue &value)
    {
        return value.isArray() && !JsonNumber::isBox(value);
    }

    // A property may have the name of a reference.
    bool searchText(const QString &text, const QString &key, bool isProperty)
    {
        if (text.contains("PRIVATE KEY-----"_L1))
            add({Sureness::Sure, {}, GuardText::tr("This is a private key.")}, {}, text);
        else if (!text.isEmpty() && !isProperty && SecretKeys::namesReference(key))
            add({Sureness::Sure,
                 {},
                 GuardText::tr(
                     "A reference to a secret is expected here, never the secret itself.")},
                {}, text);
        return m_worst.isSure();
    }

    void add(const SecretVerdict &verdict, const DefinitionPath &path, const QString &text)
    {
        if (verdict.sureness <= m_worst.sureness || isKnown(text))
            return;
        m_worst = verdict;
        m_worst.path = path;
    }

    // Collects the known texts only when one is in doubt, which is rare.
    bool isKnown(const QString &text)
    {
        if (!m_isRead) {
            m_isRead = true;
            for (const QJsonObject &definition : m_known)
                collectFrom(definition);
        }
        return m_texts.contains(text);
    }

    template <typename Values>
    void collectFrom(const Values &values)
    {
        for (const QJsonValue &value : values) {
            if (value.isObject())
                collectFrom(value.toObject());
            else if (isList(value))
                collectFrom(value.toArray());
            else if (!value.isNull())
                m_texts.insert(value.toVariant().toString());
        }
    }

    const QList<QJsonObject> &m_known;
    QSet<QString> m_texts; // of what is known
    bool m_isRead = false;
    QStringList m_wayBack; // the keys from what was found to the top
    SecretVerdict m_worst;
};

} // namespace

SecretVerdict SecretGuard::judge(const QString &text)
{
    const auto sure = [](const QString &reason) {
        return SecretVerdict{Sureness::Sure, {}, reason};
    };
    if (isKey(text))
        return sure(GuardText::tr("This is a key, or a piece of one."));
    if (isToken(text))
        return sure(GuardText::tr("This is a JSON Web Token."));
    if (isServiceToken(text))
        return sure(GuardText::tr("This is an access token."));
    if (isConnectionString(text) || isAmongSettings(text) || isMarkedPassword(text) ||
        isAuthorization(text))
        return sure(GuardText::tr("This has a password in it."));
    if (isJsonWithPassword(text))
        return sure(GuardText::tr("This is JSON with a password in it."));
    const auto doubtful = [](const QString &reason) {
        return SecretVerdict{Sureness::Doubtful, {}, reason};
    };
    if (isLonePair(text))
        return doubtful(GuardText::tr("This looks like a password with its key before it."));
    if (looksLikeServiceToken(text))
        return doubtful(
            GuardText::tr("This looks like an access token or the ID of an access key."));
    if (looksRandomSomewhere(text))
        return doubtful(GuardText::tr("This looks random, as a secret itself does."));
    return {};
}

bool SecretGuard::holdsSecret(const QString &text)
{
    return text.contains("PRIVATE KEY-----"_L1) || isToken(text) || isServiceToken(text) ||
           isConnectionString(text) || isAuthorization(text);
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
        return GuardText::tr(
                   "%1 It was not taken. If it is the name of a secret, use it. If it is the "
                   "secret, it has no place here. %2")
            .arg(verdict.reason, storingAdvice(provider));
    case Sureness::Sure:
        return GuardText::tr("This is a secret itself, and was not taken. %1")
            .arg(storingAdvice(provider));
    }
    return {};
}

QString SecretGuard::storingAdvice(const QString &provider)
{
    if (const SecretProvider *known = findSecretProvider(provider))
        return QCoreApplication::translate("SecretProvider", known->storing);
    return GuardText::tr("Store it in your secrets manager, and enter the name it has there.");
}

} // namespace Sluice
