// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/badgelabel.h"

#include "ui/widgets/badgeglyph.h"
#include "ui/widgets/turning.h"

#include <QEvent>
#include <QPainter>

namespace Sluice {

BadgeLabel::BadgeLabel(QWidget *parent)
    : QWidget(parent)
    , m_turning(new Turning(this))
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setAccessibleName(badgeText(m_look));
}

void BadgeLabel::setLook(const BadgeLook &look)
{
    if (look == m_look)
        return;
    m_look = look;
    setAccessibleName(badgeText(look));
    updateGeometry();
    update();
}

QSize BadgeLabel::sizeHint() const
{
    return badgeSize(m_look);
}

QSize BadgeLabel::minimumSizeHint() const
{
    // A value of the server may have any length. Our own words are never cut.
    return sizeHint().boundedTo({280, sizeHint().height()});
}

void BadgeLabel::paintEvent(QPaintEvent *)
{
    BadgeLook look = m_look;
    if (turns(look.badge) && !look.stale) {
        look.turn = Turning::angle(this);
        m_turning->painted(this, rect());
    }
    QPainter painter(this);
    paintBadge(&painter, rect(), look, palette(), layoutDirection());
}

void BadgeLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace Sluice
