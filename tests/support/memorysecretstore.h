// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/credentialstore.h"

#include <QHash>

namespace Sluice::Test {

// The keychain of the tests. Writes nothing to disk.
class MemorySecretStore final : public CredentialStore
{
    Q_OBJECT

public:
    using CredentialStore::CredentialStore;

    void read(const QString &key, QObject *context, Done done) override;
    void write(const QString &key, const QString &secret, QObject *context, Done done) override;
    void remove(const QString &key, QObject *context, Done done) override;

private:
    QHash<QString, QString> m_secrets;
};

} // namespace Sluice::Test
