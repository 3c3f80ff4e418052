// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/marklabel.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/monogram.h"

#include <QPainter>

namespace Sluice {

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

void MarkLabel::setIcon(const QString &name)
{
    m_icon = name;
    m_letters.clear();
    updateGeometry();
    update();
}

QSize MarkLabel::sizeHint() const
{
    return m_letters.isEmpty() ? QSize(Size::Icon, Size::Icon) : monogramSize;
}

void MarkLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = tokensFor(palette());
    if (!m_icon.isEmpty()) {
        paintIcon(&painter, rect(), m_icon, tokens.textSecondary);
        return;
    }
    if (m_letters.isEmpty())
        return;
    paintMonogram(&painter, rect(), m_letters, palette());
}

} // namespace Sluice
