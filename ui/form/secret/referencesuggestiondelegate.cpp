// SPDX-License-Identifier: Apache-2.0
#include "ui/form/secret/referencesuggestiondelegate.h"

#include "models/references/referencesuggestions.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QPainter>

namespace Sluice {

namespace {

constexpr int textMargin = 8;

QString countOf(const QModelIndex &index)
{
    return ReferenceSuggestionDelegate::tr("used by %1")
        .arg(index.data(ReferenceSuggestions::UserCountRole).toInt());
}

int countRoom(const QModelIndex &index)
{
    return QFontMetrics(smallFont()).horizontalAdvance(countOf(index)) + 2 * Size::PageMargin;
}

} // namespace

void ReferenceSuggestionDelegate::initStyleOption(QStyleOptionViewItem *option,
                                                  const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->font = fixedFont();
    option->fontMetrics = QFontMetrics(option->font);
    const int room = option->rect.width() - countRoom(index) - textMargin;
    if (room > 0)
        option->text = option->fontMetrics.elidedText(option->text, Qt::ElideLeft, room);
}

void ReferenceSuggestionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    painter->save();
    painter->setFont(smallFont());
    painter->setPen(tokensFor(option.palette).textSecondary);
    painter->drawText(option.rect.adjusted(0, 0, -Size::Gap, 0), Qt::AlignRight | Qt::AlignVCenter,
                      countOf(index));
    painter->restore();
}

QSize ReferenceSuggestionDelegate::sizeHint(const QStyleOptionViewItem &,
                                            const QModelIndex &index) const
{
    const QFontMetrics metrics(fixedFont());
    return {textMargin + metrics.horizontalAdvance(index.data().toString()) + countRoom(index),
            heightFor(Size::Control, metrics)};
}

} // namespace Sluice
