// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace Sluice {

// A cell of plain text. The letters that the filter found are marked, and a text that is cut has a
// tool tip with all of it.
class TextDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // wordsRole: QStringList, what the filter looks for.
    explicit TextDelegate(int wordsRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    // What stays free behind the text, in pixels.
    virtual int roomBehind(const QModelIndex &index) const;
    // The place of the text in the cell, read from left to right.
    QRect lineOf(const QStyleOptionViewItem &cell, const QModelIndex &index) const;

private:
    int m_wordsRole;
};

} // namespace Sluice
