// SPDX-License-Identifier: Apache-2.0
#include "ui/references/referencedelegate.h"

#include "models/references/referencesmodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

namespace Sluice {

std::optional<CellMark> ReferenceDelegate::markOf(const QModelIndex &index,
                                                  QStyleOptionViewItem &cell) const
{
    switch (index.column()) {
    case ReferencesModel::ProviderColumn: return kindMark("key-round", cell.palette);
    case ReferencesModel::ChecksColumn:
        return findingMark(index.data(ReferencesModel::FindingCountRole).toInt(), cell.palette);
    default: return {};
    }
}

void ReferenceDelegate::initStyleOption(QStyleOptionViewItem *option,
                                        const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto reference = index.data(ReferencesModel::ReferenceRole).value<SecretReference>();
    switch (index.column()) {
    case ReferencesModel::NameColumn:
    case ReferencesModel::KeyColumn: option->font = fixedFont(); break;
    case ReferencesModel::LocationColumn:
        if (reference.location.isEmpty())
            option->palette.setColor(QPalette::Text, tokensFor(option->palette).textSecondary);
        else
            option->font = fixedFont();
        break;
    default: break;
    }
    option->fontMetrics = QFontMetrics(option->font);
}

} // namespace Sluice
