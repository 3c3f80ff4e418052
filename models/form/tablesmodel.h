// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>
#include <QJsonArray>

namespace Sluice {

// The tables of a source: schema and table, one row each. Keeps unknown keys of a row. Duplicates
// are refused on adding (compared exactly: databases differ in case rules) and marked when they
// come with the definition.
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

    // Reads lines "schema.table", CSV or tab separated ("schema,table", quotes, a header line is
    // skipped), and identifiers in "", [] or `` quotes.
    Added addText(const QString &text);
    bool addTable(const QString &schema, const QString &table);
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;
    // Server messages by row, path relative to the array ("[3].schema").
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
    QList<QJsonObject> m_rows;
    QHash<QPair<int, QString>, QString> m_errors;
};

} // namespace Sluice
