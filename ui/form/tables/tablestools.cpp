// SPDX-License-Identifier: Apache-2.0
#include "ui/form/tables/tablestools.h"

#include "models/form/tables/tablesmodel.h"
#include "ui/theme/icons.h"
#include "ui/widgets/flowlayout.h"

#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Sluice {

TablesTools::TablesTools(const QString &prefix, QWidget *parent)
    : QWidget(parent)
    , m_prefix(prefix)
    , m_layout(new FlowLayout(this))
{
    QPushButton *paste = addButton("clipboard-paste", tr("Paste"), u".paste"_s);
    paste->setToolTip(
        tr("Lines “schema.table”, cells of a sheet, CSV, SQL, JSON, YAML or Terraform (Ctrl+V)"));
    m_file = addButton("folder-open", tr("From a file…"), u".file"_s);
    m_file->setToolTip(tr("Reads a text file that names tables, as Paste reads the clipboard"));
    m_source = addButton("copy-plus", tr("From a pipeline…"), u".take"_s);
    m_source->setToolTip(tr("Takes over the tables of another pipeline"));
    m_find = addButton("search", tr("Find"), u".find"_s);
    m_find->setToolTip(tr("Finds and replaces in the names (Ctrl+F)"));
    m_sort = addButton("list-filter", tr("Sort"), u".sort"_s);
    m_sort->setToolTip(tr("Sorts the definition's list; so do the headers of the columns"));
    m_remove = addButton("trash-2", tr("Remove"), u".remove"_s);
    setReads(false);
    setSources(false);

    auto *orders = new QMenu(m_sort);
    const auto addOrder = [this, orders](const QString &text, int column) {
        connect(orders->addAction(text), &QAction::triggered, this,
                [this, column] { Q_EMIT sortRequested(column); });
    };
    addOrder(tr("By schema, then table"), TablesModel::SchemaColumn);
    addOrder(tr("By table, then schema"), TablesModel::TableColumn);
    m_sort->setMenu(orders);
    connect(paste, &QPushButton::clicked, this, &TablesTools::pasteRequested);
    connect(m_file, &QPushButton::clicked, this, &TablesTools::fileRequested);
    connect(m_source, &QPushButton::clicked, this, &TablesTools::sourceRequested);
    connect(m_find, &QPushButton::clicked, this, &TablesTools::findRequested);
    connect(m_remove, &QPushButton::clicked, this, &TablesTools::removeRequested);
}

QPushButton *TablesTools::addButton(const char *iconName, const QString &text,
                                    const QString &objectName)
{
    auto *button = new QPushButton(icon(iconName), text, this);
    button->setObjectName(m_prefix + objectName);
    button->setAutoDefault(false);
    m_layout->addWidget(button);
    return button;
}

void TablesTools::setCount(int tables, int selected)
{
    m_find->setEnabled(tables > 0);
    m_sort->setEnabled(tables > 1);
    m_remove->setEnabled(selected > 0);
    m_remove->setText(selected > 1 ? tr("Remove %n", nullptr, selected) : tr("Remove"));
}

void TablesTools::setReads(bool reads)
{
    m_file->setVisible(reads);
}

void TablesTools::setReading(bool reading)
{
    m_file->setEnabled(!reading);
}

void TablesTools::setSources(bool takes)
{
    m_source->setVisible(takes);
}

} // namespace Sluice
