// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/choiceaccess.h"

#include <QAbstractButton>
#include <QMetaObject>
#include <QSet>

namespace Sluice {

namespace {

QSet<QString> &choiceClasses()
{
    static QSet<QString> classes;
    return classes;
}

QAccessibleInterface *makeChoiceAccess(const QString &className, QObject *object)
{
    if (!choiceClasses().contains(className))
        return nullptr;
    auto *button = qobject_cast<QAbstractButton *>(object);
    return button ? new ChoiceAccess(button) : nullptr;
}

} // namespace

ChoiceAccess::ChoiceAccess(QAbstractButton *button)
    : QAccessibleWidget(button, QAccessible::RadioButton)
{}

void ChoiceAccess::installFor(const QMetaObject &buttonClass)
{
    if (choiceClasses().isEmpty())
        QAccessible::installFactory(makeChoiceAccess);
    choiceClasses().insert(QLatin1StringView(buttonClass.className()));
}

QAbstractButton *ChoiceAccess::button() const
{
    return static_cast<QAbstractButton *>(object());
}

// The accessible name comes first: a name that is given to the constructor would hide it, and with
// it the count that it tells.
QString ChoiceAccess::text(QAccessible::Text kind) const
{
    const QString own = QAccessibleWidget::text(kind);
    return kind == QAccessible::Name && own.isEmpty() ? button()->text() : own;
}

// Asked each time: Qt makes this object before the button is all that it will be.
QAccessible::Role ChoiceAccess::role() const
{
    return button()->isCheckable() ? QAccessible::RadioButton : QAccessible::Button;
}

QAccessible::State ChoiceAccess::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.checkable = button()->isCheckable();
    state.checked = button()->isChecked();
    return state;
}

QStringList ChoiceAccess::actionNames() const
{
    QStringList names;
    if (button()->isEnabled())
        names << QAccessibleActionInterface::pressAction();
    return names << QAccessibleWidget::actionNames();
}

void ChoiceAccess::doAction(const QString &name)
{
    if (name == QAccessibleActionInterface::pressAction())
        button()->click();
    else
        QAccessibleWidget::doAction(name);
}

} // namespace Sluice
