// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace Sluice {

// A value with a tick box at its start and a number at its end. A click anywhere in the row ticks
// it, and so does Space.
class FacetDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // countRole: int.
    explicit FacetDelegate(int countRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    QString countText(const QModelIndex &index) const;

    int m_countRole;
};

} // namespace Sluice
