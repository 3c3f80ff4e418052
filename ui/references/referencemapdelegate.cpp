// SPDX-License-Identifier: Apache-2.0
#include "ui/references/referencemapdelegate.h"

#include "models/references/referencemapmodel.h"
#include "ui/theme/fonts.h"

namespace Sluice {

namespace {

using Kind = ReferenceMapModel::Kind;

const char *iconOf(Kind kind)
{
    switch (kind) {
    case Kind::Runner: return "server";
    case Kind::Vault: return "lock-keyhole";
    case Kind::Secret: return "key-round";
    case Kind::Use: return "link";
    }
    return "link";
}

// Without a location the row shows the provider's name, which is no part of a reference.
bool hasLocation(const QModelIndex &vault)
{
    return !vault.data(ReferenceMapModel::ReferenceRole)
                .value<SecretReference>()
                .location.isEmpty();
}

} // namespace

std::optional<CellMark> ReferenceMapDelegate::markOf(const QModelIndex &index,
                                                     QStyleOptionViewItem &cell) const
{
    const auto kind = Kind(index.data(ReferenceMapModel::KindRole).toInt());
    switch (index.column()) {
    case ReferenceMapModel::NameColumn:
        if (kind == Kind::Secret || (kind == Kind::Vault && hasLocation(index)))
            cell.font = fixedFont();
        return kindMark(iconOf(kind), cell.palette);
    case ReferenceMapModel::ChecksColumn:
        return findingMark(index.data(ReferenceMapModel::FindingCountRole).toInt(), cell.palette);
    default: return {};
    }
}

QSize ReferenceMapDelegate::sizeHint(const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(),
            heightFor(Size::TableRow, option.fontMetrics)};
}

} // namespace Sluice
