// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/referenceindex.h"

#include <array>

namespace Sluice {

// What may be wrong with a pipeline's references to secrets. Sluice cannot read a vault, so these
// are guesses from the references alone. The last rule is about properties and is told at the
// pipeline's first reference.
enum class ReferenceRule {
    EmptyPart,
    WhiteSpace,
    ImpossibleName, // the secrets manager allows no such name
    MixedProviders,
    OtherCloud, // than the runner's
    PassphraseWithoutKey,
    SameNameInTwoVaults, // of one account
    DiffersByCase,       // from another reference of the account
    DiffersFromSiblings, // pipelines with the same source all use another reference
    SameSecretTwice,     // password and key, for example
    PropertyNoText,      // the vendor's Terraform provider cannot read an advanced property
};

inline constexpr std::array secretRules{
    ReferenceRule::EmptyPart,           ReferenceRule::WhiteSpace,
    ReferenceRule::ImpossibleName,      ReferenceRule::MixedProviders,
    ReferenceRule::OtherCloud,          ReferenceRule::PassphraseWithoutKey,
    ReferenceRule::SameNameInTwoVaults, ReferenceRule::DiffersByCase,
    ReferenceRule::DiffersFromSiblings, ReferenceRule::SameSecretTwice,
    ReferenceRule::PropertyNoText,
};

// A rule's name for people, translated, and its name for files: "mixed-providers".
QString title(ReferenceRule rule);
QString idOf(ReferenceRule rule);

struct ReferenceFinding {
    ReferenceRule rule = ReferenceRule::EmptyPart;
    PipelineKey pipeline;
    DefinitionPath path; // of the reference; of the first one when the rule is about several
    SecretReference reference;
    QString reason; // one sentence, translated
    QString advice; // what to do, one sentence, translated

    bool operator==(const ReferenceFinding &) const = default;
};

// All findings about one pipeline of the index, in the order of the rules. Empty when the index
// does not know the pipeline.
QList<ReferenceFinding> referenceFindings(const ReferenceIndex &index, const PipelineKey &key);

} // namespace Sluice
