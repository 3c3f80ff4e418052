// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace Sluice {

// A pipeline's name, with a mark at its end when there is a finding about its secrets. The name is
// cut before the mark is.
class NameDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // markedRole: bool.
    explicit NameDelegate(int markedRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_markedRole;
};

} // namespace Sluice
