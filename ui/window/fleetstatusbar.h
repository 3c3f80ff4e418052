// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QHash>
#include <QStatusBar>
#include <QTimer>

class QProgressBar;

namespace Sluice {

class Account;
class Fleet;
class TextLabel;

// How many pipelines are shown and selected. For the account in view: its calls in the last minute
// against its known limit, and the time of the last state that was read.
class FleetStatusBar final : public QStatusBar
{
    Q_OBJECT

public:
    explicit FleetStatusBar(Fleet *fleet, QWidget *parent = nullptr);

    // shown: those that pass the filters.
    void setCounts(int shown, int all, int selected);
    // The counts of a page that shows no pipelines, in words.
    void setCountText(const QString &text);
    // The account of the tree's current node; empty: the only account, or all together.
    void setAccount(const QString &id);

private:
    void follow(Account *account);
    void updateAccount();
    void updateBudget();
    QString budgetText(Account &account) const;
    void updateLast();

    Fleet *m_fleet;
    QString m_accountId;
    TextLabel *m_counts;
    TextLabel *m_account;
    TextLabel *m_budget;
    QProgressBar *m_meter;
    TextLabel *m_last;
    QHash<QString, QDateTime> m_answered; // the last good answer, by account
    QTimer m_clock;
};

} // namespace Sluice
