// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QJsonArray>

namespace Sluice {

// The tables of a source: schema and table, one row each. Keeps unknown keys of a row. Duplicates
// are refused on adding (compared exactly: databases differ in case rules) and marked when they
// come with the definition or by editing a row.
class TablesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SchemaColumn, TableColumn, ColumnCount };

    enum Role { ErrorRole = Qt::UserRole }; // QString, also in ToolTipRole

    // What became of tables that were to be added.
    struct Added {
        int added = 0;
        int duplicates = 0;
        QStringList unreadable;   // lines that are not schema and table
        QStringList withDatabase; // "database.schema.table"
    };

    struct CellText {
        int row;
        int column;
        QString text;
    };

    // What became of texts that were to be replaced: all of them, or none for a reason.
    struct Replaced {
        int cells = 0;
        QStringList repeated; // "schema.table" that would be in the list more than once
        QStringList emptied;  // "schema.table" whose schema or table would be gone
    };

    // What became of repeated tables.
    struct Thinned {
        int removed = 0;
        int left = 0; // differ in more than schema and table, so that none can go unseen
    };

    using QAbstractTableModel::QAbstractTableModel;

    // Rows before the first and after the last difference stay as they are, with selection and
    // scroll.
    void setTables(const QJsonArray &tables);
    QJsonArray tables() const;

    // Adds the tables named in lines "schema.table", CSV or tab separated ("schema,table", a header
    // line is skipped); what is read is said in tabletext.h.
    Added addText(const QString &text);
    // Adds entries of a definition as they are, unknown keys too. What is no table is left out.
    Added addTables(const QJsonArray &tables);
    // False when a name is empty or the table is in the list.
    bool addTable(const QString &schema, const QString &table);
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;
    // Any rows, as one edit.
    void removeRowsAt(QList<int> rows);
    // Of each table that stands there more than once keeps one row, as one edit.
    Thinned removeRepeats();
    // How many rows repeat a table above them.
    int repeats() const;
    // Sorts the definition's list, as one edit: by this column, then by the other; upper and lower
    // case together.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    // Sets texts as one edit: all, or none when a table would be repeated or lose a name.
    Replaced replace(const QList<CellText> &texts);
    // Server messages by row and key ("schema", "table"; "" stands for the row), counted from 0.
    void setErrors(const QHash<QPair<int, QString>, QString> &errors);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    // The user changed something (not setTables).
    void edited();

private:
    using Name = std::pair<QString, QString>;

    struct Row {
        QJsonValue json; // rubbish stays as it came until the row is edited
        Name name;
    };

    static Row makeRow(const QJsonValue &json);
    static void rename(Row &row, int column, const QString &text);
    QString error(int row, int column) const;

    // Rows without a name counted too.
    bool hasRepeats() const { return m_counts.size() != m_rows.size(); }

    int append(const QList<Row> &fresh);
    void reorder(const QList<int> &from);
    void takeOut(int row, int count);
    void checkReplaced(const QHash<int, Name> &names, Replaced *result) const;
    // Tells views of the rows with this name after its count changed.
    void markRepeats(const Name &name);
    void tellErrors(int first, int last);
    void addToCount(const Name &name, int change);

    QList<Row> m_rows;
    QHash<Name, int> m_counts; // how often each name stands in the list
    QHash<QPair<int, QString>, QString> m_errors;
};

} // namespace Sluice
