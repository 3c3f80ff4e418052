// SPDX-License-Identifier: Apache-2.0
#include "ui/references/repointdelegate.h"

#include "models/references/repoint/repointmodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

namespace Sluice {

namespace {

struct Sign {
    const char *icon = nullptr; // null: none
    Family family = Family::Stopped;
};

Sign signOf(const QModelIndex &index)
{
    if (index.column() == RepointModel::NoteColumn) {
        const bool isCaution = index.data(RepointModel::CautionRole).toBool();
        return {nullptr, isCaution ? Family::Warning : Family::Stopped};
    }
    switch (ItemState(index.data(RepointModel::StateRole).toInt())) {
    case ItemState::Done: return {"circle-check", Family::Good};
    case ItemState::Failed: return {"circle-alert", Family::Problem};
    case ItemState::Unknown:
    case ItemState::NotSeen: return {"circle-question-mark", Family::Unknown};
    case ItemState::NotSent: return {"minus"};
    case ItemState::None:
    case ItemState::Waiting:
    case ItemState::Reading:
    case ItemState::Saving: break;
    }
    return {};
}

bool hasSign(const QModelIndex &index)
{
    return index.column() == RepointModel::NoteColumn ||
           index.column() == RepointModel::ResultColumn;
}

QColor inkOf(const Sign &sign, const QPalette &palette)
{
    return sign.family == Family::Stopped ? tokensFor(palette).textSecondary
                                          : familyColors(sign.family, palette).fg;
}

} // namespace

void RepointDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == RepointModel::PipelineColumn)
        option->font = sectionFont();
}

std::optional<CellMark> RepointDelegate::markOf(const QModelIndex &index,
                                                QStyleOptionViewItem &cell) const
{
    if (!hasSign(index))
        return {};
    cell.font = smallFont();
    const Sign sign = signOf(index);
    const QColor ink = inkOf(sign, cell.palette);
    return CellMark{sign.icon, ink, ink};
}

} // namespace Sluice
