// SPDX-License-Identifier: Apache-2.0
// The sizes and places of SluiceStyle.
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/sluicestyle.h"
#include "ui/theme/styleparts.h"
#include "ui/theme/tokens.h"

#include <QAbstractItemView>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTableView>
#include <QTextEdit>

#include <algorithm>
#include <array>
#include <utility>

namespace Sluice {

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
    const int wanted = StyleParts::has(widget, "small") ? Size::SmallControl : Size::Control;
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

QSize headerSize(const QStyleOption *option, const QSize &fusion)
{
    const int height = heightFor(Size::TableRow, option->fontMetrics);
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (header == nullptr)
        return {fusion.width(), height};
    const int mark = header->sortIndicator != QStyleOptionHeader::None ? 16 : 0;
    return {header->fontMetrics.horizontalAdvance(header->text) + 16 + mark, height};
}

} // namespace

QRect SluiceStyle::subElementRect(SubElement element, const QStyleOption *option,
                                  const QWidget *widget) const
{
    QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame != nullptr && frame->lineWidth > 0)
            rect = option->rect.adjusted(6, 1, -6, -1);
    } else if (element == SE_HeaderLabel) {
        rect = option->rect.adjusted(4, 0, -4, 0);
    } else if (element == SE_ProgressBarGroove || element == SE_ProgressBarContents) {
        rect = option->rect;
    }
    return rect;
}

QRect SluiceStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                  SubControl subControl, const QWidget *widget) const
{
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        bar != nullptr && control == CC_ScrollBar)
        return visualRect(bar->direction, bar->rect, StyleParts::scrollBarPart(*bar, subControl));
    if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        box != nullptr && control == CC_ComboBox && subControl != SC_ComboBoxListBoxPopup)
        return StyleParts::comboBoxPart(*box, subControl);
    if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        box != nullptr && control == CC_SpinBox)
        return StyleParts::spinBoxPart(*box, subControl);
    if (const auto *box = qstyleoption_cast<const QStyleOptionGroupBox *>(option);
        box != nullptr && control == CC_GroupBox)
        return StyleParts::groupBoxPart(*box, subControl);
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QSize SluiceStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                    const QSize &size, const QWidget *widget) const
{
    const QSize fusion = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
    case CT_ToolButton: return buttonSize(option, size, widget);
    case CT_LineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame != nullptr && frame->lineWidth > 0)
            return {size.width() + 12, controlHeight(option, widget)};
        return fusion;
    case CT_ComboBox: return {size.width() + 6 + 28 + 4, controlHeight(option, widget)};
    case CT_SpinBox: return {fusion.width(), controlHeight(option, widget)};
    case CT_HeaderSection: return headerSize(option, fusion);
    case CT_ItemViewItem:
        return fusion.expandedTo({0, heightFor(Size::TreeRow, option->fontMetrics)});
    case CT_TabBarTab: return {fusion.width(), qMax(34, option->fontMetrics.height() + 16)};
    case CT_MenuBarItem: return {size.width() + 18, heightFor(Size::Control, option->fontMetrics)};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item != nullptr && item->menuItemType != QStyleOptionMenuItem::Separator)
            return fusion.expandedTo({0, heightFor(26, option->fontMetrics)});
        return fusion;
    default: return fusion;
    }
}

int SluiceStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                             const QWidget *widget) const
{
    if (metric == PM_DefaultFrameWidth) {
        // A grid that is an input may have the frames of focus and of problems at once.
        if (StyleParts::has(widget, "input"))
            return 4;
        // Room for the 2 px frame of focus and of problems.
        const bool wide = qobject_cast<const QPlainTextEdit *>(widget) != nullptr ||
                          qobject_cast<const QTextEdit *>(widget) != nullptr ||
                          StyleParts::has(widget, "problem");
        return wide ? 2 : 1;
    }
    if (metric == PM_FocusFrameHMargin)
        return qobject_cast<const QTableView *>(widget) != nullptr ? 7 : 4;
    const auto own = std::find_if(metrics.begin(), metrics.end(),
                                  [metric](const Metric &row) { return row.first == metric; });
    return own != metrics.end() ? own->second : QProxyStyle::pixelMetric(metric, option, widget);
}

int SluiceStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText: return 0;
    case SH_ComboBox_Popup: return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_ScrollBar_MiddleClickAbsolutePosition: return 1;
    case SH_DialogButtonLayout: return QDialogButtonBox::GnomeLayout; // the verb on the right
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_TabBar_ElideMode: return Qt::ElideNone;
    case SH_TabBar_Alignment: return Qt::AlignLeft;
    case SH_Table_GridLineColor:
        if (option != nullptr)
            return static_cast<int>(tokensFor(option->palette).line.rgba());
        break;
    case SH_Widget_Animation_Duration:
        if (m_reducedMotion)
            return 0;
        break;
    default: break;
    }
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

QIcon SluiceStyle::standardIcon(StandardPixmap pixmap, const QStyleOption *option,
                                const QWidget *widget) const
{
    switch (pixmap) {
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton: return icon("x");
    case SP_MessageBoxCritical: return icon("circle-alert");
    case SP_MessageBoxWarning: return icon("triangle-alert");
    case SP_MessageBoxInformation: return icon("info");
    case SP_MessageBoxQuestion: return icon("circle-question-mark");
    case SP_ToolBarHorizontalExtensionButton: return icon("ellipsis");
    default: return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

} // namespace Sluice
