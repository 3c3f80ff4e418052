// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/sourcedelegate.h"

#include "ui/shared/elidedsource.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/celllayout.h"
#include "ui/widgets/celltext.h"
#include "ui/widgets/monogram.h"

#include <QFontMetrics>
#include <QPainter>

#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

SourceDelegate::SourceDelegate(int typeRole, int hostRole, int databaseRole, MarkOf markOf,
                               QObject *parent)
    : QStyledItemDelegate(parent)
    , m_typeRole(typeRole)
    , m_hostRole(hostRole)
    , m_databaseRole(databaseRole)
    , m_markOf(std::move(markOf))
{}

void SourceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    paintCell(painter, option, index);
    CellLayout layout(option);
    const QString monogram = m_markOf(index.data(m_typeRole).toString());
    paintMonogram(painter, layout.takeStart(monogramSize.width(), Size::Gap),
                  monogram.isEmpty() ? u"?"_s : monogram, option.palette);
    painter->save();
    painter->setPen(option.palette.color(QPalette::Text));
    const QString host = index.data(m_hostRole).toString();
    const QString database = index.data(m_databaseRole).toString();
    drawCellText(painter, layout.rest(), host + u'\n' + database, smallFont(), option.direction,
                 [&](const QFontMetrics &metrics, int width) {
                     return elidedSource(host, database, metrics, width);
                 },
                 {index.data(m_wordsRole).toStringList(), option.palette});
    painter->restore();
}

QSize SourceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(smallFont());
    const QString text =
        shortSource(index.data(m_hostRole).toString(), index.data(m_databaseRole).toString());
    return {3 * Size::Gap + monogramSize.width() + metrics.horizontalAdvance(text) + 2,
            heightFor(Size::TableRow, option.fontMetrics)};
}

} // namespace Sluice
