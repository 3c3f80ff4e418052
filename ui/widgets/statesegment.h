// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"

#include <QAbstractButton>
#include <QSet>

#include <optional>

namespace Sluice {

// One segment of the state strip: glyph, count and word of a group of states. Without badges it
// stands for all states.
class StateSegment : public QAbstractButton
{
    Q_OBJECT

public:
    // mark: the glyph to show; badges: the states of the group.
    StateSegment(const QString &word, std::optional<Badge> mark, const QSet<Badge> &badges,
                 QWidget *parent = nullptr);

    const QSet<Badge> &badges() const { return m_badges; }

    int count() const { return m_count; }

    void setCount(int count);

    // Puts the word below the count instead of beside it: narrower and higher.
    bool isCompact() const { return m_isCompact; }

    void setCompact(bool compact);
    // The width that the word beside the count needs.
    int wideWidth() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    // It was clicked. joins: with Ctrl, to be added to the choice.
    void chosen(bool joins);
    // An arrow key asks for the neighbour: -1 or 1.
    void stepped(int step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    void nextCheckState() override {} // the strip decides

    bool event(QEvent *event) override;

private:
    int fixedWidth() const;
    int wordWidth() const;
    void paintWord(QPainter &painter, const QRect &place) const;

    std::optional<Badge> m_mark;
    QSet<Badge> m_badges;
    int m_count = 0;
    bool m_joins = false;
    bool m_isCompact = false;
};

} // namespace Sluice
