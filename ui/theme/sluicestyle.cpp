// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/sluicestyle.h"

#include "ui/theme/icons.h"
#include "ui/theme/rowhover.h"
#include "ui/theme/stylebars.h"
#include "ui/theme/stylebuttons.h"
#include "ui/theme/stylegeometry.h"
#include "ui/theme/styleinputs.h"
#include "ui/theme/styleparts.h"
#include "ui/theme/stylesizes.h"
#include "ui/theme/styleviews.h"
#include "ui/theme/tokens.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// The option as the type that Qt promises for the element, or nothing.
template <typename Option, typename Paint>
bool as(const QStyleOption *option, Paint &&paint)
{
    const auto *cast = qstyleoption_cast<const Option *>(option);
    if (cast != nullptr)
        paint(*cast);
    return cast != nullptr;
}

const char *arrowName(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowUp: return "chevron-up";
    case QStyle::PE_IndicatorArrowLeft: return "chevron-left";
    case QStyle::PE_IndicatorArrowRight: return "chevron-right";
    default: return "chevron-down";
    }
}

// Push buttons and tabs show the focus in their own frame; a table of rows in the row's.
void focusRect(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const QColor color = tokensFor(option->palette).focus;
    const auto *table = qobject_cast<const QTableView *>(widget);
    if (qobject_cast<const QPushButton *>(widget) != nullptr ||
        (table != nullptr && table->selectionBehavior() == QAbstractItemView::SelectRows))
        return;
    if (qobject_cast<const QAbstractItemView *>(widget) != nullptr)
        StyleParts::box(painter, option->rect, {}, color, 1, 0);
    else
        StyleParts::box(painter,
                        qobject_cast<const QToolButton *>(widget) ? widget->rect() : option->rect,
                        {}, color, 2, 4);
}

// Only the tab in front has the colour of text. Its shape shows that it has the focus.
QStyleOptionTab withQuietText(QStyleOptionTab tab)
{
    tab.state.setFlag(QStyle::State_HasFocus, false);
    if (!tab.state.testFlag(QStyle::State_Selected))
        tab.palette.setColor(QPalette::WindowText, tokensFor(tab.palette).textSecondary);
    return tab;
}

} // namespace

SluiceStyle::SluiceStyle()
    : QProxyStyle(u"Fusion"_s)
{}

void SluiceStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *label = qobject_cast<QLabel *>(widget)) {
        if (PlainTips::isTip(label))
            m_tips.watch(label);
        else if (label->textFormat() == Qt::AutoText)
            label->setTextFormat(Qt::PlainText);
    }
    if (auto *view = qobject_cast<QAbstractItemView *>(widget))
        RowHover::watch(view);
    if (auto *header = qobject_cast<QHeaderView *>(widget))
        header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    if (qobject_cast<QComboBox *>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover);
}

bool SluiceStyle::drawFrame(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        return as<QStyleOptionFrame>(option, [&](const QStyleOptionFrame &frame) {
            if (frame.lineWidth > 0)
                StyleParts::inputFrame(frame, painter, widget);
            else // the editor of a cell: the cell's own text must not show through
                painter->fillRect(frame.rect, frame.palette.color(QPalette::Base));
        });
    case PE_FrameLineEdit: StyleParts::inputFrame(*option, painter, widget); return true;
    case PE_Frame: StyleParts::scrollAreaFrame(*option, painter, widget); return true;
    case PE_FrameGroupBox: StyleParts::groupFrame(*option, painter, widget); return true;
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem: return true;
    case PE_PanelStatusBar: StyleParts::edgeLine(*option, Qt::TopEdge, painter); return true;
    case PE_FrameMenu:
    case PE_PanelMenu:
        StyleParts::box(painter, option->rect,
                        element == PE_PanelMenu ? option->palette.color(QPalette::Base) : QColor(),
                        tokensFor(option->palette).frame, 1, 0);
        return true;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, option->palette.color(QPalette::ToolTipBase));
        return true;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.color(QPalette::AlternateBase));
        return true;
    case PE_IndicatorDockWidgetResizeHandle:
    case PE_IndicatorToolBarSeparator: StyleParts::middleLine(*option, painter); return true;
    default: return false;
    }
}

bool SluiceStyle::drawIndicator(PrimitiveElement element, const QStyleOption *option,
                                QPainter *painter, const QWidget *widget) const
{
    const Tokens &tokens = tokensFor(option->palette);
    const bool enabled = option->state.testFlag(State_Enabled);
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: {
        QStyleOption box = *option;
        // In a view the row has the focus, not its box.
        box.state.setFlag(State_HasFocus, element == PE_IndicatorCheckBox &&
                                              option->state.testFlag(State_HasFocus));
        StyleParts::checkBox(box, painter);
        return true;
    }
    case PE_IndicatorRadioButton: StyleParts::radioButton(*option, painter); return true;
    case PE_IndicatorBranch: StyleParts::branch(*option, painter); return true;
    case PE_IndicatorHeaderArrow: return true; // part of the label
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight:
        paintIcon(painter, option->rect, arrowName(element),
                  enabled ? tokens.textSecondary : tokens.textDisabled);
        return true;
    case PE_IndicatorTabClose:
        paintIcon(painter, option->rect, "x",
                  option->state.testFlag(State_MouseOver) ? option->palette.color(QPalette::Text)
                                                          : tokens.textSecondary);
        return true;
    case PE_FrameFocusRect: focusRect(option, painter, widget); return true;
    default: return false;
    }
}

void SluiceStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                QPainter *painter, const QWidget *widget) const
{
    bool done = false;
    switch (element) {
    case PE_PanelButtonCommand:
        done = as<QStyleOptionButton>(option, [&](const QStyleOptionButton &button) {
            StyleParts::pushButton(button, painter, widget);
        });
        break;
    case PE_PanelButtonTool:
        StyleParts::toolButton(*option, painter);
        done = true;
        break;
    case PE_PanelItemViewRow:
        done = as<QStyleOptionViewItem>(option, [&](const QStyleOptionViewItem &item) {
            StyleParts::viewRow(item, painter, widget);
        });
        break;
    case PE_PanelItemViewItem:
        done = as<QStyleOptionViewItem>(option, [&](const QStyleOptionViewItem &item) {
            StyleParts::viewItem(item, painter, widget);
        });
        break;
    default:
        done = drawFrame(element, option, painter, widget) ||
               drawIndicator(element, option, painter, widget);
    }
    if (!done)
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

bool SluiceStyle::drawButton(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        return as<QStyleOptionButton>(option, [&](const QStyleOptionButton &button) {
            StyleParts::pushButton(button, painter, widget);
        });
    case CE_PushButtonLabel:
        return as<QStyleOptionButton>(option, [&](const QStyleOptionButton &button) {
            StyleParts::pushButtonLabel(button, painter, widget);
        });
    case CE_ToolButtonLabel: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        return button != nullptr && StyleParts::toolButtonLabel(*button, painter);
    }
    case CE_ProgressBarGroove: StyleParts::progressGroove(*option, painter); return true;
    case CE_ProgressBarContents:
        return as<QStyleOptionProgressBar>(option, [&](const QStyleOptionProgressBar &bar) {
            StyleParts::progressContents(bar, painter);
        });
    case CE_ProgressBarLabel: return true;
    default: return false;
    }
}

bool SluiceStyle::drawBar(ControlElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case CE_HeaderSection: StyleParts::headerSection(*option, painter); return true;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::AlternateBase));
        StyleParts::edgeLine(*option, Qt::BottomEdge, painter);
        return true;
    case CE_HeaderLabel:
        return as<QStyleOptionHeader>(option, [&](const QStyleOptionHeader &header) {
            StyleParts::headerLabel(header, painter);
        });
    case CE_TabBarTabShape:
        return as<QStyleOptionTab>(
            option, [&](const QStyleOptionTab &tab) { StyleParts::tab(tab, painter); });
    case CE_TabBarTabLabel:
        return as<QStyleOptionTab>(option, [&](const QStyleOptionTab &tab) {
            const QStyleOptionTab quiet = withQuietText(tab);
            QProxyStyle::drawControl(element, &quiet, painter, widget);
        });
    case CE_MenuBarEmptyArea:
    case CE_ToolBar:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        StyleParts::edgeLine(*option, Qt::BottomEdge, painter);
        return true;
    case CE_Splitter: StyleParts::middleLine(*option, painter); return true;
    default: return false;
    }
}

void SluiceStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    if (drawButton(element, option, painter, widget) || drawBar(element, option, painter, widget))
        return;
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (element == CE_MenuBarItem && item != nullptr) {
        StyleParts::menuBarItem(*item, painter);
    } else if (element == CE_MenuItem && item != nullptr) {
        // Fusion would put a frame round the selection. The text keeps its colour.
        QStyleOptionMenuItem quiet = *item;
        quiet.state.setFlag(State_Selected, false);
        if (item->state.testFlag(State_Selected) && item->state.testFlag(State_Enabled))
            painter->fillRect(item->rect, tokensFor(item->palette).selection);
        QProxyStyle::drawControl(element, &quiet, painter, widget);
    } else {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void SluiceStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                     QPainter *painter, const QWidget *widget) const
{
    bool done = false;
    if (control == CC_ComboBox) {
        done = as<QStyleOptionComboBox>(option, [&](const QStyleOptionComboBox &box) {
            StyleParts::comboBox(box, painter, widget);
        });
    } else if (control == CC_SpinBox) {
        done = as<QStyleOptionSpinBox>(option, [&](const QStyleOptionSpinBox &box) {
            StyleParts::spinBox(box, painter, widget);
        });
    } else if (control == CC_ScrollBar) {
        done = as<QStyleOptionSlider>(option, [&](const QStyleOptionSlider &bar) {
            StyleParts::scrollBar(bar, subControlRect(control, &bar, SC_ScrollBarSlider, widget),
                                  painter);
        });
    }
    if (!done)
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

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
    return StyleParts::contentsSize(type, option, size, fusion, widget);
}

int SluiceStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                             const QWidget *widget) const
{
    const std::optional<int> own = StyleParts::metric(metric, widget);
    return own ? *own : QProxyStyle::pixelMetric(metric, option, widget);
}

int SluiceStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup: return 0;
    case SH_ItemView_ShowDecorationSelected:
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
