// SPDX-License-Identifier: Apache-2.0
#include "models/references/repoint/repointing.h"

#include "models/definition/secret/secretguard.h"
#include "models/definition/secret/secretnames.h"
#include "models/references/referenceindex.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace Sluice {

namespace {

struct RepointWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::Repointing)
};

QString refusalOfSecret(const SecretReference &reference)
{
    for (const QString &part : {reference.location, reference.name, reference.key}) {
        if (const SecretVerdict verdict = SecretGuard::judge(part); verdict.isSure())
            return SecretGuard::refusal(verdict);
    }
    return {};
}

} // namespace

SecretReference Repointing::target(const SecretReference &reference) const
{
    if (!from.contains(reference))
        return reference;
    if (!isOfMany())
        return to;
    SecretReference result = reference;
    if (!to.provider.isEmpty() && to.provider != reference.provider) {
        result.provider = to.provider;
        result.location.clear();
    }
    if (!to.location.isEmpty())
        result.location = to.location;
    if (!to.name.isEmpty())
        result.name = to.name;
    if (!to.key.isEmpty())
        result.key = to.key;
    return result;
}

QString Repointing::obstacle() const
{
    if (QString why = refusalOfSecret(to); !why.isEmpty())
        return why;
    if (!isOfMany() && to.provider.isEmpty())
        return RepointWords::tr("Choose a provider.");
    if (!isOfMany() && to.name.isEmpty())
        return RepointWords::tr("Enter the secret's name.");
    if (isOfMany() && to.isEmpty())
        return RepointWords::tr("Enter a new vault or name.");
    if (std::none_of(from.begin(), from.end(),
                     [this](const SecretReference &each) { return changes(each); }))
        return RepointWords::tr("Nothing changes yet. Enter a new vault or name.");
    return {};
}

QStringList Repointing::warnings(const ReferenceIndex &known) const
{
    QStringList said;
    const auto say = [&said](const QString &sentence) {
        if (!sentence.isEmpty() && !said.contains(sentence))
            said.append(sentence);
    };
    QSet<SecretReference> targets;
    for (const SecretReference &each : from) {
        if (changes(each))
            say(SecretNames::warning(target(each)));
        targets.insert(target(each));
    }
    const auto gone = from.size() - targets.size();
    if (gone > 0)
        say(RepointWords::tr(
                "%Ln reference(s) become %L1: some pipelines may use one secret for several "
                "things.",
                nullptr, int(from.size()))
                .arg(targets.size()));
    QHash<QString, SecretReference> unknown; // by what does not tell case
    for (const SecretReference &target : std::as_const(targets)) {
        if (!known.contains(target))
            unknown.insert(target.text().toCaseFolded(), target);
    }
    if (unknown.isEmpty())
        return said;
    const QList<SecretReference> used = known.references();
    for (const SecretReference &each : used) {
        const auto twin = unknown.constFind(each.text().toCaseFolded());
        if (twin != unknown.constEnd() && !from.contains(each))
            say(RepointWords::tr("%1 is in use with other upper and lower case: %2.")
                    .arg(twin->text(), each.text()));
    }
    return said;
}

QList<SecretUse> usesToChange(const QJsonObject &definition, const Repointing &repointing)
{
    QList<SecretUse> uses = secretUses(definition);
    uses.removeIf(
        [&repointing](const SecretUse &use) { return !repointing.changes(use.reference); });
    return uses;
}

bool isRepointed(const QJsonObject &read, const QJsonObject &base, const Repointing &repointing)
{
    const QList<SecretUse> now = secretUses(read);
    const QList<SecretUse> uses = usesToChange(base, repointing);
    return usesToChange(read, repointing).isEmpty() &&
           std::all_of(uses.begin(), uses.end(), [&](const SecretUse &use) {
               return now.contains(SecretUse{use.path, repointing.target(use.reference)});
           });
}

QJsonObject repointed(const QJsonObject &definition, const Repointing &repointing)
{
    QJsonObject result = definition;
    const QList<SecretUse> uses = usesToChange(definition, repointing);
    for (const SecretUse &use : uses) {
        const QJsonObject json = use.path.valueIn(definition).toObject();
        use.path.setIn(result, repointing.target(use.reference).writtenInto(json));
    }
    return result;
}

} // namespace Sluice
