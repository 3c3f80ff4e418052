// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/timelinedelegate.h"

#include "models/store/timelines.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/timelinepainter.h"

#include <QHelpEvent>
#include <QToolTip>

namespace Sluice {

namespace {

constexpr int barHeight = 10;
constexpr int usualWidth = 150;

QRect barOf(const QRect &cell)
{
    QRect bar(0, 0, cell.width() - 2 * Size::Gap, barHeight);
    bar.moveCenter(cell.center());
    return bar;
}

} // namespace

TimelineDelegate::TimelineDelegate(const Timelines *timelines, int keyRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_timelines(timelines)
    , m_keyRole(keyRole)
{}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    paintCell(painter, cell, index);
    const Timeline timeline = m_timelines->timeline(index.data(m_keyRole).value<PipelineKey>());
    paintTimeline(painter, barOf(cell.rect), timeline, cell.palette, cell.direction);
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {usualWidth, QStyledItemDelegate::sizeHint(option, index).height()};
}

bool TimelineDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                 const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const auto key = index.data(m_keyRole).value<PipelineKey>();
    const Timeline timeline = m_timelines->timeline(key);
    const qint64 time =
        timelineTimeAt(barOf(option.rect), event->pos().x(), timeline, option.direction);
    QStringList lines;
    if (const TimelinePart *part = timeline.partAt(time))
        lines.append(Timeline::partText(*part));
    lines.append(m_timelines->text(key));
    QToolTip::showText(event->globalPos(), lines.join(u'\n'), view, option.rect);
    return true;
}

} // namespace Sluice
