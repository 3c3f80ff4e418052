// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/taborder.h"

#include <QWidget>

namespace Sluice::TabOrder {

QList<QWidget *> stopsIn(QWidget *root)
{
    QList<QWidget *> stops;
    // A proxy's own place in the order is that of the widget it stands for.
    if (root->focusPolicy() & Qt::TabFocus && !root->focusProxy())
        stops.append(root);
    for (QObject *child : root->children()) {
        auto *widget = qobject_cast<QWidget *>(child);
        if (widget && !widget->isWindow())
            stops += stopsIn(widget);
    }
    return stops;
}

void chain(const QList<QWidget *> &stops)
{
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops.at(i - 1), stops.at(i));
}

} // namespace Sluice::TabOrder
