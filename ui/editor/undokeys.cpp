// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/undokeys.h"

#include "models/form/formmodel.h"
#include "ui/widgets/widgetkeys.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Sluice {

UndoKeys::UndoKeys(const FormModel *form, QWidget *area)
    : QObject(area)
    , m_form(form)
    , m_area(area)
{}

void UndoKeys::setOn(bool on)
{
    if (on)
        qApp->installEventFilter(this);
    else
        qApp->removeEventFilter(this);
}

// Fields and the parts of a secret reference have their path as name.
bool UndoKeys::isOfDocument(const QWidget *widget) const
{
    if (!qobject_cast<const QLineEdit *>(widget))
        return true;
    const QString path = widget->objectName();
    if (m_form->indexOf(path).isValid())
        return true;
    const QModelIndex whole = m_form->indexOf(path.left(path.lastIndexOf(u'.')));
    return whole.isValid() && whole.data(FormModel::KindRole).toInt() == int(FieldKind::Secret);
}

bool UndoKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (widget && m_area->isAncestorOf(widget) &&
            (key->matches(QKeySequence::Undo) || isRedo(key)) && isOfDocument(widget)) {
            event->ignore(); // it comes back as the window's shortcut
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Sluice
