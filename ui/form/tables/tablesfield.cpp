// SPDX-License-Identifier: Apache-2.0
#include "ui/form/tables/tablesfield.h"

#include "models/definition/runnersize.h"
#include "models/support/invisibletext.h"
#include "ui/form/fields/gridview.h"
#include "ui/form/tables/tablesfindbar.h"
#include "ui/form/tables/tablesreport.h"
#include "ui/form/tables/tablestools.h"
#include "ui/form/tables/tablewords.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/helplabel.h"
#include "ui/widgets/noteline.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// "[3].schema" and "3.schema": the row and the key of a server's message.
bool readPlace(const QString &relative, int *row, QString *key)
{
    QString place = relative;
    place.remove(u'[').remove(u']');
    bool ok = false;
    *row = place.section(u'.', 0, 0).toInt(&ok);
    *key = place.section(u'.', 1);
    return ok;
}

} // namespace

TablesField::TablesField(FormModel *model, const Field &field, const FieldContext &context,
                         QWidget *parent)
    : FieldEditor(model, field, parent)
    , m_sources(context.tableSources)
    , m_files(context.tableFile)
    , m_refused(new NoteLine(Family::Warning, this))
{
    setObjectName(path());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    // In the order of the keyboard: the line to add a table comes before the grid.
    layout->addWidget(makeEntryLine());
    auto *findPlace = new QVBoxLayout;
    layout->addLayout(findPlace);
    m_grid = new GridView(this);
    makeGrid();
    m_find = new TablesFindBar(&m_tables, m_grid, path() + u".search"_s, this);
    m_find->setFixedWidth(gridWidth);
    m_find->stackUnder(m_grid); // Tab comes to it first, too
    findPlace->addWidget(m_find);
    m_tools = new TablesTools(path(), this);
    m_tools->setTakes(bool(m_sources));
    m_tools->setReads(bool(m_files));
    m_count = new HelpLabel(this);
    m_count->setObjectName(path() + u".count"_s);
    m_count->setWordWrap(true);
    layout->addWidget(m_grid);
    layout->addWidget(m_tools);
    layout->addWidget(m_count);
    layout->addLayout(makeRepeatsLine());
    layout->addWidget(m_refused);
    layout->addWidget(makeDoneLine());
    m_report = new TablesReport(path() + u".leftOut"_s, this); // Tab comes to it last
    layout->addWidget(m_report);
    m_report->setFixedWidth(gridWidth);
    setFocusProxy(m_schema);
    connectParts();
}

bool TablesField::eventFilter(QObject *watched, QEvent *event)
{
    // ShortcutOverride comes first: a line edit would else take Ctrl+V or Enter before us.
    if (event->type() != QEvent::KeyPress)
        return FieldEditor::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_grid && key->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    if (key->matches(QKeySequence::Paste)) {
        const QString text = QGuiApplication::clipboard()->text();
        // One word goes into a line edit as usual.
        if (watched == m_grid || text.trimmed().contains(u'\n')) {
            paste();
            return true;
        }
    }
    // What is typed in a line is undone there first.
    const auto *line = qobject_cast<QLineEdit *>(watched);
    if (key->matches(QKeySequence::Undo) && line && !line->isUndoAvailable() && !m_undo.isEmpty()) {
        undo();
        return true;
    }
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && (watched == m_table || watched == m_schema)) {
        // Nothing typed, the schema from the table before aside: Enter may press the dialog's
        // button. Else what is missing is asked for first.
        const bool isDone = watched == m_table && m_tables.rowCount() > 0;
        if (m_table->text().isEmpty() && (m_schema->text().isEmpty() || isDone))
            return false;
        addTyped();
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

// Of all parts; where a document has a history of its own its shortcuts come first.
void TablesField::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo) && !m_undo.isEmpty())
        undo();
    else if (event->matches(QKeySequence::Redo) && !m_redo.isEmpty())
        redo();
    else
        FieldEditor::keyPressEvent(event);
}

void TablesField::addTyped()
{
    const QString schema = InvisibleText::trimmed(m_schema->text());
    const QString table = InvisibleText::trimmed(m_table->text());
    if (schema.isEmpty() || table.isEmpty()) {
        (schema.isEmpty() ? m_schema : m_table)->setFocus();
        return;
    }
    if (!m_tables.addTable(schema, table)) {
        m_refused->setText(tr("%1.%2 is in the list already.").arg(schema, table));
        m_table->selectAll();
        return;
    }
    m_refused->setText({});
    // The schema stays: tables mostly come from the same one.
    m_table->clear();
    keepDraft();
    m_table->setFocus();
    m_grid->scrollToBottom();
}

void TablesField::keepDraft()
{
    // A schema alone is no table: it stays from the one added before.
    const bool isTable = !m_table->text().trimmed().isEmpty();
    form()->setDraft(path(),
                     isTable ? tr("A table is typed but not in the list. Add it, or clear it.")
                             : QString(),
                     QJsonArray{m_schema->text(), m_table->text()});
}

void TablesField::showDraft()
{
    const QJsonValue draft = form()->draft(path());
    if (!draft.isArray() || !m_table->text().isEmpty())
        return;
    m_schema->setText(draft[0].toString());
    m_table->setText(draft[1].toString());
}

void TablesField::push()
{
    constexpr qsizetype keptSteps = 100;
    m_grid->horizontalHeader()->setSortIndicatorShown(false);
    const QJsonArray tables = m_tables.tables();
    m_undo.append(std::exchange(m_shown, tables));
    if (m_undo.size() > keptSteps)
        m_undo.removeFirst();
    m_redo.clear();
    say({});
    setValue(tables.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(tables));
    keepDraft();
}

void TablesField::sync()
{
    if (const QJsonArray tables = value().toArray(); tables != m_shown) {
        // Edited elsewhere: what was done here is not the last thing any more.
        m_grid->horizontalHeader()->setSortIndicatorShown(false);
        m_tables.setTables(tables);
        m_shown = tables;
        m_undo.clear();
        m_redo.clear();
        say({});
        m_report->setLeftOut({});
    }
    showDraft();
    syncTools();
}

void TablesField::syncTools()
{
    const int count = m_tables.rowCount();
    m_tools->setCount(count, int(m_grid->selectedRows().size()));
    const QString fits = RunnerSize::text(count);
    m_count->setText(count == 0 ? tr("No tables yet") : fits);
    m_count->setVisible(!m_count->text().isEmpty()); // above the largest runner the advice counts
    m_repeats->setText(TableWords::repeats(m_tables.repeats()));
    m_thin->setVisible(m_tables.repeats() > 0);
}

QWidget *TablesField::entry() const
{
    return m_schema;
}

void TablesField::showError(const QString &error)
{
    setProblemFrame(m_grid, !error.isEmpty());
    m_schema->setAccessibleDescription(error);
    m_grid->setAccessibleDescription(error);
    QHash<QPair<int, QString>, QString> cells;
    const QList<Violation> below = form()->serverErrors(index());
    for (const Violation &violation : below) {
        int row = 0;
        QString key;
        if (readPlace(violation.field, &row, &key))
            cells.insert({row, key}, violation.message);
    }
    m_tables.setErrors(cells);
}

} // namespace Sluice
