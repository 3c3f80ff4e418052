// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QSet>

#include <algorithm>
#include <utility>

namespace Sluice {

// A table of records read from the store, a row each. New contents are applied as a difference, so
// that selection and scroll survive. Record: id that names it, ==; the order of those that stay
// does not change.
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
    using Id = std::decay_t<decltype(std::declval<Record>().id)>;

    void setRecords(const QList<Record> &next)
    {
        removeMissing(next);
        for (qsizetype row = 0; row < next.size(); ++row) {
            const Record &wanted = next.at(row);
            if (row >= m_records.size() || m_records.at(row).id != wanted.id) {
                this->beginInsertRows({}, int(row), int(row));
                m_records.insert(row, wanted);
                this->endInsertRows();
            } else if (m_records.at(row) != wanted) {
                m_records[row] = wanted;
                Q_EMIT this->dataChanged(this->index(int(row), 0),
                                         this->index(int(row), this->columnCount() - 1));
            }
        }
    }

private:
    void removeMissing(const QList<Record> &next)
    {
        QSet<Id> staying;
        for (const Record &record : next)
            staying.insert(record.id);
        for (qsizetype row = m_records.size() - 1; row >= 0; --row) {
            if (staying.contains(m_records.at(row).id))
                continue;
            this->beginRemoveRows({}, int(row), int(row));
            m_records.removeAt(row);
            this->endRemoveRows();
        }
    }

    QList<Record> m_records;
};

} // namespace Sluice
