// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/celllayout.h"

#include <QStyle>
#include <QStyleOptionViewItem>

namespace Sluice {

CellLayout::CellLayout(const QStyleOptionViewItem &option, int start, int end)
    : m_cell(option.rect)
    , m_direction(option.direction)
    , m_rest(option.rect.adjusted(start, 0, -end, 0))
{}

QRect CellLayout::takeStart(int width, int gap)
{
    const QRect place(m_rest.left(), m_rest.top(), width, m_rest.height());
    m_rest.setLeft(m_rest.left() + width + gap);
    return mirrored(place);
}

QRect CellLayout::takeEnd(int width, int gap)
{
    const QRect place(m_rest.right() + 1 - width, m_rest.top(), width, m_rest.height());
    m_rest.setRight(m_rest.right() - width - gap);
    return mirrored(place);
}

QRect CellLayout::mirrored(const QRect &place) const
{
    return QStyle::visualRect(m_direction, m_cell, place);
}

} // namespace Sluice
