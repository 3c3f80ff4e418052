// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/credentialstore.h"

namespace QKeychain {
class Job;
}

namespace Sluice {

// Secrets in the system's keychain through QtKeychain, never with its insecure fallback. A keychain
// that does not answer within the time limit counts as failed: without a desktop it may wait for a
// prompt that nobody sees. A locked keychain can answer "not found".
class KeychainStore final : public CredentialStore
{
    Q_OBJECT

public:
    using CredentialStore::CredentialStore;

    void read(const QString &key, QObject *context, Done done) override;
    void write(const QString &key, const QString &secret, QObject *context, Done done) override;
    void remove(const QString &key, QObject *context, Done done) override;

private:
    void run(QKeychain::Job *job, const QString &key, QObject *context, Done done);
};

} // namespace Sluice
