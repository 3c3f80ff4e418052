// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/secret/secretreference.h"

// What the public rules of the secrets managers say about names. The server decides, so these are
// only warnings. The form, re-pointing and the checks of what is on the server share this list.
namespace Sluice::SecretNames {

// Why the manager would not know a secret (or a vault) of this name; empty: nothing is wrong, or
// the provider is not known. Of any provider: a placeholder that nobody fills in ("${NAME}"), and
// an address where only a part of it is meant. Translated.
//  Azure Key Vault: 1 to 127 letters, digits and hyphens; vaults 3 to 24, from a letter on.
//  AWS Secrets Manager: 1 to 512 letters, digits and /_+=.@-; of a secret that a service manages,
//  the service and ! before it (rds!cluster-...).
//  Google Secret Manager: 1 to 255 letters, digits, hyphens and underscores.
QString nameWarning(const QString &provider, const QString &name);
QString locationWarning(const QString &provider, const QString &location);

// The first warning about any part of the reference.
QString warning(const SecretReference &reference);

} // namespace Sluice::SecretNames
