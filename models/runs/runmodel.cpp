// SPDX-License-Identifier: Apache-2.0
#include "models/runs/runmodel.h"

#include "models/runs/commandrun.h"

#include <algorithm>

namespace Sluice {

void RunModel::setRun(CommandRun *run)
{
    if (m_run == run)
        return;
    beginResetModel();
    if (m_run)
        m_run->disconnect(this);
    m_run = run;
    endResetModel();
    if (!run)
        return;
    connect(run, &CommandRun::itemsChanged, this, [this](const QList<int> &items) {
        if (items.isEmpty())
            return;
        const auto [first, last] = std::minmax_element(items.begin(), items.end());
        Q_EMIT dataChanged(index(*first, 0), index(*last, ColumnCount - 1));
    });
}

QList<QStringList> RunModel::report(const CommandRun &run)
{
    QList<QStringList> table{{tr("Pipeline"), tr("Pipeline id"), tr("Account"), tr("Project"),
                              tr("Action"), tr("Result"), tr("Steps")}};
    for (int item = 0; item < run.size(); ++item) {
        const CommandRun::Item &one = run.item(item);
        table.append({one.name, one.key.pipeline, one.account, one.project, verbText(run.verb()),
                      CommandRun::stateText(run.state(item)), run.text(item)});
    }
    return table;
}

int RunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_run ? 0 : m_run->size();
}

int RunModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString RunModel::text(int item, int column) const
{
    const CommandRun::Item &one = m_run->item(item);
    switch (column) {
    case PipelineColumn: return one.name;
    case PlaceColumn: return tr("%1 › %2", "account and project").arg(one.account, one.project);
    case ResultColumn: return CommandRun::stateText(m_run->state(item));
    case StepsColumn: return m_run->text(item).simplified();
    default: return {};
    }
}

QVariant RunModel::data(const QModelIndex &index, int role) const
{
    if (!m_run ||
        !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(index.row(), index.column());
    case Qt::ToolTipRole:
        return index.column() == StepsColumn ? m_run->text(index.row())
                                             : text(index.row(), index.column());
    case KeyRole: return QVariant::fromValue(m_run->item(index.row()).key);
    case StateRole: return int(m_run->state(index.row()));
    default: return {};
    }
}

QVariant RunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case PipelineColumn: return tr("Pipeline");
    case PlaceColumn: return tr("Account and project");
    case ResultColumn: return tr("Result");
    case StepsColumn: return tr("Steps");
    default: return {};
    }
}

} // namespace Sluice
