// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/plandelegate.h"

#include "models/runs/runplanmodel.h"
#include "ui/runs/runlook.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

namespace Sluice {

void PlanDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == RunPlanModel::PipelineColumn)
        option->font = sectionFont();
}

std::optional<CellMark> PlanDelegate::markOf(const QModelIndex &index,
                                             QStyleOptionViewItem &cell) const
{
    if (index.column() != RunPlanModel::PlanColumn)
        return {};
    const auto *plan = qobject_cast<const RunPlanModel *>(index.model());
    const QColor grey = tokensFor(cell.palette).textSecondary;
    const QColor amber = familyColors(Family::Warning, cell.palette).fg;
    switch (RunDecision::Kind(index.data(RunPlanModel::KindRole).toInt())) {
    case RunDecision::Kind::Blocked: return CellMark{"lock-keyhole", amber, amber};
    case RunDecision::Kind::InSnapshot: return CellMark{"triangle-alert", amber, amber};
    case RunDecision::Kind::Skipped: return CellMark{"minus", grey, grey};
    case RunDecision::Kind::Acts: break;
    }
    if (!index.data(RunPlanModel::TickedRole).toBool())
        return CellMark{"minus", grey, grey};
    return CellMark{plan ? verbIcon(plan->verb()) : nullptr, grey,
                    cell.palette.color(QPalette::Text)};
}

} // namespace Sluice
