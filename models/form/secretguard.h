// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

// Keeps real secrets out of definitions, which hold only the names of secrets.
namespace Sluice {

// True for a private key, a long random text, JSON or "name=value" text that holds a password.
// A guess: it lets short passwords pass, and refuses no name that a secrets manager gives.
bool looksLikeSecret(const QString &text);

namespace SecretGuard {

// Why the text is not taken as part of a reference, and what to do; empty when it is fine.
QString refusal(const QString &text);

} // namespace SecretGuard

} // namespace Sluice
