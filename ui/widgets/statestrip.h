// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QWidget>

namespace Sluice {

class StateSegment;

// The fleet's health in one line, and the filter by state: All, then a segment for each group of
// states with its count. The words go below the counts where there is no room beside them. A click
// chooses one segment, a second click or All chooses everything again, Ctrl joins several.
class StateStrip : public QWidget
{
    Q_OBJECT

public:
    explicit StateStrip(QWidget *parent = nullptr);

    // How many pipelines have each badge; a badge that is missing counts 0.
    void setCounts(const QHash<Badge, int> &counts);

    // The chosen states; empty: all.
    const QSet<Badge> &badges() const { return m_badges; }

    void setBadges(const QSet<Badge> &badges);

Q_SIGNALS:
    void badgesChanged(const QSet<Sluice::Badge> &badges);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addSegment(StateSegment *segment);
    void fitWords();
    void choose(const StateSegment *segment, bool joins);
    void step(const StateSegment *from, int step);

    QList<StateSegment *> m_segments; // the first stands for all
    QSet<Badge> m_badges;
};

} // namespace Sluice
