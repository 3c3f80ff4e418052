// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/events/timeline.h"

#include <QWidget>

namespace Sluice {

// A large timeline with its times below. The tool tip, and the arrow keys for those without a
// mouse, tell of each part: from, to and how long.
class TimelineBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineBar(QWidget *parent = nullptr);

    void setTimeline(const Timeline &timeline);

    QSize sizeHint() const override;

Q_SIGNALS:
    // The part that the keys point at, in words; empty: none.
    void partTold(const QString &words);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QRect bar() const;
    void paintTimes(QPainter *painter) const;
    void point(qsizetype part);
    void describe();

    Timeline m_timeline;
    qsizetype m_part = -1; // that the keys point at
};

} // namespace Sluice
