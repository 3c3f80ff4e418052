// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"

#include <QStyledItemDelegate>

namespace Sluice {

class Turning;

// A row of the navigation tree: icon or badge glyph, name, and a detail in the secondary colour. At
// the right: the worst problem with its count and the number of pipelines below; or the turning arc
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
    static QRect retryRect(const QRect &row);

private:
    // Each function paints at the right end of rest and returns what is left of it.
    QRect paintRightSide(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index, QRect rest) const;
    QRect paintFailure(QPainter *painter, const QStyleOptionViewItem &option, QRect rest) const;
    QRect paintLoading(QPainter *painter, const QStyleOptionViewItem &option, QRect rest) const;
    QRect paintCounts(QPainter *painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index, QRect rest) const;
    static void paintProblems(QPainter *painter, const QStyleOptionViewItem &option, Badge badge,
                              int count, QRect &rest);
    void paintSymbol(QPainter *painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index, const QRect &place) const;

    void keepTurning(const QStyleOptionViewItem &option, const QRect &place) const;

    Turning *m_turning;
};

} // namespace Sluice
