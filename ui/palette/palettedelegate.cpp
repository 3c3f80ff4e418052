// SPDX-License-Identifier: Apache-2.0
#include "ui/palette/palettedelegate.h"

#include "models/definition/pipelinestate.h"
#include "models/palette/palettemodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/badgeglyph.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/celllayout.h"
#include "ui/widgets/celltext.h"

#include <QPainter>
#include <QTextLayout>

namespace Sluice {

namespace {

constexpr int rowHeight = 30;
constexpr int headHeight = 26;
constexpr int side = 14;
constexpr int glyphSize = 12;
constexpr int chipPadding = 5;
constexpr qreal mostOfText = 0.7; // of the width; the place beside it gets the rest

// A line with its found letters in the colour of links and demi-bold. Returns its width.
int drawFound(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
              const QColor &color, const QColor &foundColor, const QList<int> &places,
              Qt::LayoutDirection direction)
{
    QFont strong = font;
    strong.setWeight(QFont::DemiBold);
    // Demi-bold letters are wider: what is cut leaves room for them.
    const QString shown = QFontMetrics(places.isEmpty() ? font : strong)
                              .elidedText(text, Qt::ElideRight, rect.width());
    QTextLayout layout(shown, font);
    QTextOption option;
    option.setTextDirection(direction);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    for (const int place : places) {
        if (place >= shown.size())
            break;
        QTextLayout::FormatRange range;
        range.start = place;
        range.length = 1;
        range.format.setForeground(foundColor);
        range.format.setFontWeight(QFont::DemiBold);
        formats += range;
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    painter->setPen(color);
    layout.draw(painter, {qreal(rect.x()), rect.y() + (rect.height() - line.height()) / 2});
    return qCeil(line.naturalTextWidth());
}

// A word in a frame.
void drawChip(QPainter *painter, CellLayout &layout, const QString &text,
              const QStyleOptionViewItem &option)
{
    const QFont font = smallFont();
    const QFontMetrics metrics(font);
    const QRect place = layout.takeEnd(wholeWidth(metrics, text) + 2 * chipPadding);
    const int height = metrics.height() + 2;
    const int above = (place.height() - height) / 2; // whole pixels, so that the line is sharp
    const QRectF frame(place.x() + 0.5, place.y() + above + 0.5, place.width() - 1, height - 1);
    const Tokens &tokens = tokensFor(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(tokens.frame);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(frame, 3, 3);
    painter->restore();
    painter->setPen(tokens.textSecondary);
    drawCellText(painter, place.adjusted(chipPadding, 0, -chipPadding + 1, 0), text, font,
                 option.direction);
}

void drawReason(QPainter *painter, CellLayout &layout, const QString &reason,
                const QStyleOptionViewItem &option)
{
    const QFont font = smallFont();
    const QColor color = tokensFor(option.palette).textSecondary;
    const int most = option.rect.width() / 2;
    const QRect place = layout.takeEnd(qMin(most, wholeWidth(QFontMetrics(font), reason)));
    painter->setPen(color);
    drawCellText(painter, place, reason, font, option.direction);
    paintIcon(painter, layout.takeEnd(Size::SmallIcon), "lock-keyhole", color);
}

void drawMark(QPainter *painter, const QRect &rect, const QModelIndex &index, const QColor &color,
              const QPalette &palette)
{
    const QVariant badge = index.data(PaletteModel::BadgeRole);
    if (badge.isValid()) {
        const auto shown = static_cast<Badge>(badge.toInt());
        QRect glyph(0, 0, glyphSize, glyphSize);
        glyph.moveCenter(rect.center());
        paintBadgeGlyph(painter, glyph, shown, familyColors(familyOf(shown), palette).solid);
        return;
    }
    const QString name = index.data(PaletteModel::IconRole).toString();
    if (!name.isEmpty())
        paintIcon(painter, rect, name, color);
}

} // namespace

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Tokens &tokens = tokensFor(option.palette);
    CellLayout layout(option, side, side);
    painter->save();
    const QString detail = index.data(PaletteModel::DetailRole).toString();
    if (index.data(PaletteModel::IsHeadRole).toBool()) {
        painter->setPen(tokens.textSecondary);
        const QFont font = smallFont();
        const QRect end = layout.takeEnd(wholeWidth(QFontMetrics(font), detail));
        drawCellText(painter, layout.rest(), index.data().toString(), font, option.direction);
        drawCellText(painter, end, detail, font, option.direction);
        painter->restore();
        return;
    }
    paintCell(painter, option, index);
    const QString reason = index.data(PaletteModel::ReasonRole).toString();
    const bool isOff = !reason.isEmpty();
    const QColor color = isOff ? tokens.textDisabled : option.palette.color(QPalette::Text);
    drawMark(painter, layout.takeStart(Size::Icon, Size::Gap + 2), index,
             isOff ? tokens.textDisabled : tokens.textSecondary, option.palette);
    if (isOff) {
        drawReason(painter, layout, reason, option);
    } else if (const QString keys = index.data(PaletteModel::ShortcutRole).toString();
               !keys.isEmpty()) {
        drawChip(painter, layout, keys, option);
    }
    if (index.data(PaletteModel::RecentRole).toBool())
        drawChip(painter, layout, PaletteModel::tr("recent"), option);
    const QString text = index.data().toString();
    const QRect rest = layout.rest();
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    const int most = detail.isEmpty() ? rest.width() : int(rest.width() * mostOfText);
    const QRect place = layout.takeStart(qMin(most, wholeWidth(QFontMetrics(strong), text)), 0);
    const QColor found = isOff ? tokens.textSecondary : option.palette.color(QPalette::Link);
    const int width =
        drawFound(painter, place, text, option.font, color, found,
                  index.data(PaletteModel::PlacesRole).value<QList<int>>(), option.direction);
    painter->setPen(isOff ? tokens.textDisabled : tokens.textSecondary);
    QRect beside = layout.rest();
    const int gap = Size::Gap + 2 - (place.width() - width); // demi-bold was measured for all of it
    if (option.direction == Qt::RightToLeft)
        beside.setRight(beside.right() - gap);
    else
        beside.setLeft(beside.left() + gap);
    drawCellText(painter, beside, detail, smallFont(), option.direction);
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isHead = index.data(PaletteModel::IsHeadRole).toBool();
    return {0, heightFor(isHead ? headHeight : rowHeight, option.fontMetrics)};
}

} // namespace Sluice
