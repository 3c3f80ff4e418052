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

namespace Sluice {

namespace {

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

// No buttons at the ends: the groove is the bar, the slider's length its share of the document.
QRect scrollBarRect(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const bool vertical = bar.orientation == Qt::Vertical;
    const int length = vertical ? bar.rect.height() : bar.rect.width();
    const int range = bar.maximum - bar.minimum;
    int slider = length;
    if (range > 0) {
        const auto share = qint64(bar.pageStep) * length / (qint64(range) + bar.pageStep);
        slider = qBound(qMin(28, length), int(share), length);
    }
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      length - slider, bar.upsideDown);
    const auto piece = [&](int from, int size) {
        return vertical ? QRect(0, from, bar.rect.width(), size)
                        : QRect(from, 0, size, bar.rect.height());
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider: return piece(start, slider);
    case QStyle::SC_ScrollBarSubPage: return piece(0, start);
    case QStyle::SC_ScrollBarAddPage: return piece(start + slider, length - start - slider);
    case QStyle::SC_ScrollBarGroove: return piece(0, length);
    default: return {};
    }
}

QRect comboRect(const QStyleOptionComboBox &box, QStyle::SubControl part)
{
    const int arrow = 28;
    const QRect &rect = box.rect;
    QRect result = rect;
    if (part == QStyle::SC_ComboBoxArrow)
        result = QRect(rect.right() - arrow + 1, rect.top(), arrow, rect.height());
    else if (part == QStyle::SC_ComboBoxEditField)
        result = rect.adjusted(6, 2, -arrow, -2);
    return QStyle::visualRect(box.direction, rect, result);
}

QRect spinRect(const QStyleOptionSpinBox &box, QStyle::SubControl part)
{
    const int buttons = box.buttonSymbols == QAbstractSpinBox::NoButtons ? 2 : 24;
    const int half = box.rect.height() / 2;
    QRect result = box.rect;
    if (part == QStyle::SC_SpinBoxUp)
        result = QRect(box.rect.right() - buttons + 1, box.rect.top(), buttons, half);
    else if (part == QStyle::SC_SpinBoxDown)
        result = QRect(box.rect.right() - buttons + 1, box.rect.top() + half, buttons, half);
    else if (part == QStyle::SC_SpinBoxEditField)
        result = box.rect.adjusted(6, 2, -buttons, -2);
    return QStyle::visualRect(box.direction, box.rect, result);
}

// The title stands inside of the frame, above the contents.
QRect groupRect(const QStyleOptionGroupBox &box, QStyle::SubControl part)
{
    const bool titled =
        !box.text.isEmpty() || box.subControls.testFlag(QStyle::SC_GroupBoxCheckBox);
    const int side = 12;
    const int height = qMax(Size::Icon, box.fontMetrics.height());
    const int check =
        box.subControls.testFlag(QStyle::SC_GroupBoxCheckBox) ? Size::Icon + Size::IconText : 0;
    QRect result = box.rect;
    if (part == QStyle::SC_GroupBoxContents)
        result = box.rect.adjusted(1, titled ? height + Size::Gap : 1, -1, -1);
    else if (part == QStyle::SC_GroupBoxCheckBox)
        result = QRect(side, 10, Size::Icon, Size::Icon);
    else if (part == QStyle::SC_GroupBoxLabel)
        result = QRect(side + check, 10, box.rect.width() - 2 * side - check, height);
    return QStyle::visualRect(box.direction, box.rect, result);
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
        return visualRect(bar->direction, bar->rect, scrollBarRect(*bar, subControl));
    if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        box != nullptr && control == CC_ComboBox && subControl != SC_ComboBoxListBoxPopup)
        return comboRect(*box, subControl);
    if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        box != nullptr && control == CC_SpinBox)
        return spinRect(*box, subControl);
    if (const auto *box = qstyleoption_cast<const QStyleOptionGroupBox *>(option);
        box != nullptr && control == CC_GroupBox)
        return groupRect(*box, subControl);
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QSize SluiceStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                    const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            result.setWidth(pushButtonWidth(*button));
        result.setHeight(qMax(controlHeight(option, widget), size.height()));
        break;
    case CT_ToolButton:
        result = QSize(size.width() + 10, qMax(controlHeight(option, widget), size.height()));
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button != nullptr && (button->features & QStyleOptionToolButton::HasMenu))
            result.rwidth() += button->features & QStyleOptionToolButton::MenuButtonPopup ? 0 : 12;
        result.setWidth(qMax(result.width(), result.height()));
        break;
    case CT_LineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame != nullptr && frame->lineWidth > 0)
            result = QSize(size.width() + 12, controlHeight(option, widget));
        break;
    case CT_ComboBox:
        result = QSize(size.width() + 6 + 28 + 4, controlHeight(option, widget));
        break;
    case CT_SpinBox: result.setHeight(controlHeight(option, widget)); break;
    case CT_HeaderSection:
        result.setHeight(heightFor(Size::TableRow, option->fontMetrics));
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            result.setWidth(header->fontMetrics.horizontalAdvance(header->text) + 16 +
                            (header->sortIndicator != QStyleOptionHeader::None ? 16 : 0));
        break;
    case CT_ItemViewItem:
        result.setHeight(qMax(result.height(), heightFor(Size::TreeRow, option->fontMetrics)));
        break;
    case CT_TabBarTab: result.setHeight(qMax(34, option->fontMetrics.height() + 16)); break;
    case CT_MenuBarItem:
        result = QSize(size.width() + 18, heightFor(Size::Control, option->fontMetrics));
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item != nullptr && item->menuItemType != QStyleOptionMenuItem::Separator)
            result.setHeight(qMax(result.height(), heightFor(26, option->fontMetrics)));
        break;
    default: break;
    }
    return result;
}

int SluiceStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                             const QWidget *widget) const
{
    switch (metric) {
    case PM_SplitterWidth: return 1;
    case PM_DockWidgetSeparatorExtent: return 5;
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return 28;
    case PM_ScrollView_ScrollBarSpacing: return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 6;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize: return Size::Icon;
    case PM_DefaultFrameWidth:
        // Room for the 2 px frame of focus and of problems.
        return qobject_cast<const QPlainTextEdit *>(widget) != nullptr ||
                       qobject_cast<const QTextEdit *>(widget) != nullptr ||
                       StyleParts::has(widget, "problem")
                   ? 2
                   : 1;
    case PM_FocusFrameHMargin: return qobject_cast<const QTableView *>(widget) != nullptr ? 7 : 4;
    case PM_TreeViewIndentation: return 16;
    case PM_HeaderMargin: return 4;
    case PM_HeaderMarkSize: return 14;
    case PM_TabBarTabHSpace: return 24;
    case PM_TabBarTabVSpace: return 8;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap: return 0;
    case PM_ToolBarFrameWidth: return 0;
    case PM_ToolBarItemMargin: return 8;
    case PM_ToolBarItemSpacing: return 4;
    case PM_ToolBarSeparatorExtent: return 9;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuVMargin: return 4;
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin: return 0;
    case PM_MenuBarHMargin: return 6;
    case PM_ToolTipLabelFrameWidth: return 5;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return Size::PageMargin;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return Size::Gap;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
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
