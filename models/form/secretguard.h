// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

// Keeps real secrets out of definitions, which hold only the names of secrets.
namespace Sluice {

// True for a private key or a piece of it, a long random text, a JSON Web Token, JSON or a
// connection string that holds a password.
// A guess: it lets passwords pass that stand alone and are no longer than 64 characters, and
// refuses a longer name whose letters form no words in any part of it.
bool looksLikeSecret(const QString &text);

namespace SecretGuard {

// Why the text is not taken as part of a reference, and what to do with it; empty when it is
// fine. Never quotes the text. Translated.
QString refusal(const QString &text, const QString &provider = {});
// The same words, for a text that looks like a secret.
QString refusalWords(const QString &provider);
// How to store a secret with the provider ("AZURE_KEY_VAULT"; empty: any), as its own tool does it
// without a secret on a command line.
QString storingAdvice(const QString &provider);

} // namespace SecretGuard

} // namespace Sluice
