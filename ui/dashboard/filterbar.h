// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"

#include <QSet>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace Sluice {

class FilterEdit;

// The line above the table: the text filter, a chip for each other active filter (states that are
// chosen together have one), and the sort order in words.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    QString text() const;
    void clearText();
    void focusText();
    // The place chosen in the tree, in words; empty: no chip.
    void setScope(const QString &words);
    void setBadges(const QSet<Badge> &badges);
    // False shows the button that goes back to the default order.
    void setProblemsFirst(bool problemsFirst);
    // How many rows changed and wait for their places; 0: none.
    void setWaiting(int count);

Q_SIGNALS:
    void textChanged(const QString &text);
    void rowsRequested();  // Down: to the first row
    void firstRequested(); // Enter: open it
    void scopeRemoved();
    void badgesRemoved(const QSet<Sluice::Badge> &badges); // those of one chip
    void problemsFirstRequested();
    void sortAgainRequested();

private:
    void rebuildChips();

    FilterEdit *m_edit;
    QHBoxLayout *m_chips;
    QToolButton *m_again;
    QToolButton *m_order;
    QString m_scope;
    QSet<Badge> m_badges;
};

} // namespace Sluice
