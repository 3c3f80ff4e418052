// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

class QAction;

namespace Sluice {

// An entry above the tree: follows an action, and shows a number at its right when there is one.
class NavigationButton final : public QToolButton
{
    Q_OBJECT

public:
    // text: the entry's text, shorter than the action's. action: what a click does.
    NavigationButton(QAction *action, const QString &text, QWidget *parent = nullptr);

    int count() const { return m_count; }

    // Its number counts problems, not things.
    void setCountsProblems(bool countsProblems) { m_countsProblems = countsProblems; }

    // words: what the number counts, for screen readers.
    void setCount(int count, const QString &words);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();

    QAction *m_action;
    int m_count = 0;
    bool m_countsProblems = false;
};

} // namespace Sluice
