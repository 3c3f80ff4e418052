// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/merge.h"

#include <QAbstractTableModel>

namespace Sluice {

// The changes between two definitions as rows. Each place is a row, but tables of one kind share
// one. Shows what a save would do (a merge, conflicts first), or how any two definitions differ.
class ChangesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { KindColumn, PlaceColumn, WasColumn, WillColumn, NoteColumn, ColumnCount };
    enum class Kind { Conflict, Added, Removed, Changed, Renamed, FromServer };

    enum Role {
        KindRole = Qt::UserRole, // int, Kind
        PathRole,                // QString, dotted
        RiskRole,                // QString, translated; empty: none
        BaseRole,                // QString, of a conflict: the value of each side
        TheirsRole,              // QString
        MineRole,                // QString
        ChoiceRole,              // int, MergeItem::Choice; setData() chooses for a conflict
        TablesRole,              // QStringList, all tables of a row of tables
        ChangesRole,             // QList<Change> as QVariant: those of the row, to be reverted
    };

    using QAbstractTableModel::QAbstractTableModel;

    // Compares two definitions of these names that both stay as they are: nothing is added, and
    // nothing is at risk. Without names the second one takes the place of the first.
    void setSides(const QString &first, const QString &second);
    // By id. A change of the runner shows them.
    void setRunnerNames(const QHash<QString, QString> &names);
    void setChanges(const QList<Change> &changes);
    void setMerge(const Merge &merge);

    int riskCount() const;
    int conflictCount() const;
    int openCount() const; // conflicts without a choice

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    // "Added", translated; of definitions that are compared only, "Second only".
    static QString kindText(Kind kind, bool isComparison = false);

Q_SIGNALS:
    // Of a conflict, by its number in Merge::items().
    void chosen(int item, Sluice::MergeItem::Choice choice);

private:
    struct Row {
        Kind kind = Kind::Changed;
        QList<Change> changes; // here, or from the server
        QList<Change> theirs;  // of a conflict
        int item = -1;         // of a conflict
        MergeItem::Choice choice = MergeItem::Choice::None;
    };

    void addRow(QList<Row> &rows, Kind kind, const Change &change) const;
    void joinRenames();
    QString text(const Row &row, int column) const;
    QVariant tip(const Row &row, int column) const;
    QVariant conflictSide(const Row &row, int role) const;
    QString riskOf(const Row &row) const;
    QString noteOf(const Row &row) const;
    QString valueOf(const Change &change, bool will) const;
    QString sideText(const QList<Change> &changes, bool will) const;

    bool isComparison() const { return !m_first.isEmpty() || !m_second.isEmpty(); }

    QList<Row> m_rows;
    QHash<QString, QString> m_runnerNames;
    QString m_first;
    QString m_second;
};

} // namespace Sluice

Q_DECLARE_METATYPE(Sluice::Change)
