// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/rule.h"

#include "ui/theme/tokens.h"

#include <QPainter>

namespace Sluice {

Rule::Rule(QWidget *parent)
    : Rule(Qt::Horizontal, parent)
{}

Rule::Rule(Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Rule::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokensFor(palette()).line);
}

} // namespace Sluice
