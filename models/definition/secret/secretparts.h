// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/secret/secretreference.h"

#include <QLatin1StringView>

#include <array>

namespace Sluice {

// The keys of a reference's parts in JSON.
namespace SecretPartKey {

inline constexpr QLatin1StringView provider("secretType");
inline constexpr QLatin1StringView location("secretLocation");
inline constexpr QLatin1StringView name("secretName");
inline constexpr QLatin1StringView key("secretKey");

} // namespace SecretPartKey

// A part of a reference.
struct SecretPartInfo {
    QLatin1StringView key;
    QString SecretReference::*member;
    const char *hint; // what to do when it is missing or wrong; context Secret, not translated yet
};

// In the order in which they are read and shown.
inline constexpr std::array secretParts{
    SecretPartInfo{SecretPartKey::provider, &SecretReference::provider,
                   QT_TRANSLATE_NOOP("Secret", "Choose where the secret is kept.")},
    SecretPartInfo{SecretPartKey::location, &SecretReference::location,
                   QT_TRANSLATE_NOOP("Secret", "Enter the vault or the place of the secret.")},
    SecretPartInfo{SecretPartKey::name, &SecretReference::name,
                   QT_TRANSLATE_NOOP("Secret", "Enter the name of the secret.")},
    SecretPartInfo{SecretPartKey::key, &SecretReference::key,
                   QT_TRANSLATE_NOOP("Secret", "Enter the key inside the secret.")},
};

} // namespace Sluice
