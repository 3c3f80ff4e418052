// SPDX-License-Identifier: Apache-2.0
// The part of TablesField that makes its controls.
#include "ui/form/tables/tablesfield.h"

#include "ui/form/fields/gridview.h"
#include "ui/form/tables/tablesdelegate.h"
#include "ui/form/tables/tablesfindbar.h"
#include "ui/form/tables/tablesreport.h"
#include "ui/form/tables/tablestools.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/helplabel.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/noteline.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Sluice {

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
    for (const QLineEdit *edit : {m_schema, m_table})
        connect(edit, &QLineEdit::textEdited, this, &TablesField::keepDraft);
    return line;
}

void TablesField::makeGrid()
{
    m_grid->setObjectName(path() + u".grid"_s);
    m_grid->setAccessibleName(label());
    m_grid->setModel(&m_tables);
    m_grid->setItemDelegate(new TablesDelegate(m_grid));
    m_grid->setFixedWidth(gridWidth);
    m_grid->setVisibleRows(6, 12);
    QHeaderView *header = m_grid->horizontalHeader();
    header->resizeSection(TablesModel::SchemaColumn, gridWidth / 2);
    header->setSectionsClickable(true);
}

// Only shown while there are some, as they came with the definition.
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
    m_done = new HelpLabel(m_doneLine);
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
    m_doneLine->setMaximumWidth(gridWidth);
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
    connect(m_tools, &TablesTools::takeRequested, this, &TablesField::take);
    connect(m_tools, &TablesTools::findRequested, m_find, &TablesFindBar::open);
    connect(m_tools, &TablesTools::removeRequested, this,
            [this] { removeRows(m_grid->selectedRows()); });
    connect(m_report, &TablesReport::dismissed, m_grid, [this] { m_grid->setFocus(); });
    connect(m_tools, &TablesTools::sortRequested, this,
            [this](int column) { sort(column, Qt::AscendingOrder); });
    for (QWidget *widget : {static_cast<QWidget *>(m_grid), static_cast<QWidget *>(m_schema),
                            static_cast<QWidget *>(m_table)})
        widget->installEventFilter(this);
}

} // namespace Sluice
