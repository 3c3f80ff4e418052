// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/files/importmatch.h"

#include <QAbstractTableModel>

namespace Sluice {

// Definitions that were read from files or a text, and what an import would do with each in the
// chosen project. The first column has a tick box where there is something to send: what is whole,
// and would change something, is ticked at first. Of entries with the same name at most one is
// ticked.
class ImportModel final : public QAbstractTableModel
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
    // What became of an entry that was sent. NotSeen: that is not known, and a look showed nothing;
    // it can be sent again, which looks first.
    enum class Outcome { None, Done, Failed, Unknown, NotSent, NotSeen };

    enum Role {
        ActionRole = Qt::UserRole, // int, ImportAction
        ProblemsRole,              // QStringList, a line each: "path: message"
        RepeatedRole,              // bool, another entry has this name
        OutcomeRole,               // int, Outcome
        ResultRole,                // QString, what became of it, whole; the column may be shorter
    };

    // An entry that the user wants, with its match.
    struct Chosen {
        int row = 0;
        ImportEntry entry;
        ImportMatch match;
    };

    using QAbstractTableModel::QAbstractTableModel;

    // Both set the ticks anew.
    void setEntries(const QList<ImportEntry> &entries);
    // definitions: as the server lists them.
    void setProject(const QList<QJsonObject> &definitions);

    const ImportEntry &entry(int row) const { return m_rows.at(row).entry; }

    const ImportMatch &matchAt(int row) const { return m_rows.at(row).match; }

    QList<Chosen> chosen() const;
    int chosenCount() const;

    // text may have several lines. Shown until the entries or the project are set anew. What is
    // done cannot be ticked again.
    void setResult(int row, Outcome outcome, const QString &text);

    // What the table says, whole, as lines of cells with tabs between them.
    QString report() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    // Qt::CheckStateRole of the first column. False for an entry that cannot be sent.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    struct Row {
        ImportEntry entry;
        ImportMatch match;
        bool isRepeated = false;
        bool isTicked = false;
        Outcome outcome = Outcome::None;
        QString result = {};
    };

    static bool canTick(const Row &row);
    void matchAll();
    void setTicked(int row, bool ticked);
    static QStringList problems(const Row &row);
    QString text(const Row &row, int column) const;

    QList<Row> m_rows;
    ProjectIndex m_project;
};

} // namespace Sluice
