// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QWidget>

class QLineEdit;

namespace Sluice {

// The line in which a table is typed: schema, table, and a button that adds it.
class TableEntryLine final : public QWidget
{
    Q_OBJECT

public:
    // The parts' object names begin with this one: "streamingSource.tables.schema".
    explicit TableEntryLine(const QString &name, QWidget *parent = nullptr);

    // For the keyboard.
    QLineEdit *schemaEdit() const { return m_schema; }

    QLineEdit *tableEdit() const { return m_table; }

    // As they are meant, without white space round them.
    QString schema() const;
    QString table() const;
    // True with nothing but white space in it.
    bool hasNoTable() const;

    // Both texts as they are typed, to be kept and shown again.
    QJsonArray typed() const;
    // Unless another table is typed already.
    void showTyped(const QJsonArray &typed);

    // The table is in the list: the next one mostly has the same schema.
    void clearTable();
    void focusWhatIsMissing();

Q_SIGNALS:
    void addRequested();
    // The user typed.
    void edited();

private:
    QLineEdit *m_schema;
    QLineEdit *m_table;
};

} // namespace Sluice
