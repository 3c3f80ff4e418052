// SPDX-License-Identifier: Apache-2.0
#include "ui/navigation/trashbutton.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/counterpill.h"

#include <QAbstractItemModel>
#include <QAction>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int rightMargin = 6; // with the panel's it is the tree's

} // namespace

TrashButton::TrashButton(QAction *open, const QAbstractItemModel *deleted, QWidget *parent)
    : QToolButton(parent)
    , m_open(open)
    , m_deleted(deleted)
{
    setObjectName(u"trashButton"_s);
    setText(tr("Trash"));
    setIcon(Sluice::icon("trash-2"));
    setIconSize({Size::Icon, Size::Icon});
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setAutoRaise(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QToolButton::clicked, open, &QAction::trigger);
    connect(open, &QAction::changed, this, &TrashButton::follow);
    follow();
    if (!deleted)
        return;
    connect(deleted, &QAbstractItemModel::rowsInserted, this, &TrashButton::showCount);
    connect(deleted, &QAbstractItemModel::rowsRemoved, this, &TrashButton::showCount);
    showCount();
}

int TrashButton::count() const
{
    return m_deleted ? m_deleted->rowCount() : 0;
}

void TrashButton::follow()
{
    setEnabled(m_open->isEnabled());
    setToolTip(m_open->toolTip());
}

void TrashButton::showCount()
{
    setAccessibleDescription(count() == 0   ? tr("Empty")
                             : count() == 1 ? tr("1 deleted pipeline")
                                            : tr("%1 deleted pipelines").arg(count()));
    update();
}

void TrashButton::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    if (count() == 0)
        return;
    QPainter painter(this);
    paintCounter(&painter, rect().adjusted(rightMargin, 0, -rightMargin, 0), count(),
                 Counter::Neutral, palette(), layoutDirection());
}

} // namespace Sluice
