// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/support/notice.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace Sluice {

class Account;
class Fleet;
struct ApiError;

// What is wrong with the accounts right now, one notice for each fault: a list could not be read,
// no pipeline of an account can be checked, or an account was told to wait. A failed check of one
// pipeline makes no notice; its row says so. This looks again once after a burst of changes. A
// notice disappears when its fault is gone.
class FleetHealth final : public QObject
{
    Q_OBJECT

public:
    explicit FleetHealth(Fleet *fleet, QObject *parent = nullptr);

    const QHash<QString, Notice> &notices() const { return m_notices; }

    // Why nothing can be sent to the account now, as a sentence. Empty: as far as is known, it can.
    QString obstacle(const QString &account) const;

Q_SIGNALS:
    void raised(const Sluice::Notice &notice); // new, or its words changed
    void cleared(const QString &key);

private:
    void follow(Account *account);
    void look();
    void lookAt(const Account &account, QHash<QString, Notice> &found) const;
    void lookAtWait(const Account &account, QHash<QString, Notice> &found);
    void lookAtChecks(const Account &account, QHash<QString, Notice> &found) const;

    Fleet *m_fleet;
    QHash<QString, Notice> m_notices;
    QTimer m_timer;
    QTimer m_waitOver;
};

} // namespace Sluice
