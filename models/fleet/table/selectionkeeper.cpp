// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/selectionkeeper.h"

#include "models/fleet/table/pipelinemodel.h"

#include <QItemSelectionModel>
#include <QScopedValueRollback>

namespace Sluice {

namespace {

PipelineKey keyAt(const QModelIndex &index)
{
    return index.data(PipelineModel::KeyRole).value<PipelineKey>();
}

} // namespace

SelectionKeeper::SelectionKeeper(QAbstractItemModel *rows, QObject *parent)
    : QObject(parent)
    , m_rows(rows)
{
    connect(rows, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { rowsLeave(first, last); });
    connect(rows, &QAbstractItemModel::rowsRemoved, this, [this] { m_isAtWork = false; });
    connect(rows, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { rowsCame(first, last); });
}

void SelectionKeeper::setSelectionModel(QItemSelectionModel *selection)
{
    m_selection = selection;
}

void SelectionKeeper::selectionChanged()
{
    if (m_isAtWork)
        return;
    m_left.clear();
    m_leftCurrent = {};
    m_isRecalled = false;
}

void SelectionKeeper::expect(const QSet<PipelineKey> &selected, const PipelineKey &current)
{
    m_left = selected;
    m_leftCurrent = current;
    m_isRecalled = !selected.isEmpty();
    if (m_rows->rowCount() > 0)
        rowsCame(0, m_rows->rowCount() - 1);
}

void SelectionKeeper::rowsLeave(int first, int last)
{
    m_isAtWork = true;
    const QItemSelection selected = m_selection->selection();
    for (const QItemSelectionRange &range : selected) {
        if (range.left() > 0)
            continue; // its rows are in the range of the first column too
        for (int row = qMax(first, range.top()); row <= qMin(last, range.bottom()); ++row)
            m_left.insert(keyAt(m_rows->index(row, 0)));
    }
    const QModelIndex current = m_selection->currentIndex();
    if (current.row() >= first && current.row() <= last && m_left.contains(keyAt(current)))
        m_leftCurrent = keyAt(current);
}

void SelectionKeeper::rowsCame(int first, int last)
{
    if (m_left.isEmpty())
        return;
    const QScopedValueRollback atWork(m_isAtWork, true);
    QItemSelection back;
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_rows->index(row, PipelineModel::NameColumn);
        const PipelineKey key = keyAt(index);
        if (!m_left.remove(key))
            continue;
        if (key == m_leftCurrent)
            m_selection->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        if (!back.isEmpty() && back.constLast().bottom() == row - 1)
            back.last() = QItemSelectionRange(back.constLast().topLeft(), index);
        else
            back.append(QItemSelectionRange(index));
    }
    if (!back.isEmpty())
        m_selection->select(back, QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

} // namespace Sluice
