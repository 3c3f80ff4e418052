// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/scrollareaaccess.h"

#include <QAccessibleWidget>
#include <QScrollArea>

namespace Sluice {

namespace {

// QAccessibleWidget looks whether it has the child.
QAccessibleInterface *makeScrollAreaAccess(const QString &className, QObject *object)
{
    auto *area = qobject_cast<QScrollArea *>(object);
    if (!area || className != QLatin1StringView(QScrollArea::staticMetaObject.className()))
        return nullptr;
    return new QAccessibleWidget(area, QAccessible::Client);
}

} // namespace

void guardScrollAreas()
{
    QAccessible::installFactory(makeScrollAreaAccess);
}

} // namespace Sluice
