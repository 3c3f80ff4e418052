// SPDX-License-Identifier: Apache-2.0
#include "ui/navigation/navigationbutton.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/choiceaccess.h"
#include "ui/widgets/counterpill.h"

#include <QAction>
#include <QPainter>

namespace Sluice {

namespace {

constexpr int buttonMargin = 6; // with the panel's margin it is that of the tree

} // namespace

NavigationButton::NavigationButton(QAction *action, const QString &text, QWidget *parent)
    : QToolButton(parent)
    , m_action(action)
{
    ChoiceAccess::installFor(staticMetaObject);
    setText(text);
    setIconSize({Size::Icon, Size::Icon});
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setAutoRaise(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QToolButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, &NavigationButton::follow);
    follow();
}

void NavigationButton::follow()
{
    setIcon(m_action->icon());
    setEnabled(m_action->isEnabled());
    setToolTip(m_action->toolTip());
}

void NavigationButton::setCount(int count, const QString &words)
{
    m_count = count;
    setAccessibleDescription(words);
    update();
}

void NavigationButton::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    if (m_count == 0)
        return;
    QPainter painter(this);
    paintCounter(&painter, rect().adjusted(buttonMargin, 0, -buttonMargin, 0), m_count,
                 m_countsProblems ? Counter::Problems : Counter::Neutral, palette(),
                 layoutDirection());
}

} // namespace Sluice
