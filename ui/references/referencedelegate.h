// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/markeddelegate.h"

namespace Sluice {

// A cell of the table of references: the provider with its key, the parts in the fixed font, a
// missing part in the secondary colour, the checks with their mark.
class ReferenceDelegate final : public MarkedDelegate
{
    Q_OBJECT

public:
    using MarkedDelegate::MarkedDelegate;

protected:
    std::optional<CellMark> markOf(const QModelIndex &index,
                                   QStyleOptionViewItem &cell) const override;
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace Sluice
