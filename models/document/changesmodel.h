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

    // What the two sides are called; without names, "Was" and "Will be".
    void setSides(const QString &was, const QString &will);
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

    // "Added", translated.
    static QString kindText(Kind kind);

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
    QVariant conflictSide(const Row &row, int role) const;
    static QString riskOf(const Row &row);
    static QString noteOf(const Row &row);

    QList<Row> m_rows;
    QString m_was;
    QString m_will;
};

} // namespace Sluice

Q_DECLARE_METATYPE(Sluice::Change)
