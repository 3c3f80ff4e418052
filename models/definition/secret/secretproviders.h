// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>
#include <QtGlobal>

#include <array>

class QString;

namespace Sluice {

// The ids of the secrets managers, as a definition has them.
namespace SecretProviderId {

inline constexpr QLatin1StringView aws("AWS_SECRETS_MANAGER");
inline constexpr QLatin1StringView azure("AZURE_KEY_VAULT");
inline constexpr QLatin1StringView google("GOOGLE_SECRET_MANAGER");

} // namespace SecretProviderId

// A secrets manager that the API knows. Texts are of the context SecretProvider, not translated
// yet.
struct SecretProvider {
    QLatin1StringView id;
    const char *name;
    QLatin1StringView cloud; // the cloud whose runners can read it, in lower case
    bool hasVaults;          // the location of a reference is the name of a vault
    int longestName;
    QLatin1StringView nameMarks; // characters that names may have beside letters and digits
    const char *storing;         // how to store a secret, as its own tool does it
};

// In the order in which they are offered.
inline constexpr std::array secretProviders{
    SecretProvider{
        .id = SecretProviderId::aws,
        .name = QT_TRANSLATE_NOOP("SecretProvider", "AWS Secrets Manager"),
        .cloud = QLatin1StringView("aws"),
        .hasVaults = false,
        .longestName = 512,
        .nameMarks = QLatin1StringView("/_+=.@-"),
        .storing = QT_TRANSLATE_NOOP(
            "SecretProvider",
            "Store it in AWS Secrets Manager, from a file so that no command shows it: "
            "aws secretsmanager create-secret --name NAME --secret-string file://FILE. "
            "Then enter NAME here."),
    },
    SecretProvider{
        .id = SecretProviderId::azure,
        .name = QT_TRANSLATE_NOOP("SecretProvider", "Azure Key Vault"),
        .cloud = QLatin1StringView("azure"),
        .hasVaults = true,
        .longestName = 127,
        .nameMarks = QLatin1StringView("-"),
        .storing = QT_TRANSLATE_NOOP(
            "SecretProvider",
            "Store it in your key vault, from a file so that no command shows it: az "
            "keyvault secret set --vault-name VAULT --name NAME --file FILE. Then "
            "enter VAULT and NAME here."),
    },
    SecretProvider{
        .id = SecretProviderId::google,
        .name = QT_TRANSLATE_NOOP("SecretProvider", "Google Secret Manager"),
        .cloud = QLatin1StringView("gcp"),
        .hasVaults = false,
        .longestName = 255,
        .nameMarks = QLatin1StringView("-_"),
        .storing = QT_TRANSLATE_NOOP(
            "SecretProvider",
            "Store it in Google Secret Manager, from a file so that no command shows "
            "it: gcloud secrets create NAME --data-file=FILE. Then enter NAME here."),
    },
};

// The one with this id, in upper case; null: none that Sluice knows.
const SecretProvider *findSecretProvider(const QString &id);

// True when the location of its references is the name of a vault.
bool hasVaults(const QString &provider);

} // namespace Sluice
