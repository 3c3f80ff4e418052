// SPDX-License-Identifier: Apache-2.0
#include "models/definition/secret/secretnames.h"

#include "models/definition/secret/secretproviders.h"
#include "models/definition/secret/secrettext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice::SecretNames {

namespace {

struct NameWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::SecretNames)
};

constexpr int shortestVault = 3;
constexpr int longestVault = 24;

bool isLetter(QChar character)
{
    const QChar lower = character.toLower();
    return lower >= u'a' && lower <= u'z';
}

bool isPlainCharacter(QChar character)
{
    return isLetter(character) || (character >= u'0' && character <= u'9');
}

// The first character that is neither a letter, a digit nor one of these; null: there is none.
QChar firstForeign(const QString &text, QLatin1StringView allowed)
{
    const auto foreign = std::find_if(text.begin(), text.end(), [allowed](QChar character) {
        return !isPlainCharacter(character) && !allowed.contains(character);
    });
    return foreign == text.end() ? QChar() : *foreign;
}

QString shown(QChar character)
{
    return character.isSpace() ? NameWords::tr("white space") : u"\"%1\""_s.arg(character);
}

// manager: its name, not translated yet, as that is needed for a warning only.
QString check(const QString &text, qsizetype longest, QLatin1StringView allowed,
              const char *manager)
{
    const auto managerText = [manager] {
        return QCoreApplication::translate("SecretProvider", manager);
    };
    if (const QChar foreign = firstForeign(text, allowed); !foreign.isNull())
        return NameWords::tr("Names in %1 have no %2.").arg(managerText(), shown(foreign));
    if (text.size() > longest)
        return NameWords::tr("Names in %1 have at most %n character(s).", nullptr, int(longest))
            .arg(managerText());
    return {};
}

// True for a placeholder of a template, a shell or a deployment pipeline.
bool isPlaceholder(const QString &text)
{
    static const QRegularExpression placeholder(
        uR"(\$\{.*\}|\{\{.*\}\}|\$\(.*\)|#\{.*\}#?|<%.*%>|@@.*@@|__[A-Z0-9_]+__)"
        uR"(|^%[A-Za-z_]\w*%$|^\$[A-Za-z_]\w*$|^<[^<>]+>$)"_s);
    return text.contains(placeholder);
}

// Removes the service from the name of a secret that another AWS service manages: rds!cluster-...,
// events!connection/...
QString withoutManager(const QString &name)
{
    static const QRegularExpression manager(uR"(^[a-z][a-z0-9-]*!(?=.))"_s);
    return QString(name).remove(manager);
}

// What is wrong with a text as any part of a reference; empty: nothing.
QString partWarning(const QString &text)
{
    if (const std::optional<SecretText> whole = readSecretText(text))
        return whole->reference.name.isEmpty()
                   ? NameWords::tr("This is a whole reference, not a part of one.")
                   : NameWords::tr("This is a whole reference. Enter the name alone: %1.")
                         .arg(whole->reference.name);
    if (isPlaceholder(text))
        return NameWords::tr("This is a placeholder that nobody fills in. Enter the name itself.");
    if (text.contains("://"_L1))
        return NameWords::tr("This is an address. Enter the name alone.");
    return {};
}

} // namespace

QString nameWarning(const QString &provider, const QString &name)
{
    if (name.isEmpty())
        return {};
    if (QString warning = partWarning(name); !warning.isEmpty())
        return warning;
    const SecretProvider *known = findSecretProvider(provider);
    if (!known)
        return {};
    const bool isAws = known->id == SecretProviderId::aws;
    return check(isAws ? withoutManager(name) : name, known->longestName, known->nameMarks,
                 known->name);
}

QString locationWarning(const QString &provider, const QString &location)
{
    if (location.isEmpty())
        return {};
    if (isPlaceholder(location))
        return partWarning(location);
    if (!hasVaults(provider))
        return location.trimmed() == location
                   ? QString()
                   : NameWords::tr("There is white space at the start or the end.");
    if (const QChar foreign = firstForeign(location, "-"_L1); !foreign.isNull())
        return NameWords::tr(
                   "Vaults have no %1 in their names. Enter the name alone, not its address.")
            .arg(shown(foreign));
    if (location.size() < shortestVault || location.size() > longestVault)
        return NameWords::tr("Vaults have names of %1 to %n character(s).", nullptr, longestVault)
            .arg(shortestVault);
    if (!isLetter(location.front()) || location.endsWith(u'-') || location.contains("--"_L1))
        return NameWords::tr(
            "Vaults have names that begin with a letter, end with a letter or a digit, "
            "and have no two hyphens in a row.");
    return {};
}

QString warning(const SecretReference &reference)
{
    if (QString name = nameWarning(reference.provider, reference.name); !name.isEmpty())
        return name;
    if (QString location = locationWarning(reference.provider, reference.location);
        !location.isEmpty())
        return location;
    if (isPlaceholder(reference.key))
        return partWarning(reference.key);
    return reference.key.trimmed() == reference.key
               ? QString()
               : NameWords::tr("There is white space at the start or the end of the key.");
}

} // namespace Sluice::SecretNames
