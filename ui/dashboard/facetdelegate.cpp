// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/facetdelegate.h"

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/celllayout.h"
#include "ui/widgets/celltext.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

namespace Sluice {

namespace {

constexpr int tickBox = 16;

bool ticks(const QEvent &event)
{
    if (event.type() == QEvent::MouseButtonRelease)
        return static_cast<const QMouseEvent &>(event).button() == Qt::LeftButton;
    return event.type() == QEvent::KeyPress &&
           static_cast<const QKeyEvent &>(event).key() == Qt::Key_Space;
}

} // namespace

FacetDelegate::FacetDelegate(int countRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_countRole(countRole)
{}

QString FacetDelegate::countText(const QModelIndex &index) const
{
    return QLocale().toString(index.data(m_countRole).toInt());
}

void FacetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    paintCell(painter, option, index);
    CellLayout layout(option);
    QStyleOptionViewItem box = option;
    box.rect = layout.takeStart(tickBox);
    box.state.setFlag(QStyle::State_HasFocus, false);
    const bool ticked = index.data(Qt::CheckStateRole).toInt() == int(Qt::Checked);
    box.state |= ticked ? QStyle::State_On : QStyle::State_Off;
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    box.rect = QStyle::alignedRect(option.direction, Qt::AlignCenter, {tickBox, tickBox}, box.rect);
    style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, option.widget);

    const QString count = countText(index);
    const QRect end = layout.takeEnd(option.fontMetrics.horizontalAdvance(count) + 2);
    painter->save();
    painter->setPen(option.palette.color(QPalette::Text));
    drawCellText(painter, layout.rest(), index.data().toString(), option.font, option.direction);
    painter->setPen(tokensFor(option.palette).textSecondary);
    drawCellText(painter, end, count, option.font, option.direction);
    painter->restore();
}

QSize FacetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int text = option.fontMetrics.horizontalAdvance(index.data().toString());
    const int count = option.fontMetrics.horizontalAdvance(countText(index));
    return {4 * Size::Gap + tickBox + Size::IconText + text + count,
            heightFor(Size::TreeRow, option.fontMetrics)};
}

// The base class ticks only where the box is.
bool FacetDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                const QStyleOptionViewItem &, const QModelIndex &index)
{
    if (!ticks(*event))
        return false;
    const bool ticked = index.data(Qt::CheckStateRole).toInt() == int(Qt::Checked);
    return model->setData(index, int(ticked ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
}

} // namespace Sluice
