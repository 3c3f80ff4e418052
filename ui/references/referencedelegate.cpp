// SPDX-License-Identifier: Apache-2.0
#include "ui/references/referencedelegate.h"

#include "models/references/referencesmodel.h"
#include "ui/references/markedcell.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

namespace Sluice {

void ReferenceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    switch (index.column()) {
    case ReferencesModel::ProviderColumn:
        paintMarkedCell(painter, cell, index,
                        {"key-round", tokensFor(option.palette).textSecondary,
                         option.palette.color(QPalette::Text)});
        break;
    case ReferencesModel::ChecksColumn:
        paintMarkedCell(painter, cell, index,
                        findingMark(index.data(ReferencesModel::FindingCountRole).toInt(), option));
        break;
    default: QStyledItemDelegate::paint(painter, option, index);
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
