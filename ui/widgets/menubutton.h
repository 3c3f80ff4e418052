// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

namespace Sluice {

// A button that opens a menu made for the moment: it looks as one that has a menu. The owner opens
// the menu.
class MenuButton final : public QPushButton
{
    Q_OBJECT

public:
    using QPushButton::QPushButton;

protected:
    void initStyleOption(QStyleOptionButton *option) const override;
};

} // namespace Sluice
