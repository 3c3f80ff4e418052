// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"

#include <QStyledItemDelegate>

namespace Sluice {

class CellLayout;
class Turning;

// A row of the navigation tree: icon or badge glyph, name, and a detail in the secondary colour. At
// the end: the worst problem with its count and the number of pipelines below; or the turning arc
// while the children are read; or what failed, with "Retry".
class NavigationDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit NavigationDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // Where the word "Retry" of a failed row is.
    static QRect retryRect(const QRect &row, Qt::LayoutDirection direction);

private:
    // Each function takes its place at the end of the row.
    void paintEnd(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                  CellLayout &layout) const;
    static void paintFailure(QPainter *painter, const QStyleOptionViewItem &option,
                             CellLayout &layout);
    void paintLoading(QPainter *painter, const QStyleOptionViewItem &option,
                      CellLayout &layout) const;
    static void paintCounts(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index, CellLayout &layout);
    static void paintProblems(QPainter *painter, const QStyleOptionViewItem &option, Badge badge,
                              int count, CellLayout &layout);
    void paintSymbol(QPainter *painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index, const QRect &place) const;

    void keepTurning(const QStyleOptionViewItem &option, const QRect &place) const;

    Turning *m_turning;
};

} // namespace Sluice
