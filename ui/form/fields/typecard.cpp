// SPDX-License-Identifier: Apache-2.0
#include "ui/form/fields/typecard.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace Sluice {

namespace {

constexpr int cardWidth = 400;
constexpr int cardPadding = 12;
constexpr QSize markSize(32, 24);

} // namespace

TypeCard::TypeCard(const TypeInfo &type, QWidget *parent)
    : QRadioButton(parent)
    , m_type(type)
    , m_line(type.documented ? QCoreApplication::translate("Form", type.description)
                             : tr("May not be available: not yet documented by Maia"))
{
    setText(QCoreApplication::translate("Form", type.label));
    setAccessibleDescription(QCoreApplication::translate("Form", type.description));
    setAttribute(Qt::WA_Hover);
    setToolTip(QCoreApplication::translate("Form", type.description));
}

QString TypeCard::id() const
{
    return QString::fromLatin1(m_type.id);
}

void TypeCard::setWrong(bool wrong)
{
    m_wrong = wrong;
    update();
}

QSize TypeCard::sizeHint() const
{
    const int words = QFontMetrics(sectionFont()).height() + QFontMetrics(smallFont()).height() + 2;
    return {cardWidth, words + 2 * cardPadding};
}

bool TypeCard::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

// Qt chooses the card that an arrow key goes to only if the one before was chosen. Until a first
// one is, the frame would go on and choose nothing.
void TypeCard::keyPressEvent(QKeyEvent *event)
{
    QRadioButton::keyPressEvent(event);
    const bool isArrow = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down ||
                         event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    auto *next = qobject_cast<TypeCard *>(QApplication::focusWidget());
    if (isArrow && next && next != this && next->parentWidget() == parentWidget() &&
        !next->isChecked())
        next->click();
}

void TypeCard::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(&painter);
    const QRect mark(QPoint(cardPadding, (height() - markSize.height()) / 2), markSize);
    paintMark(&painter, mark);
    QRect words =
        rect().adjusted(mark.right() + cardPadding, cardPadding, -cardPadding, -cardPadding);
    if (isChecked()) {
        const QRect tick(width() - cardPadding - Size::Icon, (height() - Size::Icon) / 2,
                         Size::Icon, Size::Icon);
        paintIcon(&painter, tick, "check", tokens.focus);
        words.setRight(tick.left() - Size::IconText);
    }
    paintWords(&painter, words);
}

void TypeCard::paintFrame(QPainter *painter) const
{
    const Tokens &tokens = tokensFor(palette());
    const auto frame = [painter, place = rect()](const QColor &color, int width) {
        const qreal edge = width / 2.0;
        painter->setPen(QPen(color, width));
        painter->drawRoundedRect(QRectF(place).adjusted(edge, edge, -edge, -edge),
                                 Size::GroupRadius, Size::GroupRadius);
    };
    painter->setBrush(isChecked()    ? tokens.selection
                      : underMouse() ? tokens.hover
                                     : palette().color(QPalette::Base));
    if (m_wrong)
        frame(tokens.problem, hasFocus() ? 4 : 2);
    else if (hasFocus())
        frame(tokens.focus, 2);
    else
        frame(isChecked() ? tokens.focus : tokens.frame, 1);
}

void TypeCard::paintMark(QPainter *painter, const QRect &place) const
{
    const Tokens &tokens = tokensFor(palette());
    const QString mark = QString::fromLatin1(m_type.mark);
    // Monograms stand for sources. A longer mark is the name of an icon.
    if (mark.size() > 2) {
        paintIcon(painter, place, mark, tokens.textSecondary);
        return;
    }
    painter->setPen(tokens.frame);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), Size::Radius,
                             Size::Radius);
    painter->setFont(fixedFont());
    painter->setPen(tokens.textSecondary);
    painter->drawText(place, Qt::AlignCenter, mark);
}

void TypeCard::paintWords(QPainter *painter, const QRect &place) const
{
    const Tokens &tokens = tokensFor(palette());
    const QFontMetrics name(sectionFont());
    const QFontMetrics line(smallFont());
    painter->setFont(sectionFont());
    painter->setPen(palette().color(QPalette::Text));
    painter->drawText(place, Qt::AlignLeft | Qt::AlignTop,
                      name.elidedText(text(), Qt::ElideRight, place.width()));
    painter->setFont(smallFont());
    painter->setPen(m_type.documented ? tokens.textSecondary
                                      : familyColors(Family::Warning, palette()).fg);
    painter->drawText(place, Qt::AlignLeft | Qt::AlignBottom,
                      line.elidedText(m_line, Qt::ElideRight, place.width()));
}

} // namespace Sluice
