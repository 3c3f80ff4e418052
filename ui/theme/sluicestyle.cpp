// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/sluicestyle.h"

#include "ui/theme/icons.h"
#include "ui/theme/rowhover.h"
#include "ui/theme/styleparts.h"
#include "ui/theme/tokens.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>
#include <QTableView>

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

// Fusion paints menus with the roles of a selection; ours is soft there.
template <typename Option>
Option withSoftSelection(Option option)
{
    const Tokens &tokens = tokensFor(option.palette);
    option.palette.setColor(QPalette::Highlight, tokens.selection);
    option.palette.setColor(QPalette::HighlightedText, option.palette.color(QPalette::Text));
    return option;
}

} // namespace

SluiceStyle::SluiceStyle()
    : QProxyStyle(u"Fusion"_s)
{}

void SluiceStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *table = qobject_cast<QTableView *>(widget))
        RowHover::watch(table);
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
        });
    case PE_FrameLineEdit: StyleParts::inputFrame(*option, painter, widget); return true;
    case PE_Frame: StyleParts::scrollAreaFrame(*option, painter, widget); return true;
    case PE_FrameGroupBox: StyleParts::groupFrame(*option, painter, widget); return true;
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget: return true;
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
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView *>(widget) == nullptr)
            StyleParts::box(painter, option->rect, {}, tokens.focus, 2, 4);
        else if (!option->state.testFlag(State_Selected))
            StyleParts::box(painter, option->rect, {}, tokens.focus, 1, 0);
        return true;
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

void SluiceStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    bool done = false;
    switch (element) {
    case CE_PushButtonBevel:
        done = as<QStyleOptionButton>(option, [&](const QStyleOptionButton &button) {
            StyleParts::pushButton(button, painter, widget);
        });
        break;
    case CE_PushButtonLabel:
        done = as<QStyleOptionButton>(option, [&](const QStyleOptionButton &button) {
            StyleParts::pushButtonLabel(button, painter, widget);
        });
        break;
    case CE_HeaderSection:
        StyleParts::headerSection(*option, painter);
        done = true;
        break;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::AlternateBase));
        StyleParts::edgeLine(*option, Qt::BottomEdge, painter);
        done = true;
        break;
    case CE_HeaderLabel:
        done = as<QStyleOptionHeader>(option, [&](const QStyleOptionHeader &header) {
            StyleParts::headerLabel(header, painter);
        });
        break;
    case CE_TabBarTabShape:
        done = as<QStyleOptionTab>(
            option, [&](const QStyleOptionTab &tab) { StyleParts::tab(tab, painter); });
        break;
    case CE_TabBarTabLabel:
        done = as<QStyleOptionTab>(option, [&](const QStyleOptionTab &tab) {
            QStyleOptionTab quiet = tab;
            quiet.state.setFlag(State_HasFocus, false); // the shape shows it
            if (!tab.state.testFlag(State_Selected))
                quiet.palette.setColor(QPalette::WindowText, tokensFor(tab.palette).textSecondary);
            QProxyStyle::drawControl(element, &quiet, painter, widget);
        });
        break;
    case CE_ProgressBarGroove:
        StyleParts::progressGroove(*option, painter);
        done = true;
        break;
    case CE_ProgressBarContents:
        done = as<QStyleOptionProgressBar>(option, [&](const QStyleOptionProgressBar &bar) {
            StyleParts::progressContents(bar, painter);
        });
        break;
    case CE_ProgressBarLabel: done = true; break;
    case CE_MenuBarItem:
        done = as<QStyleOptionMenuItem>(option, [&](const QStyleOptionMenuItem &item) {
            StyleParts::menuBarItem(item, painter);
        });
        break;
    case CE_MenuItem:
        done = as<QStyleOptionMenuItem>(option, [&](const QStyleOptionMenuItem &item) {
            const QStyleOptionMenuItem soft = withSoftSelection(item);
            QProxyStyle::drawControl(element, &soft, painter, widget);
        });
        break;
    case CE_MenuBarEmptyArea:
    case CE_ToolBar:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        StyleParts::edgeLine(*option, Qt::BottomEdge, painter);
        done = true;
        break;
    case CE_Splitter:
        StyleParts::middleLine(*option, painter);
        done = true;
        break;
    default: break;
    }
    if (!done)
        QProxyStyle::drawControl(element, option, painter, widget);
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

} // namespace Sluice
