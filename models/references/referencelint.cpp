// SPDX-License-Identifier: Apache-2.0
#include "models/references/referencelint.h"

#include "models/account/runnerfacts.h"
#include "models/definition/secret/secretnames.h"
#include "models/definition/secret/secretproviders.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct LintWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::ReferenceLint)
};

struct RuleNames {
    ReferenceRule rule;
    const char *id;
    const char *title;
};

constexpr RuleNames names[] = {
    {ReferenceRule::EmptyPart, "empty-part",
     QT_TRANSLATE_NOOP("Sluice::ReferenceLint", "A part of the reference is empty")},
    {ReferenceRule::WhiteSpace, "white-space",
     QT_TRANSLATE_NOOP("Sluice::ReferenceLint", "White space")},
    {ReferenceRule::ImpossibleName, "impossible-name",
     QT_TRANSLATE_NOOP("Sluice::ReferenceLint", "Impossible name")},
    {ReferenceRule::MixedProviders, "mixed-providers",
     QT_TRANSLATE_NOOP("Sluice::ReferenceLint", "Mixed providers")},
    {ReferenceRule::OtherCloud, "other-cloud",
     QT_TRANSLATE_NOOP("Sluice::ReferenceLint", "Another cloud than the runner's")},
    {ReferenceRule::PassphraseWithoutKey, "passphrase-without-key",
     QT_TRANSLATE_NOOP("Sluice::ReferenceLint", "Passphrase without key")},
    {ReferenceRule::SameNameInTwoVaults, "same-name-in-two-vaults",
     QT_TRANSLATE_NOOP("Sluice::ReferenceLint", "Same name in two vaults")},
    {ReferenceRule::DiffersByCase, "differs-by-case",
     QT_TRANSLATE_NOOP("Sluice::ReferenceLint", "Differs by case only")},
    {ReferenceRule::DiffersFromSiblings, "differs-from-siblings",
     QT_TRANSLATE_NOOP("Sluice::ReferenceLint", "Differs from its siblings")},
    {ReferenceRule::SameSecretTwice, "same-secret-twice",
     QT_TRANSLATE_NOOP("Sluice::ReferenceLint", "Same secret twice")},
    {ReferenceRule::PropertyNoText, "property-no-text",
     QT_TRANSLATE_NOOP("Sluice::ReferenceLint", "Property value is not text")},
};

const RuleNames &namesOf(ReferenceRule rule)
{
    return *std::find_if(std::begin(names), std::end(names),
                         [rule](const RuleNames &each) { return each.rule == rule; });
}

bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

bool hasWhiteSpace(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar each) { return each.isSpace(); });
}

// The id of the secrets manager of a runner's cloud; empty: none that Sluice knows.
QLatin1StringView managerOfCloud(const QString &cloud)
{
    const auto *const found = std::find_if(
        secretProviders.begin(), secretProviders.end(), [&cloud](const SecretProvider &each) {
            return cloud.compare(each.cloud, Qt::CaseInsensitive) == 0;
        });
    return found == secretProviders.end() ? QLatin1StringView() : found->id;
}

QString vaultsText(const ReferenceIndex::OtherVaults &vaults)
{
    QStringList shown = vaults.first;
    if (shown.constFirst().isEmpty()) // sorted first
        shown.first() = LintWords::tr("no vault");
    const int more = vaults.count - int(shown.size());
    if (more > 0)
        shown.append(LintWords::tr("%n more", nullptr, more));
    return shown.join(u", "_s);
}

class Lint
{
public:
    Lint(const ReferenceIndex &index, const PipelineReferences &pipeline)
        : m_index(index)
        , m_pipeline(pipeline)
    {
        for (const SecretUse &use : pipeline.uses) {
            checkParts(use);
            checkCloud(use);
            checkPassphrase(use);
            checkNamesakes(use);
            checkSiblings(use);
        }
        checkProviders();
        checkRepetition();
        checkProperties();
        std::stable_sort(m_findings.begin(), m_findings.end(),
                         [](const ReferenceFinding &one, const ReferenceFinding &other) {
                             return one.rule < other.rule;
                         });
    }

    const QList<ReferenceFinding> &findings() const { return m_findings; }

private:
    void add(ReferenceRule rule, const SecretUse &use, const QString &reason, const QString &advice)
    {
        m_findings.append({rule, m_pipeline.key, use.path, use.reference, reason, advice});
    }

    void checkParts(const SecretUse &use)
    {
        const SecretReference &reference = use.reference;
        if (checkEmptyParts(use)) {
            // One part is missing, and another one may be wrong all the same.
            if (const QString why =
                    isBlank(reference.name)
                        ? QString()
                        : SecretNames::nameWarning(reference.provider, reference.name);
                !why.isEmpty())
                addName(use, why);
            return;
        }
        for (const QString &part : {reference.location, reference.name}) {
            if (hasWhiteSpace(part)) {
                add(ReferenceRule::WhiteSpace, use,
                    LintWords::tr("There is white space in \"%1\".").arg(part),
                    LintWords::tr("Take it out: no secrets manager has it in names."));
                return;
            }
        }
        if (hasWhiteSpace(reference.key))
            add(ReferenceRule::WhiteSpace, use,
                LintWords::tr("There is white space in the key \"%1\".").arg(reference.key),
                LintWords::tr("Take it out, unless the secret has a key of just this name."));
        else if (const QString why = SecretNames::warning(reference); !why.isEmpty())
            addName(use, why);
    }

    void addName(const SecretUse &use, const QString &why)
    {
        add(ReferenceRule::ImpossibleName, use, why,
            LintWords::tr("Enter what the secrets manager calls it."));
    }

    // True: a part that must be there is not.
    bool checkEmptyParts(const SecretUse &use)
    {
        const SecretReference &reference = use.reference;
        if (reference.isEmpty())
            add(ReferenceRule::EmptyPart, use, LintWords::tr("The reference is empty."),
                LintWords::tr("Name the secret, or take the reference out."));
        else if (isBlank(reference.provider))
            add(ReferenceRule::EmptyPart, use, LintWords::tr("No provider is named."),
                LintWords::tr("Choose where the secret is kept."));
        else if (isBlank(reference.name))
            add(ReferenceRule::EmptyPart, use, LintWords::tr("No secret is named."),
                LintWords::tr("Enter the name of the secret."));
        else if (hasVaults(reference.provider) && isBlank(reference.location))
            add(ReferenceRule::EmptyPart, use, LintWords::tr("No vault is named."),
                LintWords::tr("Enter the name of the Key Vault, as Maia's guide does."));
        else
            return false;
        return true;
    }

    void checkCloud(const SecretUse &use)
    {
        const QLatin1StringView fitting = managerOfCloud(m_pipeline.cloud);
        const QString &provider = use.reference.provider;
        if (fitting.isEmpty() || provider.isEmpty() || provider == fitting)
            return;
        add(ReferenceRule::OtherCloud, use,
            LintWords::tr("The runner is on %1, the secret in %2.")
                .arg(cloudName(m_pipeline.cloud), use.reference.providerName()),
            LintWords::tr("Check that the runner may read it, or keep it in %1.")
                .arg(SecretReference{QString(fitting), {}, {}, {}}.providerName()));
    }

    void checkPassphrase(const SecretUse &use)
    {
        if (use.path.lastKey() != "passphrase"_L1 || use.reference.isEmpty())
            return;
        DefinitionPath key = use.path;
        key.leave();
        key.enter(u"privateKey"_s);
        const bool hasKey = std::any_of(m_pipeline.uses.begin(), m_pipeline.uses.end(),
                                        [&key](const SecretUse &other) {
                                            return other.path == key && !other.reference.isEmpty();
                                        });
        if (!hasKey)
            add(ReferenceRule::PassphraseWithoutKey, use,
                LintWords::tr("There is a passphrase, but no private key that it opens."),
                LintWords::tr("Name the private key's secret, or take the passphrase out."));
    }

    void checkNamesakes(const SecretUse &use)
    {
        if (isBlank(use.reference.name))
            return;
        const QString &account = m_pipeline.key.account;
        const ReferenceIndex::OtherVaults vaults = m_index.otherVaults(account, use.reference);
        if (vaults.count > 0)
            add(ReferenceRule::SameNameInTwoVaults, use,
                LintWords::tr("%1 is also used from %2.")
                    .arg(use.reference.name, vaultsText(vaults)),
                LintWords::tr("Check that each pipeline reads the vault that is meant for it."));
        QStringList spellings;
        const QList<SecretReference> others = m_index.otherSpellings(account, use.reference);
        for (const SecretReference &other : others)
            spellings.append(other.text());
        if (!spellings.isEmpty())
            add(ReferenceRule::DiffersByCase, use,
                LintWords::tr("It differs from %1 by upper and lower case only.")
                    .arg(spellings.join(u", "_s)),
                LintWords::tr("Write it the same everywhere, as the vault has it."));
    }

    void checkSiblings(const SecretUse &use)
    {
        const auto siblings = m_index.amongSiblings(m_pipeline, use.path);
        if (siblings.size() != 2 || siblings.value(use.reference).size() != 1 ||
            isBlank(m_pipeline.source))
            return;
        for (auto other = siblings.begin(); other != siblings.end(); ++other) {
            if (other.key() == use.reference || other->size() < 2)
                continue;
            add(ReferenceRule::DiffersFromSiblings, use,
                LintWords::tr("%n other pipeline(s) with the same source use %1.", nullptr,
                              int(other->size()))
                    .arg(other.key().text()),
                LintWords::tr("Check whether this one was forgotten when the secret was changed."));
        }
    }

    void checkProviders()
    {
        QStringList providers;
        const SecretUse *first = nullptr;
        for (const SecretUse &use : m_pipeline.uses) {
            if (use.reference.provider.isEmpty() || providers.contains(use.reference.provider))
                continue;
            providers.append(use.reference.provider);
            first = first ? first : &use;
        }
        if (providers.size() < 2)
            return;
        QStringList shown;
        for (const QString &provider : std::as_const(providers))
            shown.append(SecretReference{provider, {}, {}, {}}.providerName());
        add(ReferenceRule::MixedProviders, *first,
            LintWords::tr("Its secrets are in %1.").arg(shown.join(LintWords::tr(" and "))),
            LintWords::tr("Check that the runner may read them all."));
    }

    void checkRepetition()
    {
        QHash<SecretReference, DefinitionPath> seen;
        for (const SecretUse &use : m_pipeline.uses) {
            if (isBlank(use.reference.name))
                continue;
            const auto former = seen.constFind(use.reference);
            if (former == seen.constEnd()) {
                seen.insert(use.reference, use.path);
                continue;
            }
            add(ReferenceRule::SameSecretTwice, use,
                LintWords::tr("It names the same secret as %1.").arg(former->text()),
                LintWords::tr("Name a secret, or a key inside it, for each."));
        }
    }

    void checkProperties()
    {
        if (m_pipeline.uses.isEmpty())
            return;
        for (const QString &name : m_pipeline.noTexts)
            add(ReferenceRule::PropertyNoText,
                {{u"advancedProperties"_s, name}, m_pipeline.uses.constFirst().reference},
                LintWords::tr("The value of the property %1 is not text. Maia's Terraform "
                              "provider then cannot read any pipeline of the project.")
                    .arg(name),
                LintWords::tr("Enter the value as text."));
    }

    const ReferenceIndex &m_index;
    const PipelineReferences &m_pipeline;
    QList<ReferenceFinding> m_findings;
};

} // namespace

QString title(ReferenceRule rule)
{
    return QCoreApplication::translate("Sluice::ReferenceLint", namesOf(rule).title);
}

QString idOf(ReferenceRule rule)
{
    return QString::fromLatin1(namesOf(rule).id);
}

QList<ReferenceFinding> referenceFindings(const ReferenceIndex &index, const PipelineKey &key)
{
    const PipelineReferences *pipeline = index.pipeline(key);
    return pipeline ? Lint(index, *pipeline).findings() : QList<ReferenceFinding>();
}

} // namespace Sluice
