// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>

namespace Sluice {

// A table with a tick box in the first column of each row that can be ticked.
class TickableTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    // Qt::CheckStateRole of the first column. False for a row that cannot be ticked.
    bool setData(const QModelIndex &index, const QVariant &value, int role) final;
    Qt::ItemFlags flags(const QModelIndex &index) const final;

    // The cells of a row as a line of text, with tabs between them: for the clipboard.
    static QString line(const QStringList &cells);

protected:
    virtual bool canTick(int row) const = 0;
    virtual bool isTicked(int row) const = 0;
    // Ticks what can be ticked, or takes the tick away, and tells the views.
    virtual void tick(int row, bool ticked) = 0;

    // What data() is to answer for Qt::CheckStateRole.
    QVariant checkState(const QModelIndex &index) const;

private:
    bool hasBox(const QModelIndex &index) const
    {
        return index.column() == 0 && canTick(index.row());
    }
};

} // namespace Sluice
