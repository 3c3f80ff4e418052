// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/rule.h"

#include "ui/theme/tokens.h"

#include <QPainter>

namespace Sluice {

Rule::Rule(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(1);
}

void Rule::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokensFor(palette()).line);
}

} // namespace Sluice
