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

    // From now on it answers nothing else; None: it works again.
    void setTrouble(Trouble trouble, const QString &error);

    QString secret(const QString &key) const { return m_secrets.value(key); }

    // Empty: there is none.
    void setSecret(const QString &key, const QString &secret);

    void read(const QString &key, QObject *context, Done done) override;
    void write(const QString &key, const QString &secret, QObject *context, Done done) override;
    void remove(const QString &key, QObject *context, Done done) override;

private:
    QHash<QString, QString> m_secrets;
    Trouble m_trouble = Trouble::None;
    QString m_error;
};

} // namespace Sluice::Test
