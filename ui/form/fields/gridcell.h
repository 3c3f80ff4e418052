// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyleOptionViewItem>

class QModelIndex;
class QPainter;

// How the cells of the forms' grids look.
namespace Sluice::GridCell {

// Ground, selection and focus only.
void paintGround(QPainter *painter, const QStyleOptionViewItem &option);

// The cell's text, in the fixed font for identifiers and values; with an icon when there is an
// error.
void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
           const QString &error, bool fixed);

} // namespace Sluice::GridCell
