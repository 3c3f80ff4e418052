// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/panelframe.h"

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QPainter>

namespace Sluice {

PanelFrame::PanelFrame(Ground ground, QWidget *parent)
    : QWidget(parent)
    , m_ground(ground)
{}

void PanelFrame::setWrong(bool wrong)
{
    m_wrong = wrong;
    update();
}

void PanelFrame::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(palette());
    const qreal width = m_wrong ? 2 : 1;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_wrong ? tokens.problem : tokens.frame, width));
    if (m_ground == Ground::Tinted)
        painter.setBrush(palette().alternateBase());
    const qreal inset = width / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset),
                            Size::GroupRadius, Size::GroupRadius);
}

} // namespace Sluice
