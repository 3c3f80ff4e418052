// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

namespace Sluice {

// A small button for one choice of several that stand side by side. Put them into one exclusive
// QButtonGroup: Tab comes to the chosen one, arrows go on and choose.
class ChoiceButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit ChoiceButton(const QString &text, QWidget *parent = nullptr);
};

} // namespace Sluice
