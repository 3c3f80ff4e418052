// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/stylebars.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/styleparts.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QStyleOptionMenuItem>
#include <QStyleOptionProgressBar>
#include <QStyleOptionSlider>
#include <QStyleOptionTab>
#include <QTabBar>

#include <algorithm>

namespace Sluice::StyleParts {

void tab(const QStyleOptionTab &option, QPainter *painter)
{
    const Tokens &tokens = tokensFor(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    if (enabled && !selected && option.state.testFlag(QStyle::State_MouseOver))
        box(painter, option.rect.adjusted(2, 4, -2, -4), tokens.hover, {}, 0, Size::Radius);
    if (option.state.testFlag(QStyle::State_HasFocus))
        box(painter, option.rect.adjusted(2, 4, -2, -4), {}, tokens.focus, 2, Size::Radius);
    if (!selected)
        return;
    QRect line = option.rect;
    const bool vertical =
        option.shape == QTabBar::RoundedWest || option.shape == QTabBar::RoundedEast;
    if (vertical)
        line.setWidth(2);
    else if (option.shape == QTabBar::RoundedSouth)
        line.setBottom(line.top() + 1);
    else
        line.setTop(line.bottom() - 1);
    painter->fillRect(line, enabled ? tokens.focus : tokens.frame);
}

void scrollBar(const QStyleOptionSlider &option, const QRect &slider, QPainter *painter)
{
    const Tokens &tokens = tokensFor(option.palette);
    painter->fillRect(option.rect, option.palette.color(QPalette::AlternateBase));
    if (option.maximum <= option.minimum)
        return;
    const bool active = option.state.testAnyFlags(QStyle::State_MouseOver | QStyle::State_Sunken);
    const QRect handle = option.orientation == Qt::Vertical ? slider.adjusted(3, 2, -3, -2)
                                                            : slider.adjusted(2, 3, -2, -3);
    box(painter, handle, active ? tokens.textSecondary : tokens.field, {}, 0,
        std::min(handle.width(), handle.height()) / 2.0);
}

void progressGroove(const QStyleOption &option, QPainter *painter)
{
    const QRect bar = QStyle::alignedRect(Qt::LeftToRight, Qt::AlignVCenter,
                                          {option.rect.width(), 6}, option.rect);
    box(painter, bar, tokensFor(option.palette).line, {}, 0, 3);
}

void progressContents(const QStyleOptionProgressBar &option, QPainter *painter)
{
    const int span = option.maximum - option.minimum;
    QRect bar = QStyle::alignedRect(Qt::LeftToRight, Qt::AlignVCenter, {option.rect.width(), 6},
                                    option.rect);
    const qreal part = span > 0 ? qreal(option.progress - option.minimum) / span : 1;
    bar.setWidth(qRound(bar.width() * std::clamp(part, 0.0, 1.0)));
    if (bar.width() > 0)
        box(painter, QStyle::visualRect(option.direction, option.rect, bar),
            tokensFor(option.palette).accent, {}, 0, 3);
}

void menuBarItem(const QStyleOptionMenuItem &option, QPainter *painter)
{
    const Tokens &tokens = tokensFor(option.palette);
    painter->fillRect(option.rect, option.palette.color(QPalette::Window));
    edgeLine(option, Qt::BottomEdge, painter); // the bar's own, which goes on below its menus
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    if (enabled && option.state.testFlag(QStyle::State_Selected))
        box(painter, option.rect.adjusted(0, 2, 0, -3), tokens.line, {}, 0, Size::Radius);
    painter->save();
    painter->setPen(enabled ? option.palette.color(QPalette::WindowText) : tokens.textDisabled);
    painter->drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                      option.text);
    painter->restore();
}

void edgeLine(const QStyleOption &option, Qt::Edge edge, QPainter *painter)
{
    QRect line = option.rect;
    switch (edge) {
    case Qt::TopEdge: line.setHeight(1); break;
    case Qt::BottomEdge: line.setTop(line.bottom()); break;
    case Qt::LeftEdge: line.setWidth(1); break;
    case Qt::RightEdge: line.setLeft(line.right()); break;
    }
    painter->fillRect(line, tokensFor(option.palette).line);
}

void middleLine(const QStyleOption &option, QPainter *painter)
{
    const QRect &rect = option.rect;
    const QRect line = rect.width() < rect.height()
                           ? QRect(rect.center().x(), rect.top(), 1, rect.height())
                           : QRect(rect.left(), rect.center().y(), rect.width(), 1);
    painter->fillRect(line, tokensFor(option.palette).line);
}

} // namespace Sluice::StyleParts
