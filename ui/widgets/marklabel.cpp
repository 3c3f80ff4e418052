// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/marklabel.h"

#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/monogram.h"

#include <QPainter>

namespace Sluice {

namespace {

QColor markColor(MarkLabel::Ink ink, const QPalette &palette)
{
    switch (ink) {
    case MarkLabel::Ink::Focus: return tokensFor(palette).focus;
    case MarkLabel::Ink::Good: return familyColors(Family::Good, palette).solid;
    case MarkLabel::Ink::Secondary: break;
    }
    return tokensFor(palette).textSecondary;
}

} // namespace

MarkLabel::MarkLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void MarkLabel::setMonogram(const QString &letters)
{
    m_letters = letters;
    m_icon.clear();
    updateGeometry();
    update();
}

void MarkLabel::setIcon(const QString &name, Ink ink, int size)
{
    m_icon = name;
    m_ink = ink;
    m_size = size;
    m_letters.clear();
    updateGeometry();
    update();
}

QSize MarkLabel::sizeHint() const
{
    return m_letters.isEmpty() ? QSize(m_size, m_size) : monogramSize;
}

void MarkLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_icon.isEmpty())
        paintIcon(&painter, rect(), m_icon, markColor(m_ink, palette()));
    else if (!m_letters.isEmpty())
        paintMonogram(&painter, rect(), m_letters, palette());
}

} // namespace Sluice
