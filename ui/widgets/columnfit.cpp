// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/columnfit.h"

#include <QApplication>
#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

#include <algorithm>
#include <limits>

namespace Sluice {

QList<int> fairWidths(const QList<int> &wanted, int room)
{
    QList<int> sorted = wanted;
    std::sort(sorted.begin(), sorted.end());
    int most = std::numeric_limits<int>::max();
    int left = room;
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        const int share = left / int(sorted.size() - i);
        if (sorted.at(i) > share) {
            most = std::max(share, 0);
            break;
        }
        left -= sorted.at(i);
    }
    QList<int> widths;
    for (const int width : wanted)
        widths += std::min(width, most);
    return widths;
}

ColumnFit::ColumnFit(QTableView *table, int rest)
    : QObject(table)
    , m_table(table)
    , m_rest(rest)
{
    m_table->viewport()->installEventFilter(this);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        m_isUsers = m_isUsers || (!m_isFitting && QApplication::mouseButtons() != Qt::NoButton);
    });
}

void ColumnFit::fit()
{
    const QHeaderView *header = m_table->horizontalHeader();
    const QAbstractItemView *view = m_table; // where it is public
    m_wanted.clear();
    for (int column = 0; column < header->count(); ++column)
        m_wanted += header->isSectionHidden(column) ? 0
                                                    : std::max(header->sectionSizeHint(column),
                                                               view->sizeHintForColumn(column));
    share();
}

void ColumnFit::share()
{
    if (m_isUsers || m_isFitting)
        return;
    const QScopedValueRollback guard(m_isFitting, true);
    QList<int> columns;
    QList<int> wanted;
    for (int column = 0; column < m_wanted.size(); ++column) {
        if (m_table->isColumnHidden(column))
            continue;
        columns += column;
        wanted += m_wanted.at(column);
    }
    const int room = m_table->viewport()->width();
    QList<int> widths = fairWidths(wanted, room);
    int left = room;
    for (const int width : std::as_const(widths))
        left -= width;
    if (const auto rest = columns.indexOf(m_rest); rest >= 0)
        widths[rest] += std::max(left, 0);
    for (qsizetype i = 0; i < columns.size(); ++i)
        m_table->setColumnWidth(columns.at(i), widths.at(i));
}

// Another size needs no measuring of a thousand rows.
bool ColumnFit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        if (m_wanted.isEmpty())
            fit();
        else
            share();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Sluice
