// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/secret/secretreference.h"

#include <QSet>

namespace Sluice {

class ReferenceIndex;

// References and what they become. A single reference becomes `to` as it stands. Several references
// (of a whole vault, for example) keep those parts that are empty in `to`. They lose the location
// when the provider changes, because a location means something else to each provider.
struct Repointing {
    QSet<SecretReference> from;
    SecretReference to;

    bool isOfMany() const { return from.size() > 1; }

    // What this reference becomes; it stays as it is when it is not among `from`.
    SecretReference target(const SecretReference &reference) const;

    bool changes(const SecretReference &reference) const { return target(reference) != reference; }

    // Why nothing can be re-pointed and what to do, in one translated sentence. Empty: it can.
    QString obstacle() const;
    // What may be wrong with the new references, a translated sentence each. Sluice cannot ask a
    // vault. known: the references in use.
    QStringList warnings(const ReferenceIndex &known) const;
};

// The uses in the definition that would change.
QList<SecretUse> usesToChange(const QJsonObject &definition, const Repointing &repointing);

// True when what was read has all the changes that re-pointing `base` would make.
bool isRepointed(const QJsonObject &read, const QJsonObject &base, const Repointing &repointing);

// The definition with all references changed at once: a new reference is not changed a second time.
// All other keys stay, and unchanged parts keep their spelling.
QJsonObject repointed(const QJsonObject &definition, const Repointing &repointing);

} // namespace Sluice
