// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/enterkey.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QLabel>
#include <QRadioButton>

namespace Sluice {

bool pressWithEnter(const QWidget *window, const QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return false;
    QWidget *focus = window->focusWidget();
    auto *button = qobject_cast<QAbstractButton *>(focus);
    // These are chosen, not pressed.
    if (qobject_cast<QCheckBox *>(button) || qobject_cast<QRadioButton *>(button))
        return false;
    if (button) {
        if (!event->isAutoRepeat()) // a key that is held down counts once
            button->click();
        return true;
    }
    // This would have been the own key of a text with links: none of them is chosen.
    const auto *label = qobject_cast<QLabel *>(focus);
    return label && (label->textInteractionFlags() & Qt::LinksAccessibleByKeyboard);
}

} // namespace Sluice
