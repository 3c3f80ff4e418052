// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessibleWidget>

class QAbstractButton;

namespace Sluice {

// What assistive technology sees of a button that stands for one choice of several: a radio button
// whose action is a click. Qt calls such a button a check box and its action a toggle, which
// changes the mark alone: what listens to clicked() never hears of it.
class ChoiceAccess final : public QAccessibleWidget
{
public:
    explicit ChoiceAccess(QAbstractButton *button);

    // Makes Qt use this for all buttons of that class. One that is not checkable stays a button.
    static void installFor(const QMetaObject &buttonClass);

    QString text(QAccessible::Text kind) const override;
    QAccessible::Role role() const override;
    QAccessible::State state() const override;
    QStringList actionNames() const override;
    void doAction(const QString &name) override;

private:
    QAbstractButton *button() const;
};

} // namespace Sluice
