// SPDX-License-Identifier: Apache-2.0
// Which rows PipelineFilter shows and what it tells the views; what matches is in
// pipelinefilter.cpp.
#include "models/fleet/pipelinefilter.h"
#include "models/fleet/pipelinemodel.h"

#include <algorithm>
#include <utility>

namespace Sluice {

namespace {

// More rows than these come or go together, by way of the end.
constexpr int fewRows = 8;

} // namespace

void PipelineFilter::watchSource(PipelineModel *model)
{
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { sourceInserted(first, last); });
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { sourceAboutToRemove(first, last); });
    connect(model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { sourceRemoved(first, last); });
    connect(model, &QAbstractItemModel::dataChanged, this, &PipelineFilter::sourceChanged);
}

void PipelineFilter::sourceInserted(int first, int last)
{
    const int count = last - first + 1;
    m_facts.insert(first, count, Facts());
    m_places.insert(first, count, -1);
    for (int &row : m_rows) {
        if (row >= first)
            row += count;
    }
    readFacts(first, last);
    m_countTimer.start();
    QList<int> added;
    for (int row = first; row <= last; ++row) {
        if (accepts(row))
            added.append(row);
    }
    showRows(added, follows());
    if (!follows() && !m_held)
        m_orderTimer.start();
}

void PipelineFilter::sourceAboutToRemove(int first, int last)
{
    QList<bool> stays(m_rows.size(), true);
    int count = 0;
    for (int row = first; row <= last; ++row) {
        if (const int place = m_places.at(row); place >= 0) {
            stays[place] = false;
            ++count;
        }
    }
    hideRows(stays, count);
}

void PipelineFilter::sourceRemoved(int first, int last)
{
    const int count = last - first + 1;
    m_facts.remove(first, count); // the ranks of the rest still tell the order
    m_places.remove(first, count);
    for (int &row : m_rows) {
        if (row > last)
            row -= count;
    }
    m_countTimer.start();
}

void PipelineFilter::sourceChanged(const QModelIndex &first, const QModelIndex &last,
                                   const QList<int> &roles)
{
    const bool isNew = roles.isEmpty();
    const bool isBadge = roles.contains(PipelineModel::BadgeRole);
    if (isNew) {
        readFacts(first.row(), last.row());
    } else if (isBadge) {
        for (int row = first.row(); row <= last.row(); ++row)
            m_facts[row].badge = m_model->row(row).badge();
    }
    if (isNew || isBadge)
        m_countTimer.start();
    const bool isSorted = first.column() <= m_sortColumn && m_sortColumn <= last.column() &&
                          (isNew || roles.contains(PipelineModel::SortRole));
    if (isNew || isBadge || isSorted) {
        if (follows())
            bringUpToDate();
        else if (!m_held && !m_orderTimer.isActive())
            m_orderTimer.start();
    }
    tellChanged(first, last, roles);
}

void PipelineFilter::tellChanged(const QModelIndex &first, const QModelIndex &last,
                                 const QList<int> &roles)
{
    QList<int> places;
    for (int row = first.row(); row <= last.row(); ++row) {
        if (m_places.at(row) >= 0)
            places.append(m_places.at(row));
    }
    if (places.isEmpty())
        return;
    const auto tell = [&](int from, int to) {
        Q_EMIT dataChanged(index(from, first.column()), index(to, last.column()), roles);
    };
    std::sort(places.begin(), places.end());
    if (places.size() > fewRows) {
        tell(places.constFirst(), places.constLast());
        return;
    }
    for (const int place : std::as_const(places))
        tell(place, place);
}

bool PipelineFilter::follows() const
{
    return !m_held && m_facts.size() <= manyRows;
}

void PipelineFilter::bringUpToDate()
{
    if (!m_model)
        return;
    QList<bool> stays(m_rows.size(), true);
    int leaving = 0;
    QList<int> added;
    for (int row = 0; row < m_facts.size(); ++row) {
        const int place = m_places.at(row);
        const bool isWanted = accepts(row);
        if (place >= 0 && !isWanted) {
            stays[place] = false;
            ++leaving;
        } else if (place < 0 && isWanted) {
            added.append(row);
        }
    }
    hideRows(stays, leaving);
    if (added.size() <= fewRows)
        sortRows(); // so that the new ones find their places
    showRows(added, true);
}

void PipelineFilter::hideRows(const QList<bool> &stays, int count)
{
    if (count == 0)
        return;
    if (count <= fewRows) {
        for (int place = static_cast<int>(m_rows.size()) - 1; place >= 0; --place) {
            if (!stays.at(place))
                removeRun(place, place);
        }
        return;
    }
    QList<int> rows;
    QList<int> gone;
    rows.reserve(m_rows.size());
    for (int place = 0; place < m_rows.size(); ++place)
        (stays.at(place) ? rows : gone).append(m_rows.at(place));
    rearrange(rows + gone);
    removeRun(static_cast<int>(rows.size()), static_cast<int>(m_rows.size()) - 1);
}

void PipelineFilter::removeRun(int first, int last)
{
    beginRemoveRows({}, first, last);
    for (int place = first; place <= last; ++place)
        m_places[m_rows.at(place)] = -1;
    m_rows.remove(first, last - first + 1);
    renumber(first);
    endRemoveRows();
}

void PipelineFilter::showRows(const QList<int> &sourceRows, bool sorted)
{
    if (sourceRows.isEmpty())
        return;
    if (sourceRows.size() <= fewRows && sorted) {
        for (const int row : sourceRows)
            insertSorted(row);
        return;
    }
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(sourceRows.size()) - 1);
    m_rows += sourceRows;
    renumber(first);
    endInsertRows();
    if (sorted)
        sortRows();
}

void PipelineFilter::insertSorted(int sourceRow)
{
    const auto at = std::lower_bound(m_rows.cbegin(), m_rows.cend(), sourceRow,
                                     [this](int left, int right) { return isBefore(left, right); });
    const int place = static_cast<int>(at - m_rows.cbegin());
    beginInsertRows({}, place, place);
    m_rows.insert(place, sourceRow);
    renumber(place);
    endInsertRows();
}

void PipelineFilter::sortRows()
{
    const auto before = [this](int left, int right) { return isBefore(left, right); };
    if (std::is_sorted(m_rows.cbegin(), m_rows.cend(), before))
        return;
    QList<int> rows = m_rows;
    std::sort(rows.begin(), rows.end(), before);
    rearrange(rows);
}

// The same rows in another order.
void PipelineFilter::rearrange(const QList<int> &rows)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    QList<int> sourceRows;
    sourceRows.reserve(from.size());
    for (const QModelIndex &index : from)
        sourceRows.append(m_rows.at(index.row()));
    m_rows = rows;
    renumber();
    QModelIndexList to;
    to.reserve(from.size());
    for (qsizetype i = 0; i < from.size(); ++i)
        to.append(createIndex(m_places.at(sourceRows.at(i)), from.at(i).column()));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void PipelineFilter::renumber(int first)
{
    for (int place = first; place < m_rows.size(); ++place)
        m_places[m_rows.at(place)] = place;
}

QModelIndex PipelineFilter::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex PipelineFilter::parent(const QModelIndex &) const
{
    return {};
}

int PipelineFilter::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PipelineFilter::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_model ? 0 : int(PipelineModel::ColumnCount);
}

bool PipelineFilter::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

QVariant PipelineFilter::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_model ? m_model->headerData(section, orientation, role) : QVariant();
}

QModelIndex PipelineFilter::mapToSource(const QModelIndex &proxyIndex) const
{
    return proxyIndex.isValid() ? m_model->index(m_rows.at(proxyIndex.row()), proxyIndex.column())
                                : QModelIndex();
}

QModelIndex PipelineFilter::mapFromSource(const QModelIndex &sourceIndex) const
{
    const int place = sourceIndex.isValid() ? m_places.value(sourceIndex.row(), -1) : -1;
    return place < 0 ? QModelIndex() : createIndex(place, sourceIndex.column());
}

} // namespace Sluice
