// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace Sluice {

// A page in the list beside a wizard: its state, its title, what was chosen there, and the number
// of its problems. The current row is bold.
class PageListDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // Waiting: the page is empty until something else is chosen; it has no mark. Doubt: it passes
    // the checks, and one of its fields warns all the same.
    enum class State { Waiting, Open, Done, Doubt, Problem };
    Q_ENUM(State)

    // The title is the display text. stateRole: State; choiceRole: QString; problemsRole: int.
    PageListDelegate(int stateRole, int choiceRole, int problemsRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintState(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                    State state) const;

    int m_stateRole;
    int m_choiceRole;
    int m_problemsRole;
};

} // namespace Sluice
