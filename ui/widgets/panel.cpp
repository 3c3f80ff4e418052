// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/panel.h"

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QPainter>

namespace Sluice {

Panel::Panel(Ground ground, QWidget *parent)
    : QWidget(parent)
    , m_ground(ground)
{}

void Panel::setWrong(bool wrong)
{
    m_wrong = wrong;
    update();
}

void Panel::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(palette());
    const qreal width = m_wrong ? 2 : 1;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_wrong ? tokens.problem : tokens.frame, width));
    if (m_ground != Ground::Plain)
        painter.setBrush(m_ground == Ground::Base ? palette().base() : palette().alternateBase());
    const qreal inset = width / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset),
                            Size::GroupRadius, Size::GroupRadius);
}

} // namespace Sluice
