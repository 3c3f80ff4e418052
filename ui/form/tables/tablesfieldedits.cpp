// SPDX-License-Identifier: Apache-2.0
// The part of TablesField that moves many tables at once: in, out and about.
#include "ui/form/tables/tablesfield.h"

#include "models/exchange/files/tablefile.h"
#include "ui/form/fields/gridview.h"
#include "ui/form/tables/tablesourcedialog.h"
#include "ui/form/tables/tablesreport.h"
#include "ui/form/tables/tablestools.h"
#include "ui/form/tables/tablewords.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/noteline.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// A cell of a sheet, quoted where a paste would else read it otherwise.
QString cellText(const QString &name)
{
    static const QRegularExpression plain(uR"(^[\pL_$@#][\pL\pN_$@#-]*$)"_s);
    if (name.contains(plain) && name != "#"_L1)
        return name;
    return u'"' + QString(name).replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

// As a sheet takes it; a paste in here too.
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
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
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

void TablesField::take()
{
    auto *dialog = new TableSourceDialog(m_sources(), m_tables.tables(), window());
    connect(dialog, &TableSourceDialog::taken, this,
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

// Once more the other way round, as long as nothing was edited since.
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
