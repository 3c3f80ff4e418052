// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/rundelegate.h"

#include "models/runs/runmodel.h"
#include "ui/runs/runlook.h"
#include "ui/theme/fonts.h"

namespace Sluice {

void RunDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == RunModel::PipelineColumn)
        option->font = sectionFont();
}

std::optional<CellMark> RunDelegate::markOf(const QModelIndex &index,
                                            QStyleOptionViewItem &cell) const
{
    if (index.column() != RunModel::ResultColumn)
        return {};
    const RunLook look = lookOf(CommandRun::State(index.data(RunModel::StateRole).toInt()));
    const QColor ink = inkOf(look.family, cell.palette);
    return CellMark{look.icon, ink, ink};
}

} // namespace Sluice
