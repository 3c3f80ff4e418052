// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>
#include <QPointer>

namespace Sluice {

class CommandRun;

// The pipelines of one run, and what became of each.
class RunModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { PipelineColumn, PlaceColumn, ResultColumn, StepsColumn, ColumnCount };

    enum Role {
        KeyRole = Qt::UserRole, // PipelineKey
        StateRole,              // int, CommandRun::State
    };

    using QAbstractTableModel::QAbstractTableModel;

    // Null: none. It may be deleted any time.
    void setRun(CommandRun *run);

    CommandRun *run() const { return m_run; }

    // A line for each pipeline, with a line of titles: for a file.
    static QList<QStringList> report(const CommandRun &run);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int item, int column) const;

    QPointer<CommandRun> m_run;
};

} // namespace Sluice
