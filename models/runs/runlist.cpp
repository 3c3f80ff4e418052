// SPDX-License-Identifier: Apache-2.0
#include "models/runs/runlist.h"

#include "models/runs/commandrun.h"

#include <QLocale>

#include <algorithm>

namespace Sluice {

void RunList::add(CommandRun *run)
{
    run->setParent(this);
    beginInsertRows({}, 0, 0);
    m_runs.prepend(run);
    endInsertRows();
    const auto tell = [this, run] {
        const QModelIndex place = index(int(m_runs.indexOf(run)));
        Q_EMIT dataChanged(place, place);
        Q_EMIT changed();
    };
    connect(run, &CommandRun::itemsChanged, this, tell);
    connect(run, &CommandRun::stateChanged, this, tell);
    run->start();
    Q_EMIT added(run);
}

int RunList::runningCount() const
{
    return int(std::count_if(m_runs.begin(), m_runs.end(),
                             [](const CommandRun *run) { return run->isRunning(); }));
}

bool RunList::isUnderWay(const PipelineKey &key) const
{
    return std::any_of(m_runs.begin(), m_runs.end(),
                       [&key](const CommandRun *run) { return run->isUnderWay(key); });
}

int RunList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

QString RunList::line(const CommandRun &run)
{
    if (run.isRunning()) {
        const QString far = tr("%L1 of %L2 over").arg(run.over()).arg(run.total());
        return run.isPaused()      ? tr("%1, paused").arg(far)
               : run.isCancelled() ? tr("%1, the rest is cancelled").arg(far)
                                   : far;
    }
    return tr("%1, %2", "time, what became of it")
        .arg(QLocale().toString(run.startedAt().time(), QLocale::ShortFormat), run.summary());
}

QVariant RunList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CommandRun &run = *m_runs.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return run.title();
    case Qt::ToolTipRole: return line(run);
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "run, how far it is").arg(run.title(), line(run));
    case LineRole: return line(run);
    case RunningRole: return run.isRunning();
    case FailedRole: return run.failed();
    default: return {};
    }
}

} // namespace Sluice
