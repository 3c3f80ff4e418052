// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace Sluice {

class Account;
class Fleet;

// Waits until the definitions of all accounts are in the table and, with withStatuses, every
// pipeline was asked for its status. Pictures and measurements need this. Gives up when an account
// cannot be read, or after the limit. Emits one of its signals, once.
class Completion final : public QObject
{
    Q_OBJECT

public:
    Completion(Fleet *fleet, bool withStatuses, std::chrono::seconds limit,
               QObject *parent = nullptr);

Q_SIGNALS:
    void reached();
    void failed(const QString &reason); // a plain sentence

private:
    void look();
    bool isComplete() const;
    bool isComplete(const Account *account) const;
    QString obstacle() const; // why it cannot become complete; empty: it only needs time

    Fleet *m_fleet;
    const bool m_withStatuses;
    const std::chrono::seconds m_limit;
    const QDeadlineTimer m_deadline;
    bool m_isFlushed = false;
    QTimer m_timer;
};

} // namespace Sluice
