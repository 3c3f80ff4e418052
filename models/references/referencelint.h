// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/referenceindex.h"

#include <array>

namespace Sluice {

// What may be wrong with a pipeline's references to secrets. Nobody here can read a vault: these
// are guesses from the references alone. The last one is about properties, and goes with the
// pipeline's first reference.
enum class ReferenceRule {
    EmptyPart,
    WhiteSpace,
    ImpossibleName, // no secrets manager can have it
    MixedProviders,
    OtherCloud, // than the runner's
    PassphraseWithoutKey,
    SameNameInTwoVaults, // of one account
    DiffersByCase,       // from another reference of the account
    DiffersFromSiblings, // pipelines with the same source, who agree on another reference
    SameSecretTwice,     // password and key, for example
    PropertyNoText,      // an advanced property that the vendor's Terraform provider cannot read
};

inline constexpr std::array secretRules{
    ReferenceRule::EmptyPart,           ReferenceRule::WhiteSpace,
    ReferenceRule::ImpossibleName,      ReferenceRule::MixedProviders,
    ReferenceRule::OtherCloud,          ReferenceRule::PassphraseWithoutKey,
    ReferenceRule::SameNameInTwoVaults, ReferenceRule::DiffersByCase,
    ReferenceRule::DiffersFromSiblings, ReferenceRule::SameSecretTwice,
    ReferenceRule::PropertyNoText,
};

// A rule's name for people, translated, and for files: "mixed-providers".
QString title(ReferenceRule rule);
QString idOf(ReferenceRule rule);

// "Azure", of a runner's cloud as the API names it; the word itself when it is unknown.
QString cloudName(const QString &cloud);

struct ReferenceFinding {
    ReferenceRule rule = ReferenceRule::EmptyPart;
    PipelineKey pipeline;
    DefinitionPath path; // of the reference it is about; the first one's, of a rule about several
    SecretReference reference;
    QString reason; // one sentence, translated
    QString advice; // what to do, one sentence, translated

    bool operator==(const ReferenceFinding &) const = default;
};

// All findings about one pipeline of the index, by rule; empty when it is not known there.
QList<ReferenceFinding> referenceFindings(const ReferenceIndex &index, const PipelineKey &key);

} // namespace Sluice
