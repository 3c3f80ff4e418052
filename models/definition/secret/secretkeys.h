// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>
#include <QString>

// Which keys name a secret, in JSON, in properties and in connection strings. One rule for all.
namespace Sluice::SecretKeys {

// A regular expression for such a word at the end of a key, to be used without regard to case.
// Short words must stand alone: "compass" does not match.
QLatin1StringView pattern();

// True when the last part of the key names a secret: "password", "database.password",
// "ssl.key.password", "dbPass", "oauth_token_2". Not the parts of a reference ("secretName",
// "secretKey"), nor "password.file" or "passwordless".
bool namesSecret(const QString &key);

// True for a key that holds the secret itself in an object below such a key: "plain" in "password":
// {"plain": "x"}. Compares the whole word, without regard to case.
bool namesPlainValue(const QString &key);
QLatin1StringView plainValuePattern();

// True for a key where the fields of a definition have a reference to a secret ("password"), or a
// map of properties ("advancedProperties"). Looks at the last key, in any case, so that types that
// Sluice does not know are guarded too.
bool namesReference(const QString &key);
bool namesMap(const QString &key);

} // namespace Sluice::SecretKeys
