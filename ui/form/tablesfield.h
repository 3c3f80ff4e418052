// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tablesmodel.h"
#include "ui/form/fieldeditor.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace Sluice {

class GridView;
class NoteLine;

// The tables of a source as a grid: typed in one by one, or pasted as lines "schema.table" or CSV.
// Says what became of a paste, and how large a runner the number of tables wants.
class TablesField final : public FieldEditor
{
    Q_OBJECT

public:
    TablesField(FormModel *model, const Field &field, QWidget *parent);

    void sync() override;
    QWidget *entry() const override;
    QString valueHelp() const override;
    void showError(const QString &error) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static constexpr int gridWidth = 624;

    QWidget *makeEntryLine();
    QWidget *makeTools();
    void push();
    void paste();
    void addTyped();
    void keepDraft();
    void showDraft();
    void sort();
    void removeRows(const QList<int> &rows);
    void report(const TablesModel::Added &added);
    void syncTools();

    TablesModel m_tables;
    QLineEdit *m_schema = nullptr;
    QLineEdit *m_table = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_sort = nullptr;
    QLabel *m_count = nullptr;
    GridView *m_grid;
    NoteLine *m_refused;
    QLabel *m_report;
};

} // namespace Sluice
