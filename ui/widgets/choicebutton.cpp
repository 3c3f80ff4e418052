// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/choicebutton.h"

#include "ui/widgets/choiceaccess.h"

namespace Sluice {

ChoiceButton::ChoiceButton(const QString &text, QWidget *parent)
    : QPushButton(text, parent)
{
    ChoiceAccess::installFor(staticMetaObject);
    setProperty("small", true);
    setCheckable(true);
    setAutoDefault(false);
}

} // namespace Sluice
