// SPDX-License-Identifier: Apache-2.0
#include "ui/references/secretdelegate.h"

#include "models/references/secretsmodel.h"
#include "ui/references/markedcell.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

namespace Sluice {

void SecretDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    switch (index.column()) {
    case SecretsModel::ProviderColumn:
        paintMarkedCell(painter, cell, index,
                        {"key-round", tokensFor(option.palette).textSecondary,
                         option.palette.color(QPalette::Text)});
        break;
    case SecretsModel::ChecksColumn:
        paintMarkedCell(painter, cell, index,
                        findingMark(index.data(SecretsModel::FindingCountRole).toInt(), option));
        break;
    default: QStyledItemDelegate::paint(painter, option, index);
    }
}

void SecretDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto reference = index.data(SecretsModel::ReferenceRole).value<SecretReference>();
    switch (index.column()) {
    case SecretsModel::NameColumn:
    case SecretsModel::KeyColumn: option->font = fixedFont(); break;
    case SecretsModel::LocationColumn:
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
