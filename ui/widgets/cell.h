// SPDX-License-Identifier: Apache-2.0
#pragma once

class QModelIndex;
class QPainter;
class QStyleOptionViewItem;

namespace Sluice {

// Paints what lies below the content of a cell: background, hover, selection, focus. For delegates
// that paint the content themselves.
void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index);

// A 2 px frame inside the cell when it has the focus, also where a selected row shows it by its bar
// only: for lists that are walked through with the keyboard cell by cell.
void paintCellFocus(QPainter *painter, const QStyleOptionViewItem &option);

} // namespace Sluice
