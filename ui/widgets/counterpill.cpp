// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/counterpill.h"

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace Sluice {

QSize counterSize(int count)
{
    const QFontMetrics metrics(smallFont());
    const int height = qMax(16, metrics.height());
    return {qMax(height, metrics.horizontalAdvance(QLocale().toString(count)) + 10), height};
}

void paintCounter(QPainter *painter, const QRect &rect, int count, Counter kind,
                  const QPalette &palette, Qt::LayoutDirection direction)
{
    const FamilyColors &colors =
        familyColors(kind == Counter::Problems ? Family::Unexpected : Family::Stopped, palette);
    const QRect pill =
        QStyle::alignedRect(direction, Qt::AlignRight | Qt::AlignVCenter, counterSize(count), rect);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(kind == Counter::Problems ? colors.bg : tokensFor(palette).line);
    painter->drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
    painter->setFont(smallFont());
    painter->setPen(colors.fg);
    painter->drawText(pill, Qt::AlignCenter, QLocale().toString(count));
    painter->restore();
}

} // namespace Sluice
