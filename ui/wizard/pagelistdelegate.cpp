// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/pagelistdelegate.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/counterpill.h"

#include <QPainter>
#include <QStyle>

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
    case State::Problem: paintIcon(painter, rect, "circle-alert", tokens.problem); break;
    }
}

void PageListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    paintCell(painter, option, index);
    paintCellFocus(painter, option);
    const auto mirrored = [&option](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    QRect rest = option.rect.adjusted(side, 0, -12, 0);
    const QRect mark(rest.left(), rest.top(), Size::SmallIcon, rest.height());
    paintState(painter, mirrored(mark), option, index.data(m_stateRole).value<State>());
    rest.setLeft(mark.right() + 11);
    const int problems = index.data(m_problemsRole).toInt();
    if (problems > 0) {
        paintCounter(painter, mirrored(rest), problems, Counter::Problems, option.palette,
                     option.direction);
        rest.setRight(rest.right() - counterSize(problems).width() - Size::Gap);
    }

    const QFontMetrics title(titleFontOf(option));
    const QFontMetrics choice(smallFont());
    const bool hasChoice = !index.data(m_choiceRole).toString().isEmpty();
    const int textHeight = title.height() + (hasChoice ? choice.height() : 0);
    const int top = rest.top() + (rest.height() - textHeight) / 2;
    const int alignment =
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignTop));
    painter->save();
    painter->setFont(titleFontOf(option));
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(
        mirrored({rest.left(), top, rest.width(), title.height()}), alignment,
        title.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, rest.width()));
    painter->setFont(smallFont());
    painter->setPen(tokensFor(option.palette).textSecondary);
    painter->drawText(
        mirrored({rest.left(), top + title.height(), rest.width(), choice.height()}), alignment,
        choice.elidedText(index.data(m_choiceRole).toString(), Qt::ElideRight, rest.width()));
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
