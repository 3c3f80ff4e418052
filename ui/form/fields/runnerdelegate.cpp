// SPDX-License-Identifier: Apache-2.0
#include "ui/form/fields/runnerdelegate.h"

#include "models/fleet/runnerchoices.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Sluice {

void RunnerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QStringList users = index.data(RunnerChoices::UsedByRole).toStringList();
    const QVariant connected = index.data(RunnerChoices::ConnectedRole);
    QStringList against;
    if (!users.isEmpty())
        against.append(tr("used by %1").arg(users.join(u", "_s)));
    if (connected.isValid() && !connected.toBool())
        against.append(tr("not connected"));
    const int nameWidth = option.fontMetrics.horizontalAdvance(index.data().toString());
    const QRect place = option.rect.adjusted(nameWidth + 3 * Size::Gap, 0, -Size::Gap, 0);
    painter->save();
    painter->setFont(smallFont());
    painter->setPen(familyColors(Family::Warning, option.palette).fg);
    const QFontMetrics metrics(smallFont());
    painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter,
                      metrics.elidedText(against.join(u", "_s), Qt::ElideRight, place.width()));
    painter->restore();
}

QSize RunnerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(heightFor(Size::Control, option.fontMetrics));
    return size;
}

} // namespace Sluice
