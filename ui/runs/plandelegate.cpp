// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/plandelegate.h"

#include "models/runs/runplanmodel.h"
#include "ui/runs/runlook.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QStyle>

namespace Sluice {

void PlanDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() != RunPlanModel::PipelineColumn)
        return;
    option->font = sectionFont();
    if (option->features.testFlag(QStyleOptionViewItem::HasCheckIndicator))
        return;
    // The names stand below each other, with a box before them or not.
    const QStyle *style = option->widget ? option->widget->style() : QApplication::style();
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = {style->pixelMetric(QStyle::PM_IndicatorWidth, option, option->widget),
                              1};
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
