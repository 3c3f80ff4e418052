// SPDX-License-Identifier: Apache-2.0
#include "ui/form/tables/tablesfield.h"

#include "models/definition/runnersize.h"
#include "models/exchange/files/tablefile.h"
#include "models/form/tables/tablewords.h"
#include "ui/form/fields/gridview.h"
#include "ui/form/tables/tableentryline.h"
#include "ui/form/tables/tablesdelegate.h"
#include "ui/form/tables/tablesfindbar.h"
#include "ui/form/tables/tablesourcedialog.h"
#include "ui/form/tables/tablesreport.h"
#include "ui/form/tables/tablestools.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/widgetkeys.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <utility>

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

// A cell of a sheet. It is quoted where a paste would read it wrong.
QString cellText(const QString &name)
{
    static const QRegularExpression plain(uR"(^[\pL_$@#][\pL\pN_$@#-]*$)"_s);
    if (name.contains(plain) && name != "#"_L1)
        return name;
    return u'"' + QString(name).replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

TablesField::TablesField(FormModel *model, const Field &field, const FieldContext &context,
                         QWidget *parent)
    : FieldEditor(model, field, parent)
    , m_sources(context.tableSources)
    , m_files(context.tableFile)
    , m_entry(new TableEntryLine(path(), this))
    , m_refused(new NoteLine(Family::Warning, this))
{
    setObjectName(path());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    // In keyboard order: the line to add a table comes before the grid.
    layout->addWidget(m_entry);
    auto *findPlace = new QVBoxLayout;
    layout->addLayout(findPlace);
    m_grid = new GridView(this);
    makeGrid();
    m_find = new TablesFindBar(&m_tables, m_grid, path() + u".search"_s, this);
    m_find->stackUnder(m_grid); // Tab comes to it first, too
    findPlace->addWidget(m_find);
    m_tools = new TablesTools(path(), this);
    m_tools->setSources(bool(m_sources));
    m_tools->setReads(bool(m_files));
    m_count = new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this);
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
    fitWidths();
    setFocusProxy(entry());
    connectParts();
}

// All parts end at one edge, the buttons below the grid too.
void TablesField::fitWidths()
{
    const int width = std::clamp(m_tools->sizeHint().width(), leastWidth, mostWidth);
    for (QWidget *part : std::initializer_list<QWidget *>{m_entry, m_find, m_report, m_grid})
        part->setFixedWidth(width);
    m_doneLine->setMaximumWidth(width);
    m_grid->horizontalHeader()->resizeSection(TablesModel::SchemaColumn, width / 2);
}

void TablesField::makeGrid()
{
    m_grid->setObjectName(path() + u".grid"_s);
    m_grid->setAccessibleName(label());
    m_grid->setModel(&m_tables);
    m_grid->setItemDelegate(new TablesDelegate(m_grid));
    m_grid->setVisibleRows(6, 12);
    m_grid->horizontalHeader()->setSectionsClickable(true);
}

// Shown only while there are repeated tables, as the definition had them.
QHBoxLayout *TablesField::makeRepeatsLine()
{
    m_repeats = new NoteLine(Family::Warning, this);
    m_thin = new QPushButton(tr("Remove repeated tables"), this);
    m_thin->setObjectName(path() + u".thin"_s);
    m_thin->setProperty("small", true);
    m_thin->setAutoDefault(false);
    m_thin->hide();
    connect(m_thin, &QPushButton::clicked, this, &TablesField::removeRepeats);
    auto *line = new QHBoxLayout;
    line->setSpacing(Size::Gap);
    line->addWidget(m_repeats);
    line->addWidget(m_thin);
    line->addStretch(1);
    return line;
}

QWidget *TablesField::makeDoneLine()
{
    m_doneLine = new QWidget(this);
    m_done = new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, m_doneLine);
    m_done->setObjectName(path() + u".report"_s);
    m_done->setWordWrap(true);
    m_back = new LinkButton(m_doneLine);
    m_back->setObjectName(path() + u".undo"_s);
    m_back->setText(tr("Undo"));
    m_back->setAccessibleName(tr("Undo what was done to the tables last"));
    connect(m_back, &LinkButton::clicked, this, [this] {
        if (!m_undo.isEmpty())
            undo();
    });
    auto *layout = new QHBoxLayout(m_doneLine);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap / 2);
    layout->addWidget(m_done, 1);
    layout->addWidget(m_back, 0, Qt::AlignTop);
    m_doneLine->hide();
    return m_doneLine;
}

void TablesField::connectParts()
{
    connect(&m_tables, &TablesModel::edited, this, &TablesField::push);
    connect(m_grid, &GridView::removeRequested, this, &TablesField::removeRows);
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TablesField::syncTools);
    connect(m_grid->horizontalHeader(), &QHeaderView::sectionClicked, this,
            &TablesField::sortByHeader);
    connect(m_tools, &TablesTools::pasteRequested, this, &TablesField::paste);
    connect(m_tools, &TablesTools::fileRequested, this, &TablesField::chooseFile);
    connect(m_tools, &TablesTools::sourceRequested, this, &TablesField::chooseSource);
    connect(m_tools, &TablesTools::findRequested, m_find, &TablesFindBar::open);
    connect(m_tools, &TablesTools::removeRequested, this,
            [this] { removeRows(m_grid->selectedRows()); });
    connect(m_report, &TablesReport::dismissed, m_grid, [this] { m_grid->setFocus(); });
    connect(m_tools, &TablesTools::sortRequested, this,
            [this](int column) { sort(column, Qt::AscendingOrder); });
    connect(m_entry, &TableEntryLine::addRequested, this, &TablesField::addTyped);
    connect(m_entry, &TableEntryLine::edited, this, &TablesField::keepDraft);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_grid), static_cast<QWidget *>(m_entry->schemaEdit()),
          static_cast<QWidget *>(m_entry->tableEdit())})
        widget->installEventFilter(this);
}

bool TablesField::eventFilter(QObject *watched, QEvent *event)
{
    // ShortcutOverride comes first. Without it, a line edit would get Ctrl+V or Enter before us.
    if (event->type() != QEvent::KeyPress)
        return FieldEditor::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_grid && isPressed(key, WidgetKey::CopyRows)) {
        copy();
        return true;
    }
    if (isPressed(key, WidgetKey::PasteTables)) {
        const QString text = QGuiApplication::clipboard()->text();
        // A single word goes into a line edit as usual.
        if (watched == m_grid || text.trimmed().contains(u'\n')) {
            paste();
            return true;
        }
    }
    // In a line edit, Ctrl+Z first undoes what was typed there.
    const auto *line = qobject_cast<QLineEdit *>(watched);
    if (key->matches(QKeySequence::Undo) && line && !line->isUndoAvailable() && !m_undo.isEmpty()) {
        undo();
        return true;
    }
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && (watched == m_entry->tableEdit() || watched == m_entry->schemaEdit())) {
        // Nothing is typed but the schema of the table before: Enter may press the dialog's button.
        // Else the missing part is asked for first.
        const bool isDone = watched == m_entry->tableEdit() && m_tables.rowCount() > 0;
        if (m_entry->tableEdit()->text().isEmpty() &&
            (m_entry->schemaEdit()->text().isEmpty() || isDone))
            return false;
        addTyped();
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

// For all parts. Where a document has its own history, its shortcuts come first.
void TablesField::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo) && !m_undo.isEmpty())
        undo();
    else if (isRedo(event) && !m_redo.isEmpty())
        redo();
    else
        FieldEditor::keyPressEvent(event);
}

void TablesField::addTyped()
{
    const QString schema = m_entry->schema();
    const QString table = m_entry->table();
    if (schema.isEmpty() || table.isEmpty()) {
        m_refused->setText(tr("Enter a schema and a table, then add them."));
        m_entry->focusWhatIsMissing();
        return;
    }
    if (!m_tables.addTable(schema, table)) {
        m_refused->setText(tr("%1.%2 is in the list already.").arg(schema, table));
        m_entry->tableEdit()->selectAll();
        return;
    }
    m_refused->setText({});
    m_entry->clearTable();
    keepDraft();
    m_entry->tableEdit()->setFocus();
    m_grid->scrollToBottom();
}

void TablesField::keepDraft()
{
    // A schema alone is no table: it is left from the table before.
    form()->setDraft(path(),
                     m_entry->hasNoTable()
                         ? QString()
                         : tr("A table is typed but not in the list. Add it, or clear it."),
                     m_entry->typed());
}

void TablesField::showDraft()
{
    const QJsonValue draft = form()->draft(path());
    if (draft.isArray())
        m_entry->showTyped(draft.toArray());
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
        // It was edited elsewhere, so the last edit here is not the last one any more.
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
    m_count->setVisible(!m_count->text().isEmpty()); // the advice counts what no runner takes
    m_repeats->setText(TableWords::repeats(m_tables.repeats()));
    m_thin->setVisible(m_tables.repeats() > 0);
}

QWidget *TablesField::entry() const
{
    return m_entry->schemaEdit();
}

void TablesField::showError(const QString &error)
{
    setProblemFrame(m_grid, !error.isEmpty());
    entry()->setAccessibleDescription(error);
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

// In the form that a sheet takes, and a paste in here too.
void TablesField::copy()
{
    QStringList lines;
    const QList<int> rows = m_grid->selectedRows();
    for (const int row : rows) {
        const QModelIndex schema = m_tables.index(row, TablesModel::SchemaColumn);
        const QModelIndex table = m_tables.index(row, TablesModel::TableColumn);
        lines.append(cellText(schema.data().toString()) + u'\t' +
                     cellText(table.data().toString()));
    }
    if (!lines.isEmpty())
        copyToClipboard(lines.join(u'\n'));
}

void TablesField::paste()
{
    report(m_tables.addText(QGuiApplication::clipboard()->text()));
}

void TablesField::chooseFile()
{
    m_files(window(), tr("Tables from a file"), [field = QPointer(this)](const QStringList &paths) {
        if (field && !paths.isEmpty())
            field->readFile(paths.first());
    });
}

void TablesField::readFile(const QString &path)
{
    auto *file = new TableFile(path, this);
    m_tools->setReading(true);
    connect(file, &TableFile::finished, this,
            [this, file, path](const TableFile::Content &content) {
                file->deleteLater();
                m_tools->setReading(false);
                report(m_tables.addFound(content.found));
                if (!content.problem.isEmpty())
                    m_refused->setText(tr("%1 could not be read: %2.")
                                           .arg(QFileInfo(path).fileName(), content.problem));
            });
    file->start();
}

void TablesField::chooseSource()
{
    auto *dialog = new TableSourceDialog(m_sources(), m_tables.tables(), window());
    connect(dialog, &TableSourceDialog::chosen, this,
            [this](const QJsonArray &tables) { report(m_tables.addTables(tables)); });
    dialog->open();
}

void TablesField::report(const TablesModel::Added &added)
{
    m_refused->setText({});
    m_report->setLeftOut(added.leftOut);
    if (added.added > 0) {
        say(TableWords::added(added.added));
        m_grid->scrollToBottom();
    } else {
        say({});
        if (added.leftOut.isEmpty())
            m_refused->setText(tr("There are no names of tables in it."));
    }
}

void TablesField::say(const QString &done)
{
    m_done->setText(done);
    m_doneLine->setVisible(!done.isEmpty());
    if (!done.isEmpty())
        m_refused->setText({});
}

void TablesField::undo()
{
    m_redo.append(m_shown);
    goTo(m_undo.takeLast());
}

void TablesField::redo()
{
    m_undo.append(m_shown);
    goTo(m_redo.takeLast());
}

void TablesField::goTo(const QJsonArray &tables)
{
    const bool hadFocus = m_back->hasFocus();
    m_shown = tables;
    m_tables.setTables(tables);
    m_grid->horizontalHeader()->setSortIndicatorShown(false);
    say({});
    m_report->setLeftOut({});
    setValue(tables.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(tables));
    keepDraft();
    syncTools();
    if (hadFocus)
        m_grid->setFocus();
}

void TablesField::sort(int column, Qt::SortOrder order)
{
    m_tables.sort(column, order);
    m_grid->horizontalHeader()->setSortIndicator(column, order);
    m_grid->horizontalHeader()->setSortIndicatorShown(true);
    const QString done =
        column == TablesModel::SchemaColumn ? tr("Sorted by schema.") : tr("Sorted by table.");
    say(done + u' ' +
        tr("The definition lists its tables in this order now; on review the order alone does not "
           "count as a change."));
}

// A second click turns the order round, as long as nothing was edited since.
void TablesField::sortByHeader(int column)
{
    const QHeaderView *header = m_grid->horizontalHeader();
    // The header has turned its indicator already.
    sort(column,
         header->isSortIndicatorShown() ? header->sortIndicatorOrder() : Qt::AscendingOrder);
}

void TablesField::removeRepeats()
{
    say(TableWords::thinned(m_tables.removeRepeats()));
}

void TablesField::removeRows(const QList<int> &rows)
{
    m_tables.removeRowsAt(rows);
    say(TableWords::removed(int(rows.size())));
}

} // namespace Sluice
