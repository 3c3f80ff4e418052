// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/trash/trash.h"
#include "models/support/recordtable.h"

namespace Sluice {

// The trash as a table, newest first. Follows its changes.
class TrashModel final : public RecordTable<TrashEntry>
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        ProjectColumn,
        AccountColumn,
        TablesColumn,
        DeletedColumn,
        ColumnCount
    };

    enum Role {
        EntryRole = Qt::UserRole, // TrashEntry
        IdRole,                   // QString, of the entry
        ConfirmedRole,            // bool: false: not known to be deleted
        SourceTypeRole,           // QString, "sqlserver"
        DeletedRole,              // QDateTime, UTC
        SortRole,                 // by column; a comparable value
    };

    explicit TrashModel(Trash *trash, QObject *parent = nullptr);

    // Why the trash could not be read; none when it was read, or is being read.
    const StoreProblem &problem() const { return m_problem; }

    void refresh();

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    // The trash has been read for the first time.
    void loaded();
    // problem() changed: the trash could not be read, or could be read again.
    void problemChanged();

private:
    void onEntries(const StoreResult<QList<TrashEntry>> &entries);
    QVariant text(const TrashEntry &entry, int column) const;

    Trash *m_trash;
    StoreProblem m_problem;
    bool m_isLoaded = false;
};

} // namespace Sluice
