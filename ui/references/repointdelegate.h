// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/markeddelegate.h"

namespace Sluice {

// Paints notes and results of a RepointModel in the colours of their meaning; a result also has its
// sign.
class RepointDelegate final : public MarkedDelegate
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
