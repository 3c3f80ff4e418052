// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/chip.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int chipPadding = 8;
constexpr int cross = 12;

} // namespace

Chip::Chip(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setShortcut({}); // the text has names from the server; an & in one is no key
    setFont(smallFont());
    setAccessibleName(tr("Remove the filter %1").arg(text));
    setToolTip(accessibleName()); // it may be cut
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {2 * chipPadding + wholeWidth(metrics, text()) + Size::IconText + cross,
            heightFor(Size::SmallControl, metrics)};
}

void Chip::paintEvent(QPaintEvent *)
{
    const FamilyColors &colors = familyColors(Family::Information, palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(tokensFor(palette()).focus, 2) : QPen(colors.border, 1));
    painter.setBrush(colors.bg);
    const qreal inset = hasFocus() ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), Size::Radius,
                            Size::Radius);
    painter.setPen(colors.fg);
    const QRect inner = rect().adjusted(chipPadding, 0, -chipPadding, 0);
    const auto place = [&](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    const QRect words = inner.adjusted(0, 0, -cross - Size::IconText, 0);
    painter.drawText(place(words),
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) |
                         int(Qt::AlignVCenter),
                     fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    paintIcon(&painter, place({inner.right() + 1 - cross, (height() - cross) / 2, cross, cross}),
              u"x"_s, colors.fg);
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Return ||
        event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace Sluice
