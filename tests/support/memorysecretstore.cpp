// SPDX-License-Identifier: Apache-2.0
#include "tests/support/memorysecretstore.h"

namespace Sluice::Test {

namespace {

void answerLater(QObject *context, CredentialStore::Done done,
                 const CredentialStore::Answer &answer)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done), answer] { done(answer); }, Qt::QueuedConnection);
}

} // namespace

void MemorySecretStore::setTrouble(Trouble trouble, const QString &error)
{
    m_trouble = trouble;
    m_error = error;
}

void MemorySecretStore::setSecret(const QString &key, const QString &secret)
{
    if (secret.isEmpty())
        m_secrets.remove(key);
    else
        m_secrets.insert(key, secret);
}

void MemorySecretStore::read(const QString &key, QObject *context, Done done)
{
    if (m_trouble != Trouble::None) {
        answerLater(context, std::move(done), {{}, m_error, false, m_trouble});
        return;
    }
    Answer answer;
    answer.found = m_secrets.contains(key);
    answer.secret = m_secrets.value(key);
    answerLater(context, std::move(done), answer);
}

void MemorySecretStore::write(const QString &key, const QString &secret, QObject *context,
                              Done done)
{
    if (m_trouble != Trouble::None) {
        answerLater(context, std::move(done), {{}, m_error, false, m_trouble});
        return;
    }
    m_secrets.insert(key, secret);
    answerLater(context, std::move(done), {});
}

void MemorySecretStore::remove(const QString &key, QObject *context, Done done)
{
    if (m_trouble != Trouble::None) {
        answerLater(context, std::move(done), {{}, m_error, false, m_trouble});
        return;
    }
    Answer answer;
    answer.found = m_secrets.remove(key);
    answerLater(context, std::move(done), answer);
}

} // namespace Sluice::Test
