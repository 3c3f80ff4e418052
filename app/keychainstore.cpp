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

// A desktop without the service has no code of its own: it is a fault of the bus.
bool isServiceMissing(const QString &error)
{
    return error.contains("org.freedesktop.secrets"_L1) || error.contains("D-Bus"_L1) ||
           error.contains("DBus"_L1) || error.contains("dbus"_L1);
}

// A keychain that is locked answers that access is denied.
CredentialStore::Trouble troubleOf(const QKeychain::Job &job)
{
    using Trouble = CredentialStore::Trouble;
    switch (job.error()) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound: return Trouble::None;
    case QKeychain::AccessDeniedByUser: return Trouble::Denied;
    case QKeychain::AccessDenied: return Trouble::Locked;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented: return Trouble::NoService;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError: break;
    }
    return isServiceMissing(job.errorString()) ? Trouble::NoService : Trouble::Other;
}

CredentialStore::Answer answerOf(QKeychain::Job *job)
{
    CredentialStore::Answer answer;
    if (job->error() == QKeychain::NoError) {
        answer.found = true;
        if (const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job))
            answer.secret = read->textData();
    } else if (job->error() != QKeychain::EntryNotFound) {
        answer.trouble = troubleOf(*job);
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
        finish({{},
                tr("The system's keychain did not answer in time."),
                false,
                CredentialStore::Trouble::Locked});
    });
    job->start();
}

} // namespace Sluice
