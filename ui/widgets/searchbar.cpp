// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/searchbar.h"

#include "ui/widgets/widgetkeys.h"

#include <QKeyEvent>

namespace Sluice {

namespace {

bool isToFind(const QKeyEvent *key)
{
    return isPressed(key, WidgetKey::Find) || isPressed(key, WidgetKey::FindNext) ||
           isPressed(key, WidgetKey::FindPrevious);
}

} // namespace

SearchBar::SearchBar(QWidget *area)
    : QWidget(area)
{
    area->installEventFilter(this);
    hide();
}

bool SearchBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != parent())
        return QWidget::eventFilter(watched, event);
    // If the bar did not take the key, it would be the window's shortcut.
    if (event->type() == QEvent::ShortcutOverride && isToFind(static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent *>(event));
}

bool SearchBar::handleKey(const QKeyEvent *key)
{
    if (key->key() == Qt::Key_Escape && isVisible())
        close();
    else if (isPressed(key, WidgetKey::Find))
        open();
    else if (isPressed(key, WidgetKey::FindNext))
        findNext(false);
    else if (isPressed(key, WidgetKey::FindPrevious))
        findNext(true);
    else
        return false;
    return true;
}

} // namespace Sluice
