// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/sectiondelegate.h"

#include "models/form/sectionsmodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/celllayout.h"
#include "ui/widgets/celltext.h"
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
    const Tokens &tokens = tokensFor(option.palette);
    CellLayout layout(option, Size::PageMargin, Size::PageMargin);
    // The dot has its place in every row, so that pills stand below each other.
    const QRect place = layout.takeEnd(dot);
    if (index.data(SectionsModel::ChangedRole).toBool()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.focus);
        painter->drawEllipse(place.left(), place.center().y() - dot / 2, dot, dot);
    }
    const QVariant count = index.data(SectionsModel::CountRole);
    const int problems = index.data(SectionsModel::ProblemsRole).toInt();
    if (problems > 0)
        paintCounter(painter, layout.takeEnd(counterSize(problems).width()), problems,
                     Counter::Problems, option.palette);
    if (count.isValid()) {
        const QString text = QLocale().toString(count.toInt());
        painter->setFont(smallFont());
        painter->setPen(tokens.textSecondary);
        painter->drawText(layout.takeEnd(painter->fontMetrics().horizontalAdvance(text)),
                          Qt::AlignCenter, text);
    }
    painter->setPen(option.palette.color(QPalette::Text));
    drawCellText(painter, layout.rest(), index.data().toString(), option.font, option.direction);
    painter->restore();
}

QSize SectionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {Size::FormLabel, heightFor(Size::TableRow, option.fontMetrics)};
}

} // namespace Sluice
