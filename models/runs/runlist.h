// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinekey.h"

#include <QAbstractListModel>

namespace Sluice {

class CommandRun;

// All runs since the start of the program, the newest first.
class RunList final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        LineRole = Qt::UserRole, // QString: how far it is, or how it ended
        RunningRole,             // bool
        FailedRole,              // int: how many failed, timed out or are not known
    };

    using QAbstractListModel::QAbstractListModel;

    // Takes it over, and starts it.
    void add(CommandRun *run);

    CommandRun *run(int row) const { return m_runs.value(row); }

    int runningCount() const;
    // One of them has begun with this pipeline, and not ended.
    bool isUnderWay(const PipelineKey &key) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void added(Sluice::CommandRun *run);
    // How far any of them is.
    void changed();

private:
    static QString line(const CommandRun &run);

    QList<CommandRun *> m_runs;
};

} // namespace Sluice
