// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/sectiondelegate.h"

#include "models/form/sectionsmodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/counterpill.h"

#include <QLocale>
#include <QPainter>

namespace Sluice {

namespace {

constexpr int dot = 8;

} // namespace

void SectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    paintCell(painter, option, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto mirrored = [&option](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const Tokens &tokens = tokensFor(option.palette);
    QRect rest = option.rect.adjusted(Size::PageMargin, 0, -Size::PageMargin, 0);
    // The dot has its place in every row, so that pills stand below each other.
    const QRect mark(rest.right() - dot, rest.center().y() - dot / 2, dot, dot);
    if (index.data(SectionsModel::ChangedRole).toBool()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.focus);
        painter->drawEllipse(mirrored(mark));
    }
    rest.setRight(mark.left() - Size::Gap);
    const QVariant count = index.data(SectionsModel::CountRole);
    const int problems = index.data(SectionsModel::ProblemsRole).toInt();
    if (problems > 0) {
        paintCounter(painter, mirrored(rest), problems, Counter::Problems, option.palette,
                     option.direction);
        rest.setRight(rest.right() - counterSize(problems).width() - Size::Gap);
    }
    if (count.isValid()) {
        const QString text = QLocale().toString(count.toInt());
        painter->setFont(smallFont());
        painter->setPen(tokens.textSecondary);
        painter->drawText(mirrored(rest), Qt::AlignVCenter | Qt::AlignRight, text);
        rest.setRight(rest.right() - painter->fontMetrics().horizontalAdvance(text) - Size::Gap);
    }
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(
        mirrored(rest), Qt::AlignVCenter | Qt::AlignLeft,
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, rest.width()));
    painter->restore();
}

QSize SectionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {Size::FormLabel, heightFor(Size::TableRow, option.fontMetrics)};
}

} // namespace Sluice
