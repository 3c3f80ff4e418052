// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>

class QModelIndex;
class QPainter;
class QStyleOptionViewItem;

namespace Sluice {

// An icon before a cell's text, each in its colour.
struct CellMark {
    const char *icon; // null: none, the text begins at the margin
    QColor color;
    QColor text;
};

// How many findings a cell is about: a check, or the sign to look first.
CellMark findingMark(int findings, const QStyleOptionViewItem &option);

// Paints the cell with its mark and its text, cut at the end. option.font is the text's.
void paintMarkedCell(QPainter *painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index, const CellMark &mark);

} // namespace Sluice
