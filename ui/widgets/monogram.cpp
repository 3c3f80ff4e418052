// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/monogram.h"

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QPainter>

namespace Sluice {

namespace {

QFont monogramFont()
{
    QFont font = fixedFont();
    font.setPixelSize(11);
    font.setWeight(QFont::Medium);
    return font;
}

} // namespace

void paintMonogram(QPainter *painter, const QRect &rect, const QString &letters,
                   const QPalette &palette)
{
    const Tokens &tokens = tokensFor(palette);
    QRect frame(QPoint(), monogramSize);
    frame.moveCenter(rect.center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(tokens.frame);
    painter->setBrush(palette.color(QPalette::AlternateBase));
    painter->drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter->setFont(monogramFont());
    painter->setPen(tokens.textSecondary);
    painter->drawText(frame, Qt::AlignCenter, letters);
    painter->restore();
}

} // namespace Sluice
