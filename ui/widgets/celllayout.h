// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/fonts.h"

#include <QRect>

class QStyleOptionViewItem;

namespace Sluice {

// Shares out the width of a cell that a delegate paints itself: places from its start and its end,
// and what is left between them. All of it is mirrored where people read from the right.
class CellLayout
{
public:
    // The margins before the first place and after the last one.
    explicit CellLayout(const QStyleOptionViewItem &option, int start = Size::Gap,
                        int end = Size::Gap);

    // As high as the cell. gap: what stays free beside it.
    QRect takeStart(int width, int gap = Size::IconText);
    QRect takeEnd(int width, int gap = Size::Gap);

    QRect rest() const { return mirrored(m_rest); }

private:
    QRect mirrored(const QRect &place) const;

    QRect m_cell;
    Qt::LayoutDirection m_direction;
    QRect m_rest; // left to right
};

} // namespace Sluice
