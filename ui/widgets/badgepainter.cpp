// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/badgepainter.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/badgeglyph.h"
#include "ui/widgets/drawnonce.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QPixmap>
#include <QStyle>

#include <cmath>
#include <memory>

namespace Sluice {

namespace {

constexpr int staleEnd = 26;

struct Pill {
    QFont font;
    int height;
    int glyph;
    int left;
    int gap;
    int right;
};

Pill pillFor(bool big)
{
    Pill pill = big ? Pill{badgeFont(), 28, 16, 10, 8, 12} : Pill{badgeFont(), 20, 12, 6, 6, 8};
    if (big) {
        pill.font = QGuiApplication::font();
        pill.font.setPointSizeF(pill.font.pointSizeF() * 1.1);
        pill.font.setWeight(QFont::DemiBold);
    }
    pill.height = qMax(pill.height, QFontMetrics(pill.font).height() + 4);
    return pill;
}

// The colours that the look really has: stale and unchecked badges are grey.
struct Paint {
    QColor text;
    QColor glyph;
    QColor fill;
    QColor border;
    Qt::PenStyle line = Qt::SolidLine;
};

Paint paintOf(const BadgeLook &look, const QPalette &palette)
{
    const Tokens &tokens = tokensFor(palette);
    if (look.stale)
        return {tokens.textSecondary, tokens.textSecondary, {}, tokens.field};
    if (look.badge == Badge::NotChecked)
        return {tokens.textSecondary, tokens.textSecondary, {}, tokens.frame};
    const FamilyColors &colors = familyColors(familyOf(look.badge), palette);
    if (look.badge == Badge::StartRequested || look.badge == Badge::StopRequested)
        return {colors.fg, colors.fg, {}, colors.solid, Qt::DashLine};
    return {colors.fg, colors.fg, colors.bg, colors.border};
}

void paintOutline(QPainter *painter, const QRectF &rect, const Paint &paint)
{
    QPen pen(paint.border, 1, paint.line);
    if (paint.line == Qt::DashLine)
        pen.setDashPattern({3, 2});
    painter->setPen(pen);
    painter->setBrush(paint.fill.isValid() ? QBrush(paint.fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
}

// The right end of the pill, hatched and with a clock: the state is old.
void paintStaleEnd(QPainter *painter, const QRectF &pill, const QPalette &palette, bool reversed)
{
    const Tokens &tokens = tokensFor(palette);
    QRectF end = pill;
    if (reversed)
        end.setRight(pill.left() + staleEnd);
    else
        end.setLeft(pill.right() - staleEnd);
    QPainterPath shape;
    shape.addRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), pill.height() / 2, pill.height() / 2);
    painter->save();
    painter->setClipPath(shape);
    painter->setClipRect(end, Qt::IntersectClip);
    painter->setPen(QPen(tokens.hatch, 1.2));
    for (qreal x = end.left() - end.height(); x < end.right(); x += 4)
        painter->drawLine(QPointF(x, end.bottom()), QPointF(x + end.height(), end.top()));
    painter->restore();
    const QRectF clock(end.center() - QPointF(6, 6), QSizeF(12, 12));
    painter->setPen(Qt::NoPen);
    painter->setBrush(palette.color(QPalette::Base));
    painter->drawEllipse(clock.adjusted(-1, -1, 1, 1));
    paintIcon(painter, clock.toRect(), "clock", tokens.textSecondary);
}

// All that the picture of a pill depends on, so that each is drawn once. The glyph is no part of
// it, as it may turn.
struct PillKey {
    BadgeLook look;
    QSize size;
    QList<QRgb> colors;
    QString font;
    qreal ratio = 1;
    bool reversed = false;

    bool operator==(const PillKey &) const = default;
};

size_t qHash(const PillKey &key, size_t seed = 0)
{
    return qHashMulti(seed, int(key.look.badge), key.look.rawText, key.look.stale, key.look.big,
                      key.size.width(), key.colors, key.font, key.ratio, key.reversed);
}

// A screen shows few kinds of pills, however many rows it has.
using DrawnPills = DrawnOnce<PillKey, QPixmap, 64>;

} // namespace

QString badgeText(const BadgeLook &look)
{
    return badgeText(look.badge, look.rawText, look.stale);
}

QSize badgeSize(const BadgeLook &look)
{
    const Pill pill = pillFor(look.big);
    const int word = QFontMetrics(pill.font).horizontalAdvance(badgeWord(look.badge, look.rawText));
    const int end = look.stale ? staleEnd : 0;
    return {pill.left + pill.glyph + pill.gap + word + pill.right + end, pill.height};
}

namespace {

// Where the pill and its parts lie, left to right.
struct PillPlace {
    QRect whole;
    QRect glyph;
    QRect text;
};

PillPlace placeOf(const QRect &whole, const BadgeLook &look, const Pill &pill,
                  Qt::LayoutDirection direction)
{
    const QRect glyph(whole.left() + pill.left, whole.top() + (whole.height() - pill.glyph) / 2,
                      pill.glyph, pill.glyph);
    QRect text(glyph.right() + 1 + pill.gap, whole.top(), 0, whole.height());
    text.setRight(whole.right() - pill.right - (look.stale ? staleEnd : 0) + 1);
    return {whole, QStyle::visualRect(direction, whole, glyph),
            QStyle::visualRect(direction, whole, text)};
}

QRect wholeOf(const QRect &rect, const BadgeLook &look, const Pill &pill,
              Qt::LayoutDirection direction)
{
    const QSize size = badgeSize(look).boundedTo({rect.width(), pill.height});
    return QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter, size, rect);
}

// All but the glyph.
void drawPill(QPainter *painter, const PillPlace &place, const BadgeLook &look, const Pill &pill,
              const Paint &paint, const QPalette &palette, Qt::LayoutDirection direction)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintOutline(painter, QRectF(place.whole).adjusted(0.5, 0.5, -0.5, -0.5), paint);
    if (look.stale)
        paintStaleEnd(painter, place.whole, palette, direction == Qt::RightToLeft);
    const QFontMetrics metrics(pill.font);
    painter->setFont(pill.font);
    painter->setPen(paint.text);
    painter->drawText(place.text, Qt::AlignCenter,
                      metrics.elidedText(badgeWord(look.badge, look.rawText), Qt::ElideRight,
                                         place.text.width() + 1));
    painter->restore();
}

} // namespace

void paintBadge(QPainter *painter, const QRect &rect, const BadgeLook &look,
                const QPalette &palette, Qt::LayoutDirection direction)
{
    const Pill pill = pillFor(look.big);
    const Paint paint = paintOf(look, palette);
    const QRect whole = wholeOf(rect, look, pill, direction);
    const PillPlace place = placeOf(whole, look, pill, direction);
    const qreal ratio = painter->device()->devicePixelRatio();
    // At a fractional scale pictures would lie between pixels.
    if (ratio != std::floor(ratio) || whole.isEmpty()) {
        drawPill(painter, place, look, pill, paint, palette, direction);
    } else {
        BadgeLook still = look;
        still.turn = 0;
        const PillKey key{still,
                          whole.size(),
                          {paint.text.rgba(), paint.fill.rgba(), paint.border.rgba(),
                           tokensFor(palette).hatch.rgba(), palette.color(QPalette::Base).rgba()},
                          pill.font.key(),
                          ratio,
                          direction == Qt::RightToLeft};
        const QPixmap &picture = DrawnPills::get(key, [&] {
            auto drawn = std::make_unique<QPixmap>(whole.size() * ratio);
            drawn->setDevicePixelRatio(ratio);
            drawn->fill(Qt::transparent);
            QPainter drawing(drawn.get());
            drawPill(&drawing, placeOf({{}, whole.size()}, look, pill, direction), look, pill,
                     paint, palette, direction);
            drawing.end();
            return drawn;
        });
        painter->drawPixmap(whole.topLeft(), picture);
    }
    paintBadgeGlyph(painter, place.glyph, look.badge, paint.glyph, look.turn);
}

QRect badgeGlyphRect(const QRect &rect, const BadgeLook &look, Qt::LayoutDirection direction)
{
    const Pill pill = pillFor(look.big);
    return placeOf(wholeOf(rect, look, pill, direction), look, pill, direction).glyph;
}

void paintBadgeMark(QPainter *painter, const QRect &rect, const BadgeLook &look,
                    const QPalette &palette)
{
    const bool grey = look.stale || look.badge == Badge::NotChecked;
    const QColor color =
        grey ? tokensFor(palette).textSecondary : familyColors(familyOf(look.badge), palette).solid;
    const QRect glyph(rect.left() + (rect.width() - 12) / 2, rect.top() + (rect.height() - 12) / 2,
                      12, 12);
    paintBadgeGlyph(painter, glyph, look.badge, color, look.turn);
}

} // namespace Sluice
