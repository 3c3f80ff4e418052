// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/stylesizes.h"

#include "ui/theme/fonts.h"
#include "ui/theme/styleparts.h"

#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTableView>
#include <QTextEdit>

#include <algorithm>
#include <array>
#include <utility>

namespace Sluice::StyleParts {

namespace {

using Metric = std::pair<QStyle::PixelMetric, int>;
constexpr std::array metrics{
    Metric{QStyle::PM_SplitterWidth, 1},
    Metric{QStyle::PM_DockWidgetSeparatorExtent, 5},
    Metric{QStyle::PM_ScrollBarExtent, 12},
    Metric{QStyle::PM_ScrollBarSliderMin, 28},
    Metric{QStyle::PM_ScrollView_ScrollBarSpacing, 0},
    Metric{QStyle::PM_IndicatorWidth, 16},
    Metric{QStyle::PM_IndicatorHeight, 16},
    Metric{QStyle::PM_ExclusiveIndicatorWidth, 16},
    Metric{QStyle::PM_ExclusiveIndicatorHeight, 16},
    Metric{QStyle::PM_CheckBoxLabelSpacing, 6},
    Metric{QStyle::PM_RadioButtonLabelSpacing, 6},
    Metric{QStyle::PM_ButtonShiftHorizontal, 0},
    Metric{QStyle::PM_ButtonShiftVertical, 0},
    Metric{QStyle::PM_SmallIconSize, Size::Icon},
    Metric{QStyle::PM_ButtonIconSize, Size::Icon},
    Metric{QStyle::PM_ToolBarIconSize, Size::Icon},
    Metric{QStyle::PM_ListViewIconSize, Size::Icon},
    Metric{QStyle::PM_TabBarIconSize, Size::Icon},
    Metric{QStyle::PM_TreeViewIndentation, 16},
    Metric{QStyle::PM_HeaderMargin, 4},
    Metric{QStyle::PM_HeaderMarkSize, 14},
    Metric{QStyle::PM_TabBarTabHSpace, 24},
    Metric{QStyle::PM_TabBarTabVSpace, 8},
    Metric{QStyle::PM_TabBarTabShiftVertical, 0},
    Metric{QStyle::PM_TabBarTabShiftHorizontal, 0},
    Metric{QStyle::PM_TabBarTabOverlap, 0},
    Metric{QStyle::PM_TabBarBaseOverlap, 0},
    Metric{QStyle::PM_ToolBarFrameWidth, 0},
    Metric{QStyle::PM_ToolBarItemMargin, 8},
    Metric{QStyle::PM_ToolBarItemSpacing, 4},
    Metric{QStyle::PM_ToolBarSeparatorExtent, 9},
    Metric{QStyle::PM_MenuPanelWidth, 1},
    Metric{QStyle::PM_MenuVMargin, 4},
    Metric{QStyle::PM_MenuBarPanelWidth, 0},
    Metric{QStyle::PM_MenuBarVMargin, 0},
    Metric{QStyle::PM_MenuBarHMargin, 6},
    Metric{QStyle::PM_ToolTipLabelFrameWidth, 5},
    Metric{QStyle::PM_LayoutLeftMargin, Size::PageMargin},
    Metric{QStyle::PM_LayoutRightMargin, Size::PageMargin},
    Metric{QStyle::PM_LayoutTopMargin, Size::PageMargin},
    Metric{QStyle::PM_LayoutBottomMargin, Size::PageMargin},
    Metric{QStyle::PM_LayoutHorizontalSpacing, Size::Gap},
    Metric{QStyle::PM_LayoutVerticalSpacing, Size::Gap},
};

int controlHeight(const QStyleOption *option, const QWidget *widget)
{
    const int wanted = has(widget, "small") ? Size::SmallControl : Size::Control;
    return option != nullptr ? heightFor(wanted, option->fontMetrics) : wanted;
}

int pushButtonWidth(const QStyleOptionButton &button)
{
    const int text = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    const int icon = button.icon.isNull() ? 0 : button.iconSize.width();
    const int gap = icon > 0 && text > 0 ? Size::IconText : 0;
    const int menu =
        button.features.testFlag(QStyleOptionButton::HasMenu) ? Size::SmallIcon + 6 : 0;
    const int padding = text > 0 ? 12 : 6;
    return text + icon + gap + menu + 2 * padding;
}

int toolButtonWidth(const QStyleOptionToolButton &button, const QSize &contents)
{
    const bool popup = button.features.testFlag(QStyleOptionToolButton::HasMenu) &&
                       !button.features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
    const int arrow = popup ? 12 : 0;
    if (button.toolButtonStyle != Qt::ToolButtonTextBesideIcon || button.icon.isNull())
        return contents.width() + 8 + arrow;
    const int text = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    return 8 + button.iconSize.width() + Size::IconText + text + 10 + arrow;
}

QSize buttonSize(const QStyleOption *option, const QSize &contents, const QWidget *widget)
{
    const int height = qMax(controlHeight(option, widget), contents.height());
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
        return {pushButtonWidth(*button), height};
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
        return {qMax(toolButtonWidth(*button, contents), height), height};
    return {contents.width(), height};
}

QSize headerSize(const QStyleOption *option, const QSize &fusion, const QWidget *widget)
{
    const int height = heightFor(Size::TableRow, option->fontMetrics);
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (header == nullptr)
        return {fusion.width(), height};
    const int mark = header->sortIndicator != QStyleOptionHeader::None ? Size::SortMark : 0;
    // QHeaderView asks with bold metrics, and titles are not bold here.
    const QFontMetrics plain = widget != nullptr ? widget->fontMetrics() : header->fontMetrics;
    return {plain.horizontalAdvance(header->text) + 16 + mark, height};
}

} // namespace

std::optional<int> metric(QStyle::PixelMetric which, const QWidget *widget)
{
    if (which == QStyle::PM_DefaultFrameWidth) {
        // A grid that is an input may have both frames at once, of the focus and of a problem.
        if (has(widget, "input"))
            return 4;
        // Room for the 2 px frame of focus and of problems.
        const bool wide = qobject_cast<const QPlainTextEdit *>(widget) != nullptr ||
                          qobject_cast<const QTextEdit *>(widget) != nullptr ||
                          has(widget, "problem");
        return wide ? 2 : 1;
    }
    if (which == QStyle::PM_FocusFrameHMargin)
        return qobject_cast<const QTableView *>(widget) != nullptr ? 7 : 4;
    const auto own = std::find_if(metrics.begin(), metrics.end(),
                                  [which](const Metric &row) { return row.first == which; });
    return own != metrics.end() ? std::optional(own->second) : std::nullopt;
}

QSize contentsSize(QStyle::ContentsType type, const QStyleOption *option, const QSize &size,
                   const QSize &fusion, const QWidget *widget)
{
    switch (type) {
    case QStyle::CT_PushButton:
    case QStyle::CT_ToolButton: return buttonSize(option, size, widget);
    case QStyle::CT_LineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame != nullptr && frame->lineWidth > 0)
            return {size.width() + 12, controlHeight(option, widget)};
        return fusion;
    case QStyle::CT_ComboBox: return {size.width() + 6 + 28 + 4, controlHeight(option, widget)};
    case QStyle::CT_SpinBox: return {fusion.width(), controlHeight(option, widget)};
    case QStyle::CT_HeaderSection: return headerSize(option, fusion, widget);
    case QStyle::CT_ItemViewItem:
        return fusion.expandedTo({0, heightFor(Size::TreeRow, option->fontMetrics)});
    case QStyle::CT_TabBarTab: return {fusion.width(), qMax(34, option->fontMetrics.height() + 16)};
    case QStyle::CT_MenuBarItem:
        return {size.width() + 18, heightFor(Size::Control, option->fontMetrics)};
    case QStyle::CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item != nullptr && item->menuItemType != QStyleOptionMenuItem::Separator)
            return fusion.expandedTo({0, heightFor(26, option->fontMetrics)});
        return fusion;
    default: return fusion;
    }
}

} // namespace Sluice::StyleParts
