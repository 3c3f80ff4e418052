// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/actionbutton.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace Sluice {

ActionButton::ActionButton(QAction *action, QWidget *parent)
    : QPushButton(parent)
    , m_action(action)
{
    setFocusPolicy(Qt::TabFocus);
    follow();
    connect(action, &QAction::changed, this, &ActionButton::follow);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
}

void ActionButton::follow()
{
    // The mnemonic belongs to the menu entry. A second one in the same window would only move the
    // focus.
    setText(m_action->text().remove(u'&'));
    setIcon(m_action->icon());
    setToolTip(m_action->toolTip());
    setEnabled(m_action->isEnabled());
}

} // namespace Sluice
