// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelinefilter.h"

#include "models/fleet/table/pipelinemodel.h"
#include "models/support/rowdiff.h"

#include <algorithm>
#include <utility>

namespace Sluice {

namespace {

// More rows than these come or go together, by way of the end.
constexpr int fewRows = 8;
// More changed rows than these are told as one range.
constexpr int toldByRuns = 64;

} // namespace

PipelineFilter::PipelineFilter(QObject *parent)
    : QAbstractProxyModel(parent)
{
    m_countTimer.setSingleShot(true);
    m_countTimer.setInterval(0);
    connect(&m_countTimer, &QTimer::timeout, this, &PipelineFilter::compareCounts);
    m_orderTimer.setSingleShot(true);
    m_orderTimer.setInterval(1000);
    connect(&m_orderTimer, &QTimer::timeout, this, &PipelineFilter::bringUpToDate);
}

void PipelineFilter::setSourceModel(QAbstractItemModel *model)
{
    beginResetModel();
    if (m_model)
        disconnect(m_model, nullptr, this, nullptr);
    m_model = qobject_cast<PipelineModel *>(model);
    Q_ASSERT(m_model || !model);
    QAbstractProxyModel::setSourceModel(m_model);
    m_match.setRows(m_model ? &m_model->rows() : nullptr);
    m_places.fill(-1, m_match.size());
    m_rows.clear();
    for (int row = 0; row < m_match.size(); ++row) {
        if (m_match.accepts(row))
            m_rows.append(row);
    }
    std::sort(m_rows.begin(), m_rows.end(),
              [this](int left, int right) { return m_match.isBefore(left, right); });
    renumber();
    if (m_model)
        watchSource(m_model);
    m_countTimer.start();
    endResetModel();
}

void PipelineFilter::setText(const QString &text)
{
    if (!m_match.setText(text))
        return;
    m_match.rankNames();
    bringUpToDate();
    m_countTimer.start();
}

void PipelineFilter::setBadges(const QSet<Badge> &badges)
{
    if (m_match.setBadges(badges))
        bringUpToDate();
}

void PipelineFilter::setFacets(const FacetChoice &facets)
{
    if (!m_match.setFacets(facets))
        return;
    m_match.rankNames();
    bringUpToDate();
    m_countTimer.start();
}

void PipelineFilter::setScope(const Scope &scope)
{
    if (!m_match.setScope(scope))
        return;
    m_match.rankNames();
    bringUpToDate();
    m_countTimer.start();
}

void PipelineFilter::holdOrder(bool hold)
{
    if (m_held == hold)
        return;
    m_held = hold;
    m_orderTimer.stop();
    if (!hold)
        bringUpToDate();
}

const PipelineRow &PipelineFilter::pipeline(int row) const
{
    return m_model->row(m_rows.at(row));
}

void PipelineFilter::sort(int column, Qt::SortOrder order)
{
    m_match.setOrder(column, order);
    bringUpToDate();
}

void PipelineFilter::compareCounts()
{
    if (!m_model)
        return;
    m_match.rankNames(); // the rows have settled
    setWaiting(m_held && !isUpToDate() ? m_match.unsettled() : 0);
    QHash<Badge, int> now = counts();
    if (now == m_told)
        return;
    m_told = std::move(now);
    Q_EMIT countsChanged();
}

void PipelineFilter::setWaiting(int count)
{
    if (std::exchange(m_waiting, count) != count)
        Q_EMIT waitingCountChanged(count);
}

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
    m_match.insert(first, last);
    m_places.insert(first, count, -1);
    for (int &row : m_rows) {
        if (row >= first)
            row += count;
    }
    m_countTimer.start();
    QList<int> added;
    for (int row = first; row <= last; ++row) {
        if (m_match.accepts(row))
            added.append(row);
    }
    showRows(added, follows());
    if (follows())
        m_match.settle();
    else if (!m_held)
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
    m_match.remove(first, last);
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
    const int sorted = m_match.sortColumn();
    const bool isSorted = first.column() <= sorted && sorted <= last.column() &&
                          (isNew || roles.contains(PipelineModel::SortRole));
    if (isNew)
        m_match.read(first.row(), last.row());
    else if (isBadge)
        m_match.readBadges(first.row(), last.row());
    if (isSorted && sorted != PipelineModel::StatusColumn) {
        for (int row = first.row(); row <= last.row(); ++row)
            m_match.setMoved(row);
    }
    if (isNew || isBadge || (isSorted && m_held))
        m_countTimer.start();
    if (isNew || isBadge || isSorted) {
        if (follows())
            bringUpToDate();
        else if (!m_held && !m_orderTimer.isActive())
            m_orderTimer.start();
    }
    notifyChanged(first, last, roles);
}

void PipelineFilter::notifyChanged(const QModelIndex &first, const QModelIndex &last,
                                   const QList<int> &roles)
{
    QList<int> places;
    for (int row = first.row(); row <= last.row(); ++row) {
        if (m_places.at(row) >= 0)
            places.append(m_places.at(row));
    }
    if (places.isEmpty())
        return;
    const auto notify = [&](int from, int to) {
        Q_EMIT dataChanged(index(from, first.column()), index(to, last.column()), roles);
    };
    std::sort(places.begin(), places.end());
    if (places.size() > toldByRuns) {
        notify(places.constFirst(), places.constLast());
        return;
    }
    const QList<RowRun> runs = rowRuns(places);
    std::for_each(runs.crbegin(), runs.crend(),
                  [&notify](const RowRun &run) { notify(run.first, run.last); });
}

bool PipelineFilter::follows() const
{
    return !m_held && m_match.size() <= manyRows;
}

void PipelineFilter::bringUpToDate()
{
    if (!m_model)
        return;
    QList<bool> stays(m_rows.size(), true);
    int leaving = 0;
    QList<int> added;
    for (int row = 0; row < m_match.size(); ++row) {
        const int place = m_places.at(row);
        const bool isWanted = m_match.accepts(row);
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
    m_match.settle();
    setWaiting(0);
}

// Nothing would come, go or move.
bool PipelineFilter::isUpToDate() const
{
    for (int row = 0; row < m_match.size(); ++row) {
        if (m_match.accepts(row) != (m_places.at(row) >= 0))
            return false;
    }
    return std::is_sorted(m_rows.cbegin(), m_rows.cend(),
                          [this](int left, int right) { return m_match.isBefore(left, right); });
}

void PipelineFilter::hideRows(const QList<bool> &stays, int count)
{
    if (count == 0)
        return;
    if (count <= fewRows) {
        const QList<RowRun> runs = rowRuns(static_cast<int>(m_rows.size()),
                                           [&stays](int place) { return !stays.at(place); });
        for (const auto &[first, last] : runs)
            removeRun(first, last);
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
    const auto at =
        std::lower_bound(m_rows.cbegin(), m_rows.cend(), sourceRow,
                         [this](int left, int right) { return m_match.isBefore(left, right); });
    const int place = static_cast<int>(at - m_rows.cbegin());
    beginInsertRows({}, place, place);
    m_rows.insert(place, sourceRow);
    renumber(place);
    endInsertRows();
}

void PipelineFilter::sortRows()
{
    const auto before = [this](int left, int right) { return m_match.isBefore(left, right); };
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

void PipelineFilter::setEdited(const QSet<PipelineKey> &pipelines)
{
    const QSet<PipelineKey> changed = (m_edited - pipelines) + (pipelines - m_edited);
    m_edited = pipelines;
    for (const PipelineKey &key : changed) {
        const int sourceRow = m_model ? m_model->rowOf(key) : -1;
        const QModelIndex name =
            sourceRow < 0 ? QModelIndex()
                          : mapFromSource(m_model->index(sourceRow, PipelineModel::NameColumn));
        if (name.isValid())
            Q_EMIT dataChanged(name, name, {EditedRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
    }
}

QVariant PipelineFilter::data(const QModelIndex &index, int role) const
{
    if (role == WordsRole)
        return m_match.words();
    const bool isSaid = role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if ((!isSaid && (role < FindingsRole || role > TaggedRole)) ||
        index.column() != PipelineModel::NameColumn ||
        !checkIndex(index, CheckIndexOption::IndexIsValid))
        return QAbstractProxyModel::data(index, role);
    const PipelineRow &row = m_model->row(m_rows.at(index.row()));
    const bool isEdited = m_edited.contains(row.key);
    if (role == EditedRole)
        return isEdited;
    if (role == PinnedRole)
        return row.label.isPinned;
    if (role == TaggedRole)
        return !row.label.tags.isEmpty() || !row.label.note.isEmpty();
    const bool hasFindings = m_findings.has && m_findings.has(row.key);
    if (role == FindingsRole)
        return hasFindings;
    if (!isEdited && !hasFindings && row.label.isEmpty())
        return QAbstractProxyModel::data(index, role);
    QStringList lines{row.name};
    if (isEdited)
        lines += tr("Edited, not saved");
    lines += row.label.lines();
    if (hasFindings)
        lines += m_findings.text(row);
    return lines.join(u'\n');
}

} // namespace Sluice
