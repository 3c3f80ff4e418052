// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/linkbutton.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int linkPadding = 4;
constexpr int arrow = 12;
constexpr int arrowGap = 2;

} // namespace

LinkButton::LinkButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setFont(smallFont());
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

QSize LinkButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {2 * linkPadding + metrics.horizontalAdvance(text()) + arrowGap + arrow,
            heightFor(Size::SmallControl, metrics)};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus()) {
        painter.setPen(QPen(tokensFor(palette()).focus, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Size::Radius, Size::Radius);
    }
    const QColor ink =
        isEnabled() ? palette().color(QPalette::Link) : tokensFor(palette()).textSecondary;
    QFont shown = font();
    shown.setUnderline(isEnabled() && underMouse());
    painter.setFont(shown);
    painter.setPen(ink);
    const int room = isEnabled() ? arrowGap + arrow : 0;
    painter.drawText(rect().adjusted(linkPadding, 0, -linkPadding - room, 0),
                     Qt::AlignVCenter | Qt::AlignRight, text());
    if (isEnabled())
        paintIcon(&painter, {width() - linkPadding - arrow, (height() - arrow) / 2, arrow, arrow},
                  "chevron-right", ink);
}

void LinkButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace Sluice
