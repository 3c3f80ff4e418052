// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/badgepainter.h"
#include "ui/widgets/turning.h"

#include <QStyledItemDelegate>

namespace Sluice {

// Shows a Badge in a cell. Its arc turns while it is on screen. It does not ask for a role of -1.
class BadgeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // badgeRole: Badge; rawTextRole: QString, what the server said; staleRole: bool.
    explicit BadgeDelegate(int badgeRole, int rawTextRole = -1, int staleRole = -1,
                           QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    BadgeLook look(const QModelIndex &index) const;

    int m_badgeRole;
    int m_rawTextRole;
    int m_staleRole;
    Turning *m_turning;
};

} // namespace Sluice
