// SPDX-License-Identifier: Apache-2.0
#include "ui/form/tablesfield.h"

#include "ui/form/gridview.h"
#include "ui/form/helplabel.h"
#include "ui/form/noteline.h"
#include "ui/form/tablesdelegate.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int gridWidth = 624;

// How many tables the vendor's small, medium and large runner take (product documentation).
struct RunnerSize {
    int tables;
    const char *name;
};

constexpr RunnerSize runnerSizes[] = {
    {100, QT_TRANSLATE_NOOP("Form", "small")},
    {200, QT_TRANSLATE_NOOP("Form", "medium")},
    {400, QT_TRANSLATE_NOOP("Form", "large")},
};

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

TablesField::TablesField(FormModel *model, const Field &field, QWidget *parent)
    : FieldEditor(model, field, parent)
    , m_grid(new GridView(this))
    , m_refused(new NoteLine(Family::Warning, this))
    , m_report(new HelpLabel(this))
{
    setObjectName(path());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    QWidget *entryLine = makeEntryLine();
    layout->addWidget(entryLine);
    layout->addWidget(m_grid);
    layout->addWidget(makeTools());
    layout->addWidget(m_refused);
    layout->addWidget(m_report);
    m_report->hide();
    m_grid->setObjectName(path() + u".grid"_s);
    m_grid->setAccessibleName(label());
    m_grid->setModel(&m_tables);
    m_grid->setItemDelegate(new TablesDelegate(m_grid));
    m_grid->setFixedWidth(gridWidth);
    m_grid->setVisibleRows(6, 12);
    m_grid->horizontalHeader()->resizeSection(TablesModel::SchemaColumn, gridWidth / 2);
    setFocusProxy(m_schema);
    setTabOrder(m_schema, m_table);

    connect(&m_tables, &TablesModel::edited, this, &TablesField::push);
    connect(m_grid, &GridView::removeRequested, this, &TablesField::removeRows);
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TablesField::syncTools);
    for (QWidget *widget : {static_cast<QWidget *>(m_grid), static_cast<QWidget *>(m_schema),
                            static_cast<QWidget *>(m_table)})
        widget->installEventFilter(this);
}

QWidget *TablesField::makeEntryLine()
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    m_schema = new QLineEdit(line);
    m_schema->setObjectName(path() + u".schema"_s);
    m_schema->setPlaceholderText(tr("Schema"));
    m_schema->setAccessibleName(tr("Schema of a table to add"));
    m_table = new QLineEdit(line);
    m_table->setObjectName(path() + u".table"_s);
    m_table->setPlaceholderText(tr("Table"));
    m_table->setAccessibleName(tr("Table to add"));
    auto *add = new QPushButton(icon("plus"), tr("Add"), line);
    add->setObjectName(path() + u".add"_s);
    add->setAutoDefault(false);
    layout->addWidget(m_schema, 1);
    layout->addWidget(m_table, 1);
    layout->addWidget(add);
    line->setFixedWidth(gridWidth);
    connect(add, &QPushButton::clicked, this, &TablesField::addTyped);
    return line;
}

QWidget *TablesField::makeTools()
{
    auto *tools = new QWidget(this);
    auto *layout = new QHBoxLayout(tools);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    const auto button = [&](const char *iconName, const QString &text, const QString &name) {
        auto *made = new QPushButton(icon(iconName), text, tools);
        made->setObjectName(path() + name);
        made->setAutoDefault(false);
        layout->addWidget(made);
        return made;
    };
    QPushButton *pasteButton = button("clipboard-paste", tr("Paste"), u".paste"_s);
    pasteButton->setToolTip(tr("Lines “schema.table”, or CSV with schema and table (Ctrl+V)"));
    m_sort = button("list-filter", tr("Sort"), u".sort"_s);
    m_remove = button("trash-2", tr("Remove"), u".remove"_s);
    layout->addStretch();
    m_count = new HelpLabel(tools);
    m_count->setObjectName(path() + u".count"_s);
    layout->addWidget(m_count);
    tools->setFixedWidth(gridWidth);
    connect(pasteButton, &QPushButton::clicked, this, &TablesField::paste);
    connect(m_sort, &QPushButton::clicked, this, &TablesField::sort);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        QList<int> rows;
        const QModelIndexList selected = m_grid->selectionModel()->selectedRows();
        for (const QModelIndex &index : selected)
            rows.append(index.row());
        std::sort(rows.begin(), rows.end());
        removeRows(rows);
    });
    return tools;
}

bool TablesField::eventFilter(QObject *watched, QEvent *event)
{
    // ShortcutOverride comes first: a line edit would else take Ctrl+V or Enter before us.
    if (event->type() != QEvent::KeyPress)
        return FieldEditor::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (key->matches(QKeySequence::Paste)) {
        const QString text = QGuiApplication::clipboard()->text();
        // One word goes into a line edit as usual.
        if (watched == m_grid || text.trimmed().contains(u'\n')) {
            paste();
            return true;
        }
    }
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && (watched == m_table || watched == m_schema)) {
        // Empty: Enter may press the dialog's button. The field that is missing is asked for first.
        if (m_table->text().isEmpty() && m_schema->text().isEmpty())
            return false;
        addTyped();
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

void TablesField::addTyped()
{
    const QString schema = m_schema->text().trimmed();
    const QString table = m_table->text().trimmed();
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
    m_report->hide();
    // The schema stays: tables mostly come from the same one.
    m_table->clear();
    m_table->setFocus();
    m_grid->scrollToBottom();
}

void TablesField::paste()
{
    report(m_tables.addText(QGuiApplication::clipboard()->text()));
}

void TablesField::report(const TablesModel::Added &added)
{
    m_report->setText(tr("%n table(s) added.", nullptr, added.added));
    m_report->show();
    QStringList refused;
    if (added.duplicates > 0)
        refused.append(tr("%n table(s) left out: in the list already.", nullptr, added.duplicates));
    if (!added.unreadable.isEmpty()) {
        QStringList shown = added.unreadable.mid(0, 3);
        for (QString &line : shown)
            line = u"“%1”"_s.arg(line.size() > 40 ? line.left(40) + u'…' : line);
        if (added.unreadable.size() > shown.size())
            shown.append(u"…"_s);
        refused.append(tr("%n line(s) not understood, write schema.table: %1", nullptr,
                          int(added.unreadable.size()))
                           .arg(shown.join(u", "_s)));
    }
    m_refused->setText(refused.join(u' '));
}

void TablesField::sort()
{
    QVariantList rows = m_tables.tables().toVariantList();
    const auto keyOf = [](const QVariant &row) {
        const QVariantMap table = row.toMap();
        return std::pair(table.value(u"schema"_s).toString(), table.value(u"table"_s).toString());
    };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const QVariant &a, const QVariant &b) { return keyOf(a) < keyOf(b); });
    setValue(QJsonArray::fromVariantList(rows));
}

void TablesField::removeRows(const QList<int> &rows)
{
    for (auto row = rows.rbegin(); row != rows.rend(); ++row)
        m_tables.removeRows(*row, 1);
}

void TablesField::push()
{
    const QJsonArray tables = m_tables.tables();
    setValue(tables.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(tables));
}

void TablesField::sync()
{
    if (m_tables.tables() != value().toArray())
        m_tables.setTables(value().toArray());
    syncTools();
}

void TablesField::syncTools()
{
    const int count = m_tables.rowCount();
    m_remove->setEnabled(m_grid->selectionModel()->hasSelection());
    m_sort->setEnabled(count > 1);
    m_count->setText(count == 0 ? tr("No tables yet") : tr("%n table(s)", nullptr, count));
}

QWidget *TablesField::entry() const
{
    return m_schema;
}

QString TablesField::valueHelp() const
{
    const int count = m_tables.rowCount();
    if (count == 0)
        return {};
    for (const RunnerSize &size : runnerSizes) {
        if (count <= size.tables) {
            return tr("Fits a %1 runner (up to %2 tables).")
                .arg(QCoreApplication::translate("Form", size.name))
                .arg(size.tables);
        }
    }
    return tr("More than 400 tables: the documentation names no runner that large. Consider more "
              "than one pipeline.");
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
