// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyleOptionViewItem>

class QModelIndex;
class QPainter;

// Paints the cells of the forms' grids.
namespace Sluice::GridCell {

// Paints ground, selection and focus only.
void paintGround(QPainter *painter, const QStyleOptionViewItem &option);

// Paints the cell's text, in the fixed font for identifiers and values, and an icon when there is
// an error.
void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
           const QString &error, bool fixed);

} // namespace Sluice::GridCell
