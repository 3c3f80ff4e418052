// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/pagelistdelegate.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/celllayout.h"
#include "ui/widgets/celltext.h"
#include "ui/widgets/counterpill.h"

#include <QPainter>

namespace Sluice {

namespace {

constexpr int side = 16;

QFont titleFontOf(const QStyleOptionViewItem &option)
{
    QFont font = option.font;
    if (option.state.testFlag(QStyle::State_Selected))
        font.setWeight(QFont::DemiBold);
    return font;
}

int rowHeight(const QStyleOptionViewItem &option)
{
    return qMax(Size::PageRow,
                option.fontMetrics.height() + QFontMetrics(smallFont()).height() + 12);
}

} // namespace

PageListDelegate::PageListDelegate(int stateRole, int choiceRole, int problemsRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_stateRole(stateRole)
    , m_choiceRole(choiceRole)
    , m_problemsRole(problemsRole)
{}

void PageListDelegate::paintState(QPainter *painter, const QRect &rect,
                                  const QStyleOptionViewItem &option, State state) const
{
    const Tokens &tokens = tokensFor(option.palette);
    switch (state) {
    case State::Waiting: break;
    case State::Open: paintIcon(painter, rect, "circle", tokens.textSecondary); break;
    case State::Done:
        paintIcon(painter, rect, "check", familyColors(Family::Good, option.palette).solid);
        break;
    case State::Doubt:
        paintIcon(painter, rect, "triangle-alert",
                  familyColors(Family::Warning, option.palette).solid);
        break;
    case State::Problem: paintIcon(painter, rect, "circle-alert", tokens.problem); break;
    }
}

void PageListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    paintCell(painter, option, index);
    paintCellFocus(painter, option);
    CellLayout layout(option, side, 12);
    paintState(painter, layout.takeStart(Size::SmallIcon, 10), option,
               index.data(m_stateRole).value<State>());
    const int problems = index.data(m_problemsRole).toInt();
    if (problems > 0)
        paintCounter(painter, layout.takeEnd(counterSize(problems).width()), problems,
                     Counter::Problems, option.palette);

    const QFont titleFont = titleFontOf(option);
    const int titleHeight = QFontMetrics(titleFont).height();
    const QString choice = index.data(m_choiceRole).toString();
    const int choiceHeight = choice.isEmpty() ? 0 : QFontMetrics(smallFont()).height();
    QRect line = layout.rest();
    line.moveTop(line.top() + (line.height() - titleHeight - choiceHeight) / 2);
    line.setHeight(titleHeight);
    painter->save();
    painter->setPen(option.palette.color(QPalette::Text));
    drawCellText(painter, line, index.data().toString(), titleFont, option.direction);
    line.moveTop(line.top() + titleHeight);
    line.setHeight(choiceHeight);
    painter->setPen(tokensFor(option.palette).textSecondary);
    drawCellText(painter, line, choice, smallFont(), option.direction);
    painter->restore();
}

QSize PageListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    const int title = QFontMetrics(bold).horizontalAdvance(index.data(Qt::DisplayRole).toString());
    return {side + Size::SmallIcon + 10 + title + Size::Gap + counterSize(9).width() + 12,
            rowHeight(option)};
}

} // namespace Sluice
