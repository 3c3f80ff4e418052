// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablereport.h"

#include <QAbstractTableModel>

namespace Sluice {

// What was left out when tables were added: each piece with its line and the reason. First come
// pieces that the user should look at, then tables that are in the list already, then what was left
// out on purpose.
class TableReportModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { LineColumn, TextColumn, ReasonColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setLeftOut(const QList<TableText::LeftOut> &leftOut);

    // How many need a look, are in the list already, were left out on purpose.
    int openCount() const { return m_open; }

    int repeatedCount() const { return m_repeated; }

    int designedCount() const { return int(m_rows.size()) - m_open - m_repeated; }

    // These rows as text to be copied: one line each, cells separated by tabs. No rows means all.
    QString text(const QList<int> &rows = {}) const;

    // The reason in a sentence, with what to do. Translated.
    static QString words(TableText::Reason reason);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<TableText::LeftOut> m_rows;
    int m_open = 0;
    int m_repeated = 0;
};

} // namespace Sluice
