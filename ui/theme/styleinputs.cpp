// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/styleinputs.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/styleparts.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOptionComplex>
#include <QTextEdit>

namespace Sluice::StyleParts {

namespace {

// Texts, also those that can only be read, and grids that are inputs: Tab stops there, and no row
// has to show the focus.
bool isInput(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) != nullptr ||
           qobject_cast<const QTextEdit *>(widget) != nullptr || has(widget, "input");
}

bool isReadOnly(const QWidget *widget)
{
    const auto *plain = qobject_cast<const QPlainTextEdit *>(widget);
    const auto *rich = qobject_cast<const QTextEdit *>(widget);
    return (plain != nullptr && plain->isReadOnly()) || (rich != nullptr && rich->isReadOnly());
}

void framed(const QStyleOption &option, QPainter *painter, const QWidget *widget,
            const QColor &fill, const QColor &quiet, qreal radius)
{
    const Tokens &tokens = tokensFor(option.palette);
    const bool problem = has(widget, "problem");
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool focus = enabled && option.state.testFlag(QStyle::State_HasFocus);
    if (problem) { // one frame at a time: with the focus it is twice as thick
        box(painter, option.rect, fill, tokens.problem, focus ? 4 : 2, radius);
    } else if (focus) {
        box(painter, option.rect, fill, tokens.focus, 2, radius);
    } else {
        box(painter, option.rect, fill, enabled ? quiet : tokens.frame, 1, radius);
    }
}

} // namespace

void inputFrame(const QStyleOption &option, QPainter *painter, const QWidget *widget)
{
    const QColor fill = option.state.testFlag(QStyle::State_ReadOnly)
                            ? option.palette.color(QPalette::AlternateBase)
                            : option.palette.color(QPalette::Base);
    framed(option, painter, widget, fill, tokensFor(option.palette).field, Size::Radius);
}

void scrollAreaFrame(const QStyleOption &option, QPainter *painter, const QWidget *widget)
{
    const Tokens &tokens = tokensFor(option.palette);
    if (isInput(widget)) {
        framed(option, painter, widget, option.palette.color(QPalette::Base),
               isReadOnly(widget) ? tokens.frame : tokens.field, Size::Radius);
        return;
    }
    // A view shows the focus in its rows. The radius is small because the square viewport covers
    // the corners.
    const bool problem = has(widget, "problem");
    box(painter, option.rect, {}, problem ? tokens.problem : tokens.frame, problem ? 2 : 1, 2);
}

void groupFrame(const QStyleOption &option, QPainter *painter, const QWidget *widget)
{
    const Tokens &tokens = tokensFor(option.palette);
    const bool problem = has(widget, "problem");
    box(painter, option.rect, {}, problem ? tokens.problem : tokens.frame, problem ? 2 : 1,
        Size::GroupRadius);
}

void comboBox(const QStyleOptionComboBox &option, QPainter *painter, const QWidget *widget)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const Tokens &tokens = tokensFor(option.palette);
    // A fill under the mouse would look like that of a disabled box.
    const bool over = enabled && option.state.testFlag(QStyle::State_MouseOver);
    const QColor fill = option.palette.color(option.editable ? QPalette::Base : QPalette::Button);
    if (option.frame)
        framed(option, painter, widget, fill, over ? tokens.textSecondary : tokens.field,
               Size::Radius);
    else // the editor of a cell: the cell's own text must not show through
        painter->fillRect(option.rect, option.palette.color(QPalette::Base));
    const QRect arrow(option.rect.right() - 23, option.rect.top(), Size::SmallIcon,
                      option.rect.height());
    paintIcon(painter, QStyle::visualRect(option.direction, option.rect, arrow), "chevron-down",
              over      ? option.palette.color(QPalette::ButtonText)
              : enabled ? tokens.textSecondary
                        : tokens.textDisabled);
}

void spinBox(const QStyleOptionSpinBox &option, QPainter *painter, const QWidget *widget)
{
    const Tokens &tokens = tokensFor(option.palette);
    if (option.frame)
        inputFrame(option, painter, widget);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const int half = option.rect.height() / 2;
    const QRect up(option.rect.right() - 20, option.rect.top() + 2, 12, half - 2);
    const QRect down(option.rect.right() - 20, option.rect.top() + half, 12, half - 2);
    const auto color = [&](QAbstractSpinBox::StepEnabledFlag step) {
        return option.stepEnabled.testFlag(step) ? tokens.textSecondary : tokens.textDisabled;
    };
    paintIcon(painter, QStyle::visualRect(option.direction, option.rect, up), "chevron-up",
              color(QAbstractSpinBox::StepUpEnabled));
    paintIcon(painter, QStyle::visualRect(option.direction, option.rect, down), "chevron-down",
              color(QAbstractSpinBox::StepDownEnabled));
}

} // namespace Sluice::StyleParts
