// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/pipeline/secretreference.h"

// What the secrets managers' public rules say of names. The server decides, so these are warnings.
namespace Sluice::SecretNames {

// Why the manager would not know a secret (or a vault) of this name; empty: nothing is wrong, or
// the provider is not known. Translated.
//  Azure Key Vault: 1 to 127 letters, digits and hyphens; vaults 3 to 24, from a letter on.
//  AWS Secrets Manager: 1 to 512 letters, digits and /_+=.@-
//  Google Secret Manager: 1 to 255 letters, digits, hyphens and underscores.
QString nameWarning(const QString &provider, const QString &name);
QString locationWarning(const QString &provider, const QString &location);

// Both, and white space in the key; the first one.
QString warning(const SecretReference &reference);

} // namespace Sluice::SecretNames
