// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/secret/secretreference.h"

#include <QSet>

namespace Sluice {

class ReferenceIndex;

// References and what they become. One reference becomes `to` as it stands. Of several (of a whole
// vault, say) the parts that are empty in `to` stay as each has them; only the location goes when
// the provider changes, since its meaning is the provider's.
struct Repointing {
    QSet<SecretReference> from;
    SecretReference to;

    bool isOfMany() const { return from.size() > 1; }

    // What this one becomes; itself when it is not among `from`.
    SecretReference target(const SecretReference &reference) const;

    bool changes(const SecretReference &reference) const { return target(reference) != reference; }

    // Why there is nothing that could be done, one sentence with what to do; empty: there is.
    // Translated.
    QString obstacle() const;
    // What may be wrong with the references that would come out, a sentence each: nobody here can
    // ask a vault. known: the references in use. Translated.
    QStringList warnings(const ReferenceIndex &known) const;
};

// The definition's uses that would become another reference.
QList<SecretUse> usesToChange(const QJsonObject &definition, const Repointing &repointing);

// Everything that re-pointing `base` would change stands changed in what was read.
bool isRepointed(const QJsonObject &read, const QJsonObject &base, const Repointing &repointing);

// The definition with all of them changed, in one go: what comes out is not changed a second time.
// Every other key stays, and so do the parts that stay the same, as they were spelt.
QJsonObject repointed(const QJsonObject &definition, const Repointing &repointing);

} // namespace Sluice
