// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QWidget>

namespace Sluice {

// F6 goes round the panes of a window (toolbar, navigation, filters, table, details). In each pane
// it comes back to the widget that had the focus last.
class PaneRing final : public QObject
{
    Q_OBJECT

public:
    explicit PaneRing(QWidget *window);

    // panes: in reading order. Skips panes that are hidden or have nothing that takes the focus.
    // Gives the focus to the pane after (or before) the one that has it.
    void move(const QList<QWidget *> &panes, bool next);

private:
    QWidget *m_window;
    QHash<const QWidget *, QPointer<QWidget>> m_last;
};

} // namespace Sluice
