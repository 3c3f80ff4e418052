// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/markeddelegate.h"

namespace Sluice {

// Paints the results of a RunModel with their signs.
class RunDelegate final : public MarkedDelegate
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
