// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QWidget>

class QLineEdit;

namespace Sluice {

// A line to type a table: schema, table, and a button that adds it.
class TableEntryLine final : public QWidget
{
    Q_OBJECT

public:
    // The parts' object names begin with this one: "streamingSource.tables.schema".
    explicit TableEntryLine(const QString &name, QWidget *parent = nullptr);

    // For the keyboard.
    QLineEdit *schemaEdit() const { return m_schema; }

    QLineEdit *tableEdit() const { return m_table; }

    // Both texts without white space around them.
    QString schema() const;
    QString table() const;
    // Also true when there is only white space in it.
    bool hasNoTable() const;

    // Both texts as they are typed, to be kept and shown again.
    QJsonArray typed() const;
    // Does nothing while another table is typed.
    void showTyped(const QJsonArray &typed);

    // The table is in the list now. The schema stays, as the next table mostly has the same.
    void clearTable();
    void focusWhatIsMissing();

Q_SIGNALS:
    void addRequested();
    // The user typed something.
    void edited();

private:
    QLineEdit *m_schema;
    QLineEdit *m_table;
};

} // namespace Sluice
