// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/support/rowdiff.h"

#include <QAbstractTableModel>

namespace Sluice {

// A table with a row for each record. Applies new contents as a difference, so that selection and
// scroll position stay. A Record has an `id` that names it, and ==.
template <typename Record>
class RecordTable : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : int(m_records.size());
    }

    const Record &record(int row) const { return m_records.at(row); }

protected:
    void setRecords(const QList<Record> &next)
    {
        const QList<RowStep> steps = rowDiff(
            m_records, next, [](const QList<Record> &list, int row) { return list.at(row).id; });
        for (const RowStep &step : steps)
            apply(step, next);
        const QList<RowRun> changed = rowRuns(
            int(next.size()), [this, &next](int row) { return m_records.at(row) != next.at(row); });
        m_records = next;
        for (const auto &[first, last] : changed)
            Q_EMIT this->dataChanged(this->index(first, 0),
                                     this->index(last, this->columnCount() - 1));
    }

    // Puts these before the others.
    void prependRecords(const QList<Record> &records)
    {
        if (records.isEmpty())
            return;
        this->beginInsertRows({}, 0, int(records.size()) - 1);
        m_records = records + m_records;
        this->endInsertRows();
    }

    // Puts these behind the others.
    void appendRecords(const QList<Record> &records)
    {
        if (records.isEmpty())
            return;
        const int first = int(m_records.size());
        this->beginInsertRows({}, first, first + int(records.size()) - 1);
        m_records += records;
        this->endInsertRows();
    }

    // Drops the last ones, so that so many are left.
    void cutRecords(int most)
    {
        if (m_records.size() <= most)
            return;
        this->beginRemoveRows({}, most, int(m_records.size()) - 1);
        m_records.resize(most);
        this->endRemoveRows();
    }

private:
    void apply(const RowStep &step, const QList<Record> &next)
    {
        const auto &[first, last] = step.run;
        switch (step.kind) {
        case RowStep::Kind::Remove:
            this->beginRemoveRows({}, first, last);
            m_records.remove(first, step.run.count());
            this->endRemoveRows();
            break;
        case RowStep::Kind::Move:
            this->beginMoveRows({}, first, last, {}, step.to);
            Sluice::moveRows(m_records, step);
            this->endMoveRows();
            break;
        case RowStep::Kind::Insert:
            this->beginInsertRows({}, first, last);
            m_records =
                m_records.mid(0, first) + next.mid(first, step.run.count()) + m_records.mid(first);
            this->endInsertRows();
            break;
        }
    }

    QList<Record> m_records;
};

} // namespace Sluice
