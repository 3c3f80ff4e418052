// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/endmenu.h"

#include <QEvent>
#include <QMenu>
#include <QPushButton>

namespace Sluice {

EndMenu::EndMenu(QPushButton *button)
    : QObject(button)
    , m_button(button)
{
    button->menu()->installEventFilter(this);
}

bool EndMenu::eventFilter(QObject *watched, QEvent *event)
{
    QMenu *menu = m_button->menu();
    // The button is down as long as it has opened the menu, which others may open, too.
    if (event->type() == QEvent::Show && watched == menu && m_button->isDown()) {
        const QRect button(m_button->mapToGlobal(QPoint()), m_button->size());
        QRect place = menu->geometry();
        if (m_button->layoutDirection() == Qt::RightToLeft)
            place.moveLeft(button.left());
        else
            place.moveRight(button.right());
        menu->move(place.topLeft());
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Sluice
