// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>
#include <QString>

// Which keys name a secret: of JSON, of properties and of connection strings. One rule for all.
namespace Sluice::SecretKeys {

// A regular expression for such a word where it ends a key, to be used without regard to case.
// Short words stand alone: "compass" is none.
QLatin1StringView pattern();

// True when the last part of the key names a secret: "password", "database.password",
// "ssl.key.password", "dbPass", "oauth_token_2". Not the parts of a reference ("secretName",
// "secretKey"), nor "password.file" or "passwordless".
bool namesSecret(const QString &key);

// True for the words that stand before a secret itself in an object below such a key: "plain" in
// "password": {"plain": "x"}. The pattern is of the whole word, without regard to case.
bool namesPlainValue(const QString &key);
QLatin1StringView plainValuePattern();

// True where the fields of a definition have a reference to a secret ("password"), or a map of
// properties ("advancedProperties"). By the last key and in any case, so that types that Sluice
// does not know are guarded as well.
bool namesReference(const QString &key);
bool namesMap(const QString &key);

} // namespace Sluice::SecretKeys
