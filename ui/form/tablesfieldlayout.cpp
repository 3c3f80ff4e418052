// SPDX-License-Identifier: Apache-2.0
// The part of TablesField that lays out its controls.
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

} // namespace Sluice
