// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/timelinebar.h"

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/timelinepainter.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <array>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int barHeight = 30;
constexpr int focusRoom = 3; // around the bar
constexpr qint64 hour = 60LL * 60 * 1000;
constexpr qint64 day = 24 * hour;
constexpr int leastDistance = 96; // of two times, in pixels

// The distance of the times below the bar.
qint64 stepFor(qint64 length, int width)
{
    constexpr std::array steps{hour,      2 * hour, 3 * hour, 6 * hour,
                               12 * hour, day,      2 * day,  7 * day};
    for (const qint64 step : steps) {
        if (length / step * leastDistance <= width)
            return step;
    }
    return steps.back();
}

// Some days have 23 or 25 hours.
QDateTime nextMark(const QDateTime &mark, qint64 step)
{
    return step >= day ? mark.addDays(step / day) : mark.addMSecs(step);
}

// The first full hour or day at or after a time, in local time.
QDateTime firstMark(qint64 from, qint64 step)
{
    const QDateTime begin = QDateTime::fromMSecsSinceEpoch(from);
    QDateTime mark = begin.date().startOfDay();
    while (mark < begin)
        mark = nextMark(mark, step);
    return mark;
}

} // namespace

TimelineBar::TimelineBar(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Timeline"));
}

QSize TimelineBar::sizeHint() const
{
    return {320, barHeight + 2 * focusRoom + QFontMetrics(smallFont()).height() + 4};
}

QRect TimelineBar::bar() const
{
    return QRect(0, 0, width(), barHeight + 2 * focusRoom)
        .adjusted(focusRoom, focusRoom, -focusRoom, -focusRoom);
}

void TimelineBar::setTimeline(const Timeline &timeline)
{
    if (timeline.parts() == m_timeline.parts())
        return;
    const bool isPointing = timeline.parts().size() == m_timeline.parts().size() && m_part >= 0;
    m_timeline = timeline;
    point(isPointing ? m_part : -1);
}

bool TimelineBar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const TimelinePart *part =
        m_timeline.partAt(timelineTimeAt(bar(), help->pos().x(), m_timeline, layoutDirection()));
    QToolTip::showText(help->globalPos(), part ? Timeline::partText(*part) : QString(), this);
    return true;
}

void TimelineBar::keyPressEvent(QKeyEvent *event)
{
    const qsizetype last = m_timeline.parts().size() - 1;
    const int forward = layoutDirection() == Qt::LeftToRight ? Qt::Key_Right : Qt::Key_Left;
    const int back = forward == Qt::Key_Right ? Qt::Key_Left : Qt::Key_Right;
    if (event->key() == forward)
        point(qMin(m_part + 1, last));
    else if (event->key() == back)
        point(m_part < 0 ? last : qMax<qsizetype>(m_part - 1, 0));
    else if (event->key() == Qt::Key_Home)
        point(qMin<qsizetype>(0, last));
    else if (event->key() == Qt::Key_End)
        point(last);
    else
        QWidget::keyPressEvent(event);
}

void TimelineBar::focusOutEvent(QFocusEvent *event)
{
    point(-1);
    QWidget::focusOutEvent(event);
}

void TimelineBar::point(qsizetype part)
{
    m_part = part;
    const QString words = part >= 0 ? Timeline::partText(m_timeline.parts().at(part)) : QString();
    setAccessibleDescription(words.isEmpty() ? m_timeline.text() : words);
    Q_EMIT partTold(words);
    update();
}

void TimelineBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintTimeline(&painter, bar(), m_timeline, palette(), layoutDirection());
    paintTimes(&painter);
    if (!hasFocus())
        return;
    painter.setPen(QPen(tokensFor(palette()).focus, 2));
    painter.setBrush(Qt::NoBrush);
    QRect place = bar();
    if (m_part >= 0 && m_part < m_timeline.parts().size()) {
        const TimelinePart &part = m_timeline.parts().at(m_part);
        const qint64 from = m_timeline.parts().first().from;
        const qint64 length = qMax<qint64>(1, m_timeline.parts().last().to - from);
        const QRect there(place.left() + int((part.from - from) * place.width() / length),
                          place.top(), qMax(2, int(part.length() * place.width() / length)),
                          place.height());
        place = QStyle::visualRect(layoutDirection(), place, there);
    }
    painter.drawRect(place.adjusted(-2, -2, 1, 1));
}

void TimelineBar::paintTimes(QPainter *painter) const
{
    if (m_timeline.parts().isEmpty())
        return;
    const QRect place = bar();
    const qint64 from = m_timeline.parts().first().from;
    const qint64 to = m_timeline.parts().last().to;
    const qint64 length = qMax<qint64>(1, to - from);
    const qint64 step = stepFor(length, place.width());
    painter->setFont(smallFont());
    painter->setPen(tokensFor(palette()).textSecondary);
    const QFontMetrics metrics(smallFont());
    const int top = place.bottom() + focusRoom + 1;
    for (QDateTime mark = firstMark(from, step); mark.toMSecsSinceEpoch() <= to;
         mark = nextMark(mark, step)) {
        const int x =
            place.left() + int((mark.toMSecsSinceEpoch() - from) * place.width() / length);
        const bool isDay = mark.time().msecsSinceStartOfDay() == 0;
        const QString words =
            isDay ? QLocale().toString(mark, u"ddd d MMM"_s) : QLocale().toString(mark, u"HH:mm"_s);
        const int width = metrics.horizontalAdvance(words);
        if (x + width > place.right())
            break;
        const QRect text = QStyle::visualRect(layoutDirection(), place,
                                              QRect(x, top, width + 1, metrics.height()));
        const QRect tick =
            QStyle::visualRect(layoutDirection(), place, QRect(x, place.bottom() + 1, 1, 4));
        painter->fillRect(tick, tokensFor(palette()).field);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignTop, words);
    }
}

} // namespace Sluice
