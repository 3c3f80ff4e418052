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
    , m_refused(new NoteLine(Family::Warning, this))
    , m_report(new HelpLabel(this))
{
    setObjectName(path());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    // In the order of the keyboard: the line to add a table comes before the grid.
    QWidget *entryLine = makeEntryLine();
    m_grid = new GridView(this);
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

void TablesField::paste()
{
    report(m_tables.addText(QGuiApplication::clipboard()->text()));
}

void TablesField::report(const TablesModel::Added &added)
{
    m_report->setText(added.added == 1 ? tr("1 table added.")
                                       : tr("%1 tables added.").arg(added.added));
    m_report->show();
    QStringList refused;
    if (added.duplicates > 0)
        refused.append(tr("Left out because in the list already: %1.").arg(added.duplicates));
    if (!added.unreadable.isEmpty()) {
        QStringList shown = added.unreadable.mid(0, 3);
        for (QString &line : shown)
            line = u"“%1”"_s.arg(line.size() > 40 ? line.left(40) + u'…' : line);
        if (added.unreadable.size() > shown.size())
            shown.append(u"…"_s);
        refused.append(tr("Not understood: %1. Write schema.table in each line: %2")
                           .arg(QString::number(added.unreadable.size()), shown.join(u", "_s)));
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
    keepDraft();
}

void TablesField::sync()
{
    if (m_tables.tables() != value().toArray())
        m_tables.setTables(value().toArray());
    showDraft();
    syncTools();
}

void TablesField::syncTools()
{
    const int count = m_tables.rowCount();
    m_remove->setEnabled(m_grid->selectionModel()->hasSelection());
    m_sort->setEnabled(count > 1);
    m_count->setText(count == 0   ? tr("No tables yet")
                     : count == 1 ? tr("1 table")
                                  : tr("%1 tables").arg(count));
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
