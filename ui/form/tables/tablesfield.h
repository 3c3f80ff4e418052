// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablesmodel.h"
#include "ui/form/fields/fieldeditor.h"

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace Sluice {

class GridView;
class LinkButton;
class NoteLine;
class TableEntryLine;
class TablesFindBar;
class TablesReport;
class TablesTools;

// The tables of a source as a grid. They are typed one by one, pasted or read from a file as a text
// that names them, or copied from another pipeline. It says what became of them, and how large a
// runner so many tables need. A change of many rows is one edit. Ctrl+Z undoes edits where no
// document does, and so does a link right after each edit.
class TablesField final : public FieldEditor
{
    Q_OBJECT

public:
    // context: without tableSources no tables can be copied, without tableFile no file is read.
    TablesField(FormModel *model, const Field &field, const FieldContext &context, QWidget *parent);

    void sync() override;
    QWidget *entry() const override;
    void showError(const QString &error) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    static constexpr int leastWidth = 624;
    static constexpr int mostWidth = 720; // the buttons take a second row

    QHBoxLayout *makeRepeatsLine();
    QWidget *makeDoneLine();
    void makeGrid();
    void fitWidths();
    void connectParts();
    void push();
    void copy();
    void paste();
    void chooseFile();
    void readFile(const QString &path);
    void chooseSource();
    void addTyped();
    void keepDraft();
    void showDraft();
    void sort(int column, Qt::SortOrder order);
    void sortByHeader(int column);
    void removeRepeats();
    void removeRows(const QList<int> &rows);
    void undo();
    void redo();
    void goTo(const QJsonArray &tables);
    void report(const TablesModel::Added &added);
    // Tells what was done, with a way back; empty: it is not the last edit any more.
    void say(const QString &done);
    void syncTools();

    TablesModel m_tables;
    TableSources m_sources;
    FileChooser m_files;
    TableEntryLine *m_entry;
    TablesFindBar *m_find = nullptr;
    GridView *m_grid = nullptr;
    TablesTools *m_tools = nullptr;
    QLabel *m_count = nullptr;
    NoteLine *m_repeats = nullptr;
    QPushButton *m_thin = nullptr;
    NoteLine *m_refused;
    TablesReport *m_report = nullptr;
    QWidget *m_doneLine = nullptr;
    QLabel *m_done = nullptr;
    LinkButton *m_back = nullptr;
    // The lists before and after the one that is shown.
    QJsonArray m_shown;
    QList<QJsonArray> m_undo;
    QList<QJsonArray> m_redo;
};

} // namespace Sluice
