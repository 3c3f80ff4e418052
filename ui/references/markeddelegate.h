// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QStyledItemDelegate>

#include <optional>

namespace Sluice {

// An icon before a cell's text, each in its colour.
struct CellMark {
    const char *icon; // null: none, the text begins at the margin
    QColor color;
    QColor text;
};

// Paints some cells with a mark before their text, which is cut at its end; the others as they are.
class MarkedDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    // None: a cell like any other. May give the cell another font.
    virtual std::optional<CellMark> markOf(const QModelIndex &index,
                                           QStyleOptionViewItem &cell) const = 0;

    // How many findings a cell is about: a check, or the sign to look first.
    static CellMark findingMark(int findings, const QPalette &palette);
    // What kind of thing the row is, in the secondary colour.
    static CellMark kindMark(const char *icon, const QPalette &palette);
};

} // namespace Sluice
