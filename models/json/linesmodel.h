// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/json/linediff.h"

#include <QAbstractTableModel>

namespace Sluice {

// The lines of two texts as a table: number and text of the left side, then of the right one.
// Screen readers hear which lines were removed and added.
class LinesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { LeftNumber, LeftText, RightNumber, RightText, ColumnCount };

    enum Role { KindRole = Qt::UserRole, HasLineRole }; // int, LinePair::Kind; bool, of the side

    using QAbstractTableModel::QAbstractTableModel;

    void setTitles(const QString &left, const QString &right);
    void setLines(const QList<LinePair> &lines);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QVariant spoken(const LinePair &line, const QModelIndex &index);

    QList<LinePair> m_lines;
    QString m_leftTitle;
    QString m_rightTitle;
};

} // namespace Sluice
