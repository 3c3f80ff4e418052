// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/statestrip.h"

#include "models/definition/badgegroups.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/statesegment.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

#include <numeric>

namespace Sluice {

StateStrip::StateStrip(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Filter by state"));

    addSegment(new StateSegment(tr("All"), {}, {}));
    const QList<BadgeGroup> groups = badgeGroups();
    for (const BadgeGroup &group : groups)
        addSegment(new StateSegment(group.word, group.mark, group.badges));
    setCounts({});
    setBadges({});
}

void StateStrip::addSegment(StateSegment *segment)
{
    auto *box = static_cast<QHBoxLayout *>(layout());
    box->addWidget(segment);
    if (!m_segments.isEmpty())
        segment->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_segments.append(segment);
    connect(segment, &StateSegment::chosen, this,
            [this, segment](bool joins) { choose(segment, joins); });
    connect(segment, &StateSegment::stepped, this, [this, segment](int by) { step(segment, by); });
}

void StateStrip::setCounts(const QHash<Badge, int> &counts)
{
    const auto sum = [&counts](int total, Badge badge) { return total + counts.value(badge); };
    for (StateSegment *segment : std::as_const(m_segments)) {
        const QSet<Badge> &badges = segment->badges();
        segment->setCount(badges.isEmpty()
                              ? std::accumulate(counts.cbegin(), counts.cend(), 0)
                              : std::accumulate(badges.cbegin(), badges.cend(), 0, sum));
    }
    // Only the start of a session has rows that were never checked.
    StateSegment *unchecked = m_segments.constLast();
    unchecked->setVisible(unchecked->count() > 0 || unchecked->isChecked());
    fitWords();
}

void StateStrip::setBadges(const QSet<Badge> &badges)
{
    const bool changed = badges != m_badges;
    m_badges = badges;
    for (StateSegment *segment : std::as_const(m_segments)) {
        segment->setChecked(segment->badges().isEmpty() ? badges.isEmpty()
                                                        : badges.contains(segment->badges()));
    }
    update();
    if (changed)
        Q_EMIT badgesChanged(badges);
}

void StateStrip::choose(const StateSegment *segment, bool joins)
{
    const QSet<Badge> &group = segment->badges();
    if (!joins || group.isEmpty())
        setBadges(group == m_badges ? QSet<Badge>() : group);
    else
        setBadges(m_badges.contains(group) ? m_badges - group : m_badges + group);
}

void StateStrip::step(const StateSegment *from, int step)
{
    qsizetype next = m_segments.indexOf(from) + step;
    while (next >= 0 && next < m_segments.size() && m_segments.at(next)->isHidden())
        next += step;
    if (next >= 0 && next < m_segments.size())
        m_segments.at(next)->setFocus(Qt::TabFocusReason);
}

void StateStrip::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens.frame);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Size::Radius,
                            Size::Radius);
    painter.setPen(Qt::NoPen);
    for (const StateSegment *segment : std::as_const(m_segments)) {
        if (segment != m_segments.constFirst() && !segment->isHidden())
            painter.fillRect(QRect(segment->x() - 1, 1, 1, height() - 2), tokens.line);
    }
}

void StateStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitWords();
    update();
}

void StateStrip::fitWords()
{
    int wanted = 2;
    for (const StateSegment *segment : std::as_const(m_segments))
        wanted += segment->isHidden() ? 0 : segment->wideWidth() + 1;
    for (StateSegment *segment : std::as_const(m_segments))
        segment->setCompact(wanted > width());
}

} // namespace Sluice
