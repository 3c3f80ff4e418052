// SPDX-License-Identifier: Apache-2.0
#pragma once

class QModelIndex;
class QPainter;
class QStyleOptionViewItem;

namespace Sluice {

// Paints what lies below the content of a cell: background, hover, selection and focus. For
// delegates that paint the content themselves.
void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index);

// Paints a 2 px frame inside the cell when it has the focus, also where a selected row shows the
// focus by its bar only. For lists that the keyboard walks through cell by cell.
void paintCellFocus(QPainter *painter, const QStyleOptionViewItem &option);

} // namespace Sluice
