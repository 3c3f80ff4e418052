// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/panel.h"

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QPainter>

namespace Sluice {

Panel::Panel(QWidget *parent)
    : QWidget(parent)
{}

void Panel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokensFor(palette()).frame);
    painter.setBrush(palette().color(QPalette::Base));
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(frame, Size::GroupRadius, Size::GroupRadius);
}

} // namespace Sluice
