// SPDX-License-Identifier: Apache-2.0
#include "app/keychainstore.h"

#include <QPointer>
#include <QTimer>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// Long enough for a person to type the keychain's password.
constexpr int answerLimit = 60'000; // ms

constexpr auto service = "Sluice"_L1;

CredentialStore::Answer answerOf(QKeychain::Job *job)
{
    CredentialStore::Answer answer;
    if (job->error() == QKeychain::NoError) {
        answer.found = true;
        if (const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job))
            answer.secret = read->textData();
    } else if (job->error() != QKeychain::EntryNotFound) {
        answer.error =
            KeychainStore::tr("The system's keychain did not answer: %1").arg(job->errorString());
    }
    return answer;
}

} // namespace

void KeychainStore::read(const QString &key, QObject *context, Done done)
{
    run(new QKeychain::ReadPasswordJob(service, this), key, context, std::move(done));
}

void KeychainStore::write(const QString &key, const QString &secret, QObject *context, Done done)
{
    auto *job = new QKeychain::WritePasswordJob(service, this);
    job->setTextData(secret);
    run(job, key, context, std::move(done));
}

void KeychainStore::remove(const QString &key, QObject *context, Done done)
{
    run(new QKeychain::DeletePasswordJob(service, this), key, context, std::move(done));
}

void KeychainStore::run(QKeychain::Job *job, const QString &key, QObject *context, Done done)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(key);

    // The first of answer and time limit wins; the other finds the shared pointer empty.
    auto waiting = std::make_shared<Done>(std::move(done));
    const QPointer<QObject> alive(context);
    const auto finish = [waiting, alive](const Answer &answer) {
        const Done call = std::exchange(*waiting, {});
        if (call && alive)
            call(answer);
    };
    connect(job, &QKeychain::Job::finished, this,
            [finish](QKeychain::Job *finished) { finish(answerOf(finished)); });
    QTimer::singleShot(answerLimit, this, [finish] {
        finish({{}, tr("The system's keychain did not answer in time."), false});
    });
    job->start();
}

} // namespace Sluice
