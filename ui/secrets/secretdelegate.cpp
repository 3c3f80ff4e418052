// SPDX-License-Identifier: Apache-2.0
#include "ui/secrets/secretdelegate.h"

#include "models/secrets/secretsmodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/cell.h"

#include <QPainter>
#include <QStyle>

namespace Sluice {

namespace {

struct Mark {
    const char *icon;
    QColor color;
    QColor text;
};

Mark markOf(const QModelIndex &index, const QPalette &palette)
{
    const Tokens &tokens = tokensFor(palette);
    if (index.column() == SecretsModel::ProviderColumn)
        return {"key-round", tokens.textSecondary, palette.color(QPalette::Text)};
    if (index.data(SecretsModel::FindingCountRole).toInt() == 0)
        return {"check", familyColors(Family::Good, palette).solid, tokens.textSecondary};
    return {"triangle-alert", tokens.warning, familyColors(Family::Warning, palette).fg};
}

bool hasMark(const QModelIndex &index)
{
    return index.column() == SecretsModel::ProviderColumn ||
           index.column() == SecretsModel::ChecksColumn;
}

} // namespace

void SecretDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    if (!hasMark(index)) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    paintCell(painter, option, index);
    const Mark mark = markOf(index, option.palette);
    const QRect inside = option.rect.adjusted(Size::Gap, 0, -Size::Gap, 0);
    QRect place(inside.topLeft(), QSize(Size::SmallIcon, inside.height()));
    paintIcon(painter, QStyle::visualRect(option.direction, option.rect, place), mark.icon,
              mark.color);
    place.setRect(place.right() + 1 + Size::IconText, inside.top(),
                  inside.right() - place.right() - Size::IconText, inside.height());
    painter->save();
    painter->setFont(option.font);
    painter->setPen(mark.text);
    painter->drawText(
        QStyle::visualRect(option.direction, option.rect, place),
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, place.width()));
    painter->restore();
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
