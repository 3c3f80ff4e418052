// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/files/importmatch.h"
#include "models/operations/itemreport.h"
#include "models/support/tickabletable.h"

namespace Sluice {

// Definitions that were read from files or a text, and what an import would do with each in the
// chosen project. The first column has a check box when there is something to send. Entries without
// problems that would change something are checked at first. At most one of several entries with
// the same name is checked.
class ImportModel final : public TickableTable
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        PlaceColumn,
        ActionColumn,
        ProblemsColumn,
        ResultColumn,
        ColumnCount
    };

    enum Role {
        ActionRole = Qt::UserRole, // int, ImportAction
        ProblemsRole, // QStringList, problems, then remarks; a line each: "path: message"
        RepeatedRole, // bool, another entry has this name
        StateRole,    // int, ItemState
        ResultRole,   // QString, what became of it, whole; the column may be shorter
    };

    // An entry that the user wants, with its match.
    struct Chosen {
        int row = 0;
        ImportEntry entry;
        ImportMatch match;
    };

    using TickableTable::TickableTable;

    // Both set the check boxes anew.
    void setEntries(const QList<ImportEntry> &entries);
    // definitions: as the server lists them.
    void setProject(const QList<QJsonObject> &definitions);

    const ImportEntry &entry(int row) const { return m_rows.at(row).entry; }

    const ImportMatch &matchAt(int row) const { return m_rows.at(row).match; }

    QList<Chosen> chosen() const;
    int chosenCount() const;
    int chosenCount(ImportAction action) const;

    // The folder that all files lie in, which the place of an entry leaves out; empty: none.
    const QString &folder() const { return m_folder; }

    // What became of the rows that were sent, in one line: "3 created, 1 updated, 1 failed."
    // Empty before.
    QString summary() const;

    // What to look at before the row is sent. It hinders nothing. Stays until the entries or the
    // project are set anew.
    void setRemarks(int row, const QStringList &remarks);

    // Shows the report until the entries or the project are set anew. A done entry cannot be
    // checked again.
    void setReport(int row, const ItemReport &report);

    // All that the table says, one line for each row, cells separated by tabs.
    QString report() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void chosenChanged();

protected:
    bool canTick(int row) const override { return canTick(m_rows.at(row)); }

    bool isTicked(int row) const override { return m_rows.at(row).isTicked; }

    void tick(int row, bool ticked) override;

private:
    struct Row {
        ImportEntry entry;
        ImportMatch match;
        bool isRepeated = false;
        bool isTicked = false;
        ItemReport report = {};
        QStringList remarks = {};
    };

    static bool canTick(const Row &row);
    void matchAll();
    void setTicked(int row, bool ticked);
    static QStringList problems(const Row &row);
    QString text(const Row &row, int column) const;

    QString placeText(const ImportEntry &entry) const;
    QString toolTip(const Row &row, int column) const;

    QList<Row> m_rows;
    QString m_folder; // with a slash at its end
    ProjectIndex m_project;
};

} // namespace Sluice
