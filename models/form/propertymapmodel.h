// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace Sluice {

// A map of names to plain values, as rows of name, type and value. The last row is empty and
// becomes a property when something is typed in it. Keeps the type (text, number, true/false) as it
// was read, since the guide has both 60 and "40000". Rows with an empty or repeated name, or with a
// text that is no number, are marked and stay while they are edited; they are not part of map().
class PropertyMapModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, TypeColumn, ValueColumn, ColumnCount };
    enum class Type { Text, Number, Boolean, Other }; // Other: null, array, object; kept, read only

    enum Role { TypeRole = Qt::UserRole, ErrorRole }; // int; QString, also in ToolTipRole

    using QAbstractTableModel::QAbstractTableModel;

    void setMap(const QJsonObject &map);
    QJsonObject map() const;
    bool hasErrors() const;
    // All rows with what is wrong in them, to be kept while map() cannot hold them.
    QJsonArray rows() const;
    void setRows(const QJsonArray &rows);
    // The first thing that is wrong, with its row; empty: nothing is.
    QString problem() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    // TypeColumn takes a Type as int, ValueColumn the text or, for Boolean, a bool.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    // The user changed something (not setMap).
    void edited();

private:
    struct Row {
        QString name;
        Type type = Type::Text;
        QJsonValue value = QString();
        QString invalidText = {}; // typed as a number but is none; value is then Undefined
        QString formerText = {};  // what it was before it became true or false
    };

    static Row makeRow(const QString &name, const QJsonValue &value);
    static QString valueText(const Row &row);
    static void setText(Row &row, const QString &text);
    static void changeType(Row &row, Type type);

    bool isAddRow(int row) const { return row == m_rows.size() - 1; }

    QString error(int row, int column) const;
    QStringList errors() const;
    bool change(const QModelIndex &index, const Row &changed);
    void markErrors(const QStringList &former);

    QList<Row> m_rows{Row{}};
};

} // namespace Sluice
