// SPDX-License-Identifier: Apache-2.0
#pragma once

class QModelIndex;
class QPainter;
class QStyleOptionViewItem;

namespace Sluice {

// Paints what lies below the content of a cell: background, hover, selection, focus. For delegates
// that paint the content themselves.
void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index);

} // namespace Sluice
