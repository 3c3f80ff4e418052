// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/profile.h"

#include <QList>
#include <QObject>

#include <functional>

class QWidget;

namespace Sluice {

class Account;
class BannerArea;
class Fleet;
class LocalStore;
class PageStack;
class StartPage;

// The parts that accounts need to come and go. All of them outlive the flow.
struct AccountFlowParts {
    Fleet *fleet = nullptr;
    LocalStore *store = nullptr; // null: nothing is kept of an account
    PageStack *pages = nullptr;
    StartPage *start = nullptr; // one of the pages
    BannerArea *banners = nullptr;
};

// Brings accounts into the window and out of it. Waits for their secrets, asks for missing ones,
// and asks before it disconnects or forgets an account.
class AccountFlow final : public QObject
{
    Q_OBJECT

public:
    // Questions appear over the window.
    AccountFlow(const AccountFlowParts &parts, QWidget *window);

    // The slots of the window (see there).
    void askForSecret(const Profile &profile, const QString &reason);
    void showSecretNotKept(const Profile &profile, const QString &reason);
    void waitForSecrets(const QList<Profile> &profiles);

    // Opens the start page to add an account, or to enter a missing secret.
    void openStartPage();
    // account: the one to disconnect. The account that the start page asks for goes first.
    void askToDisconnect(const QString &account);
    // The account whose secret the start page asks for; null: none.
    const Profile *missing() const;

Q_SIGNALS:
    void disconnectRequested(const QString &account);
    // Asks, then removes everything about it from this computer.
    void forgotten(const QString &account);
    // Known accounts whose secrets the keychain has not given yet.
    void waitingChanged(const QList<Sluice::Profile> &profiles);
    // An account has come, and no other one is missing.
    void allArrived();
    // missing() may have changed.
    void missingChanged();

private:
    void stopWaiting(const QString &account);
    void showWaiting();
    void arrived(const Account *account);
    void startOver();
    void disconnectAccount(const Profile &profile);
    void forgetMissing(const Profile &profile);
    void forget(const Profile &profile);
    void withRecords(const Profile &profile, const std::function<void(const QString &)> &told);
    void ask(const QString &question, const QString &detail, const QString &verb,
             const std::function<void()> &accepted);

    AccountFlowParts m_parts;
    QWidget *m_window;
    QList<Profile> m_missing; // known accounts whose secret must be entered again
    QList<Profile> m_waiting;
};

} // namespace Sluice
