// SPDX-License-Identifier: Apache-2.0
#include "models/definition/secret/secretkeys.h"

#include "models/definition/pipelinetypes.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Sluice::SecretKeys {

namespace {

// The last keys of the paths of all fields of this kind, in lower case.
QSet<QString> lastParts(FieldKind kind)
{
    QSet<QString> parts;
    const auto collect = [&parts, kind](std::span<const Field> fields) {
        for (const Field &field : fields) {
            if (field.kind == kind)
                parts.insert(QString::fromLatin1(field.path).section(u'.', -1).toLower());
        }
    };
    collect(commonFields());
    for (const std::span<const TypeInfo> types : {sourceTypes(), targetTypes()}) {
        for (const TypeInfo &type : types)
            collect(type.fields);
    }
    return parts;
}

} // namespace

QLatin1StringView pattern()
{
    return QLatin1StringView(
        R"((?:pass(?:word|wd|phrase|code)s?|(?<![a-z])pass[._-](?:word|phrase|code)s?)"
        R"(|shared[._-]?access[._-]?(?:key|signature))"
        R"(|(?:private|account|access|api|encryption|signing|master|shared)[._ -]?keys?)"
        R"(|secret(?:[._-]key|[._-]?access[._-]?key)|basic[._-]?auth[._-]?user[._-]?info)"
        R"(|client[._-]?secret|(?:access|auth|bearer|refresh|sas|session)[._-]?token)"
        R"(|(?<![a-z])(?:pwd|pswd|pw|pass|secret|token)|(?-i:(?<=[a-z])(?:Pwd|Pass|Secret|Token))))"
        // of several of them
        R"((?:[._-]?(?:[0-9]+|old|new|value|text|plain|plaintext|primary|secondary|current)"
        R"(|confirm|confirmation|backup|base64|b64|pem))?)");
}

QLatin1StringView plainValuePattern()
{
    return QLatin1StringView(
        "(?:value|plain(?:[._-]?(?:text|value))?|clear(?:[._-]?text)?|text|raw|literal|content)");
}

bool namesSecret(const QString &key)
{
    static const QRegularExpression ends(pattern() + "$"_L1,
                                         QRegularExpression::CaseInsensitiveOption);
    return key.trimmed().contains(ends);
}

bool namesPlainValue(const QString &key)
{
    static const QRegularExpression words(u"^"_s + plainValuePattern() + u'$',
                                          QRegularExpression::CaseInsensitiveOption);
    return key.trimmed().contains(words);
}

bool namesReference(const QString &key)
{
    static const QSet<QString> names = lastParts(FieldKind::Secret);
    return names.contains(key.toLower());
}

bool namesMap(const QString &key)
{
    static const QSet<QString> names = lastParts(FieldKind::Map);
    return names.contains(key.toLower());
}

} // namespace Sluice::SecretKeys
