// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QSet>

#include <algorithm>
#include <utility>

namespace Sluice {

// A table of records, a row each. New contents are applied as a difference, so that selection and
// scroll survive. Record: id that names it, ==; the order of those that stay does not change.
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
        QSet<Id> staying = idsOf(m_records);
        for (qsizetype row = 0; row < next.size();) {
            const auto come =
                runOf(next, row, [&staying](const Id &id) { return !staying.contains(id); });
            if (come > 0) {
                this->beginInsertRows({}, int(row), int(row + come) - 1);
                m_records = m_records.mid(0, row) + next.mid(row, come) + m_records.mid(row);
                this->endInsertRows();
                row += come;
                continue;
            }
            if (m_records.at(row) != next.at(row)) {
                m_records[row] = next.at(row);
                Q_EMIT this->dataChanged(this->index(int(row), 0),
                                         this->index(int(row), this->columnCount() - 1));
            }
            ++row;
        }
    }

private:
    static QSet<Id> idsOf(const QList<Record> &records)
    {
        QSet<Id> ids;
        ids.reserve(records.size());
        for (const Record &record : records)
            ids.insert(record.id);
        return ids;
    }

    // How many from this row on are so, without a gap.
    template <typename Test>
    static qsizetype runOf(const QList<Record> &records, qsizetype row, Test test)
    {
        const auto first = records.begin() + row;
        return std::find_if_not(first, records.end(),
                                [&test](const Record &record) { return test(record.id); }) -
               first;
    }

    void removeMissing(const QList<Record> &next)
    {
        const QSet<Id> staying = idsOf(next);
        for (qsizetype row = 0; row < m_records.size();) {
            const auto gone =
                runOf(m_records, row, [&staying](const Id &id) { return !staying.contains(id); });
            if (gone == 0) {
                ++row;
                continue;
            }
            this->beginRemoveRows({}, int(row), int(row + gone) - 1);
            m_records.remove(row, gone);
            this->endRemoveRows();
        }
    }

    QList<Record> m_records;
};

} // namespace Sluice
