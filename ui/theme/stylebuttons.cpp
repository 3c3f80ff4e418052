// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/stylebuttons.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/styleparts.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QStyleOptionButton>
#include <QWidget>

namespace Sluice::StyleParts {

namespace {

bool isPrimary(const QStyleOptionButton &option, const QWidget *widget)
{
    const bool isDefault = option.features.testFlag(QStyleOptionButton::DefaultButton);
    return option.state.testFlag(QStyle::State_Enabled) &&
           (has(widget, "primary") || has(widget, "danger") ||
            (isDefault && !has(widget, "plain")));
}

QColor buttonFill(const QStyleOptionButton &option, const QWidget *widget, bool primary)
{
    const Tokens &tokens = tokensFor(option.palette);
    const bool down = option.state.testFlag(QStyle::State_Sunken);
    const bool over = option.state.testFlag(QStyle::State_MouseOver);
    if (primary) {
        const QColor fill = has(widget, "danger")
                                ? familyColors(Family::Unexpected, option.palette).bg
                                : tokens.accent;
        return down ? fill.darker(115) : over ? fill.lighter(108) : fill;
    }
    if (!option.state.testFlag(QStyle::State_Enabled))
        return option.palette.color(QPalette::Disabled, QPalette::Button);
    if (option.state.testFlag(QStyle::State_On))
        return familyColors(Family::Information, option.palette).bg;
    return down ? tokens.line : over ? tokens.hover : option.palette.color(QPalette::Button);
}

QColor checkFill(const QStyleOption &option, bool checked)
{
    const Tokens &tokens = tokensFor(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    if (checked)
        return enabled ? tokens.accent : tokens.textDisabled;
    if (!enabled)
        return option.palette.color(QPalette::Disabled, QPalette::Base);
    return option.state.testFlag(QStyle::State_MouseOver) ? tokens.hover
                                                          : option.palette.color(QPalette::Base);
}

QColor checkFrame(const QStyleOption &option, bool checked)
{
    const Tokens &tokens = tokensFor(option.palette);
    if (!option.state.testFlag(QStyle::State_Enabled))
        return checked ? tokens.textDisabled : tokens.frame;
    if (option.state.testFlag(QStyle::State_HasFocus))
        return tokens.focus;
    return checked ? tokens.accent : tokens.field;
}

QColor labelColor(const QStyleOptionButton &option, bool primary)
{
    if (primary)
        return Qt::white;
    if (option.state.testFlag(QStyle::State_On))
        return familyColors(Family::Information, option.palette).fg;
    return option.palette.color(QPalette::ButtonText);
}

QRect checkSquare(const QStyleOption &option)
{
    const int side = qMin(option.rect.width(), option.rect.height());
    return QStyle::alignedRect(option.direction, Qt::AlignCenter, {side, side}, option.rect);
}

} // namespace

void pushButton(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget)
{
    const Tokens &tokens = tokensFor(option.palette);
    const bool primary = isPrimary(option, widget);
    const bool checked = option.state.testFlag(QStyle::State_On);
    const bool idle = !option.state.testAnyFlags(QStyle::State_MouseOver | QStyle::State_Sunken |
                                                 QStyle::State_On);
    if (!option.features.testFlag(QStyleOptionButton::Flat) || primary || !idle) {
        const bool over = option.state.testFlag(QStyle::State_MouseOver);
        QColor frame = primary ? QColor() : over ? tokens.textSecondary : tokens.field;
        if (checked && !primary)
            frame = familyColors(Family::Information, option.palette).border;
        if (!option.state.testFlag(QStyle::State_Enabled))
            frame = tokens.line;
        box(painter, option.rect, buttonFill(option, widget, primary), frame, 1, Size::Radius);
    }
    if (!option.state.testFlag(QStyle::State_HasFocus))
        return;
    // Nobody would see the focus frame on the accent, so a line in the text's colour lies inside
    // it.
    box(painter, option.rect, {}, tokens.focus, 2, Size::Radius);
    if (primary)
        box(painter, option.rect.adjusted(2, 2, -2, -2), {}, Qt::white, 1, Size::Radius - 2);
}

void pushButtonLabel(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget)
{
    const bool primary = isPrimary(option, widget);
    const QColor color = labelColor(option, primary);
    QRect rect = option.rect;
    if (option.features.testFlag(QStyleOptionButton::HasMenu)) {
        QRect arrow(rect.right() - 20, rect.top(), Size::SmallIcon, rect.height());
        paintIcon(painter, QStyle::visualRect(option.direction, option.rect, arrow), "chevron-down",
                  tokensFor(option.palette).textSecondary);
        rect.setRight(arrow.left());
    }
    const int textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    const int iconWidth = option.icon.isNull() ? 0 : option.iconSize.width();
    const int gap = iconWidth > 0 && !option.text.isEmpty() ? Size::IconText : 0;
    int x = rect.left() + qMax(4, (rect.width() - iconWidth - gap - textWidth) / 2);
    if (iconWidth > 0) {
        const QRect place(x, rect.top() + (rect.height() - option.iconSize.height()) / 2, iconWidth,
                          option.iconSize.height());
        const QRect visual = QStyle::visualRect(option.direction, option.rect, place);
        if (primary)
            paintTinted(painter, visual, option.icon, color);
        else
            option.icon.paint(painter, visual, Qt::AlignCenter,
                              option.state.testFlag(QStyle::State_Enabled) ? QIcon::Normal
                                                                           : QIcon::Disabled);
        x += iconWidth + gap;
    }
    painter->save();
    painter->setPen(color);
    const QRect place(x, rect.top(), rect.right() - x + 1, rect.height());
    painter->drawText(QStyle::visualRect(option.direction, option.rect, place),
                      int(Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine) |
                          int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)),
                      option.text);
    painter->restore();
}

void toolButton(const QStyleOption &option, QPainter *painter)
{
    const Tokens &tokens = tokensFor(option.palette);
    QColor fill;
    if (option.state.testFlag(QStyle::State_Sunken))
        fill = tokens.line;
    else if (option.state.testFlag(QStyle::State_On))
        fill = tokens.selection;
    else if (option.state.testFlag(QStyle::State_MouseOver) &&
             option.state.testFlag(QStyle::State_Enabled))
        fill = tokens.hover;
    const bool framed = option.state.testFlag(QStyle::State_Raised) &&
                        !option.state.testFlag(QStyle::State_AutoRaise);
    if (framed && !fill.isValid())
        fill = option.palette.color(QPalette::Button);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    QColor frame;
    if (framed)
        frame = enabled ? tokens.field : tokens.line;
    else if (fill == tokens.hover)
        frame = tokens.frame;
    if (fill.isValid())
        box(painter, option.rect, fill, frame, 1, Size::Radius);
}

bool toolButtonLabel(const QStyleOptionToolButton &option, QPainter *painter)
{
    if (option.toolButtonStyle != Qt::ToolButtonTextBesideIcon || option.icon.isNull())
        return false;
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const QRect place(option.rect.left() + 7,
                      option.rect.top() + (option.rect.height() - option.iconSize.height()) / 2,
                      option.iconSize.width(), option.iconSize.height());
    option.icon.paint(painter, QStyle::visualRect(option.direction, option.rect, place),
                      Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    QRect text = option.rect;
    text.setLeft(place.right() + 1 + Size::IconText);
    painter->save();
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::ButtonText));
    painter->drawText(QStyle::visualRect(option.direction, option.rect, text),
                      int(Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine) |
                          int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)),
                      option.text);
    painter->restore();
    return true;
}

void checkBox(const QStyleOption &option, QPainter *painter)
{
    const bool checked = option.state.testAnyFlags(QStyle::State_On | QStyle::State_NoChange);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus) && !checked;
    const QRect rect = checkSquare(option);
    box(painter, rect, checkFill(option, checked), checkFrame(option, checked), focused ? 2 : 1, 3);
    if (!checked)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(rect.topLeft());
    painter->scale(rect.width() / 16.0, rect.height() / 16.0);
    painter->setPen(QPen(Qt::white, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (option.state.testFlag(QStyle::State_On))
        painter->drawPolyline(QPolygonF({{4, 8.2}, {7, 11}, {12, 5.2}}));
    else
        painter->drawLine(QPointF(4.5, 8), QPointF(11.5, 8));
    painter->restore();
}

void radioButton(const QStyleOption &option, QPainter *painter)
{
    const bool checked = option.state.testFlag(QStyle::State_On);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    const QRect rect = checkSquare(option);
    box(painter, rect, checkFill(option, false), checkFrame(option, checked), focused ? 2 : 1,
        rect.width() / 2.0);
    if (!checked)
        return;
    const int inset = rect.width() / 4;
    box(painter, rect.adjusted(inset, inset, -inset, -inset), checkFill(option, true), {}, 0,
        rect.width() / 4.0);
}

} // namespace Sluice::StyleParts
