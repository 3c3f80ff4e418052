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

// How many pipelines are shown and selected; the account in view, its calls of the last minute
// against the limit that it is known to have, and when a state was last read successfully.
class FleetStatusBar final : public QStatusBar
{
    Q_OBJECT

public:
    explicit FleetStatusBar(Fleet *fleet, QWidget *parent = nullptr);

    // shown: what the filters leave of all.
    void setCounts(int shown, int all, int selected);
    // What is counted on a page that does not show pipelines, in words.
    void setCountText(const QString &text);
    // The account that the tree stands in; empty: the only one, or all together.
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
