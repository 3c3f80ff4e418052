// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace Sluice {

// A pipeline's name with marks at its end: the pipeline has edits that are not saved, or there is a
// finding about its secrets. A name that is too long is cut before the marks.
class NameDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // Both bool.
    NameDelegate(int markedRole, int editedRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int marksWidth(const QModelIndex &index) const;

    int m_markedRole;
    int m_editedRole;
};

} // namespace Sluice
