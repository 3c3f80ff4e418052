// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/markeddelegate.h"

namespace Sluice {

// A row of the map of secrets: its kind's icon before the name, the parts of references in the
// fixed font, the checks with their mark.
class ReferenceMapDelegate final : public MarkedDelegate
{
    Q_OBJECT

public:
    using MarkedDelegate::MarkedDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    std::optional<CellMark> markOf(const QModelIndex &index,
                                   QStyleOptionViewItem &cell) const override;
};

} // namespace Sluice
