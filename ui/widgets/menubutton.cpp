// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/menubutton.h"

#include <QStyleOptionButton>

namespace Sluice {

void MenuButton::initStyleOption(QStyleOptionButton *option) const
{
    QPushButton::initStyleOption(option);
    option->features |= QStyleOptionButton::HasMenu;
}

} // namespace Sluice
