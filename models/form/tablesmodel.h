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

    // What became of pasted text.
    struct Added {
        int added = 0;
        int duplicates = 0;
        QStringList unreadable; // lines that are not schema and table
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setTables(const QJsonArray &tables);
    QJsonArray tables() const;

    // Adds the tables named in lines "schema.table", CSV or tab separated ("schema,table", a header
    // line is skipped); what is read is said in tabletext.h.
    Added addText(const QString &text);
    // False when a name is empty or the table is in the list.
    bool addTable(const QString &schema, const QString &table);
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;
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
    QString error(int row, int column) const;
    // Tells views of the rows with this name after its count changed.
    void markRepeats(const Name &name);
    void addToCount(const Name &name, int change);

    QList<Row> m_rows;
    QHash<Name, int> m_counts; // how often each name stands in the list
    QHash<QPair<int, QString>, QString> m_errors;
};

} // namespace Sluice
