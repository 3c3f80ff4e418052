// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/gallery.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/badgedelegate.h"
#include "ui/widgets/badgelabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

enum Role { BadgeRole = Qt::UserRole, RawTextRole, StaleRole };

const QList<std::pair<Badge, QString>> fleet{
    {Badge::StoppedUnexpectedly, u"billing-postgres"_s},
    {Badge::Unknown, u"pricing-mysql"_s},
    {Badge::NewValue, u"returns-oracle"_s},
    {Badge::StartRequested, u"crm-sqlserver"_s},
    {Badge::StopRequested, u"orders-db2"_s},
    {Badge::Starting, u"inventory-oracle"_s},
    {Badge::Stopping, u"orders-postgres"_s},
    {Badge::Snapshotting, u"customers-mysql"_s},
    {Badge::Streaming, u"my-streaming-pipeline"_s},
    {Badge::Stopped, u"loyalty-mysql"_s},
    {Badge::NotChecked, u"stock-sqlserver"_s},
};

QStandardItemModel *fleetModel(QObject *parent)
{
    auto *model = new QStandardItemModel(0, 3, parent);
    model->setHorizontalHeaderLabels({u"Status"_s, u"Name"_s, u"Runner"_s});
    for (const auto &[badge, name] : fleet) {
        auto *status = new QStandardItem;
        status->setData(QVariant::fromValue(badge), BadgeRole);
        status->setData(u"REBALANCING"_s, RawTextRole);
        auto *named = new QStandardItem(name);
        named->setCheckable(true);
        model->appendRow({status, named, new QStandardItem(u"runner-04"_s)});
    }
    auto *old = new QStandardItem;
    old->setData(QVariant::fromValue(Badge::Streaming), BadgeRole);
    old->setData(true, StaleRole);
    model->appendRow({old, new QStandardItem(u"web-events-postgres"_s), new QStandardItem(u"-"_s)});
    return model;
}

QPushButton *button(const QString &text, const char *iconName, const char *property = nullptr)
{
    auto *result = new QPushButton(text);
    if (iconName != nullptr)
        result->setIcon(icon(iconName));
    if (property != nullptr)
        result->setProperty(property, true);
    return result;
}

} // namespace

Gallery::Gallery(QWidget *parent)
    : QWidget(parent)
    , m_model(fleetModel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(buttons());
    layout->addWidget(badges());
    layout->addWidget(inputs());
    layout->addWidget(table(), 1);
}

QWidget *Gallery::buttons()
{
    auto *box = new QWidget;
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins({});
    layout->addWidget(button(u"New pipeline"_s, "plus", "primary"));
    layout->addWidget(button(u"Start 2…"_s, "play"));
    auto *disabled = button(u"Stop"_s, "square");
    disabled->setEnabled(false);
    layout->addWidget(disabled);
    auto *small = button(u"Copy details"_s, "copy", "small");
    small->setFont(smallFont());
    layout->addWidget(small);
    auto *menu = button(u"Source"_s, nullptr, "small");
    menu->setFont(smallFont());
    menu->setMenu(new QMenu(menu));
    layout->addWidget(menu);
    auto *checked = button(u"24 h"_s, nullptr, "small");
    checked->setCheckable(true);
    checked->setChecked(true);
    layout->addWidget(checked);
    auto *tool = new QToolButton;
    tool->setText(u"Refresh"_s);
    tool->setIcon(icon("refresh-cw"));
    tool->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    tool->setAutoRaise(true);
    layout->addWidget(tool);
    auto *more = new QToolButton;
    more->setIcon(icon("ellipsis"));
    layout->addWidget(more);
    auto *tabs = new QTabBar;
    for (const auto &name : {u"Overview"_s, u"Configuration"_s, u"Tables"_s})
        tabs->addTab(name);
    tabs->setDrawBase(false);
    layout->addWidget(tabs);
    layout->addStretch();
    return box;
}

QWidget *Gallery::badges()
{
    auto *box = new QWidget;
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins({});
    for (const bool big : {true, false}) {
        for (const Badge badge : {Badge::Streaming, Badge::StoppedUnexpectedly, Badge::Starting}) {
            auto *label = new BadgeLabel;
            label->setLook({.badge = badge, .big = big});
            layout->addWidget(label);
        }
    }
    auto *title = new QLabel(u"my-streaming-pipeline"_s);
    title->setFont(titleFont());
    layout->addWidget(title);
    layout->addStretch();
    return box;
}

QWidget *Gallery::inputs()
{
    auto *box = new QGroupBox(u"Source connection"_s);
    auto *layout = new QGridLayout(box);
    auto *host = new QLineEdit(u"sqlserver.my-org.com"_s);
    host->setClearButtonEnabled(true);
    auto *problem = new QLineEdit;
    problem->setPlaceholderText(u"Username"_s);
    problem->setProperty("problem", true);
    auto *fixed = new QLineEdit(u"read only"_s);
    fixed->setReadOnly(true);
    auto *off = new QLineEdit(u"disabled"_s);
    off->setEnabled(false);
    auto *choice = new QComboBox;
    choice->addItems({u"Azure Key Vault"_s, u"AWS Secrets Manager"_s});
    auto *port = new QSpinBox;
    port->setRange(1, 65535);
    port->setValue(1433);
    auto *check = new QCheckBox(u"Only changed parts"_s);
    check->setChecked(true);
    auto *partial = new QCheckBox(u"Some"_s);
    partial->setTristate(true);
    partial->setCheckState(Qt::PartiallyChecked);
    auto *radio = new QRadioButton(u"EU"_s);
    radio->setChecked(true);
    auto *text = new QPlainTextEdit(u"{ \"name\": \"text\" }"_s);
    text->setFont(fixedFont());
    text->setMaximumHeight(60);
    auto *progress = new QProgressBar;
    progress->setValue(40);
    int column = 0;
    for (QWidget *widget :
         std::initializer_list<QWidget *>{host, problem, fixed, off, choice, port})
        layout->addWidget(widget, 0, column++);
    column = 0;
    for (QWidget *widget : std::initializer_list<QWidget *>{
             check, partial, new QCheckBox(u"None"_s), radio, new QRadioButton(u"US"_s), progress})
        layout->addWidget(widget, 1, column++);
    layout->addWidget(text, 2, 0, 1, 6);
    return box;
}

QWidget *Gallery::table()
{
    auto *box = new QWidget;
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins({});
    auto *table = new QTableView;
    table->setModel(m_model);
    table->setShowGrid(false);
    table->setSortingEnabled(true);
    table->setSelectionBehavior(QTableView::SelectRows);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(heightFor(Size::TableRow, table->fontMetrics()));
    table->setItemDelegateForColumn(0, new BadgeDelegate(BadgeRole, RawTextRole, StaleRole, table));
    table->setColumnWidth(0, 190);
    table->setColumnWidth(1, 190);
    table->horizontalHeader()->setStretchLastSection(true);
    table->selectRow(1);
    layout->addWidget(table, 2);

    auto *places = new QStandardItemModel(this);
    auto *profile = new QStandardItem(icon("cloud"), u"PROD-EU eu1"_s);
    auto *project = new QStandardItem(icon("folder"), u"Test-project"_s);
    auto *environment = new QStandardItem(icon("box"), u"Environment-1"_s);
    environment->appendRow(new QStandardItem(u"my-streaming-pipeline"_s));
    project->appendRow(environment);
    profile->appendRow(project);
    places->appendRow(profile);
    auto *tree = new QTreeView;
    tree->setModel(places);
    tree->setHeaderHidden(true);
    tree->expandAll();
    tree->setCurrentIndex(project->index());
    layout->addWidget(tree, 1);
    return box;
}

} // namespace Sluice
