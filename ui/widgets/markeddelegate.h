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

// Paints some cells with a mark before their text. The text is cut at its end.
class MarkedDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    // None: the cell is painted like any other. May give the cell another font.
    virtual std::optional<CellMark> markOf(const QModelIndex &index,
                                           QStyleOptionViewItem &cell) const = 0;

    // The mark for a number of findings: a check, or the sign to look first.
    static CellMark findingMark(int findings, const QPalette &palette);
    // The mark for the kind of a row, in the secondary colour.
    static CellMark kindMark(const char *icon, const QPalette &palette);
};

} // namespace Sluice
