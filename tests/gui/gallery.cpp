// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/gallery.h"

#include "ui/dashboard/sourcedelegate.h"
#include "ui/dashboard/targetdelegate.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/badgedelegate.h"
#include "ui/widgets/badgelabel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busyline.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/statestrip.h"
#include "ui/wizard/pagelistdelegate.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
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

enum Role { BadgeRole = Qt::UserRole, RawTextRole, StaleRole, TypeRole, PlaceRole, DatabaseRole };

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
    auto *model = new QStandardItemModel(0, 4, parent);
    model->setHorizontalHeaderLabels({u"Status"_s, u"Name"_s, u"Source"_s, u"Target"_s});
    for (const auto &[badge, name] : fleet) {
        auto *status = new QStandardItem;
        status->setData(QVariant::fromValue(badge), BadgeRole);
        status->setData(u"REBALANCING"_s, RawTextRole);
        auto *named = new QStandardItem(name);
        named->setCheckable(true);
        auto *source = new QStandardItem;
        source->setData(u"sqlserver"_s, TypeRole);
        source->setData(u"sqlserver.my-org.com"_s, PlaceRole);
        source->setData(u"my_database"_s, DatabaseRole);
        auto *target = new QStandardItem;
        target->setData(u"snowflake"_s, TypeRole);
        target->setData(u"STREAMING_DB"_s, PlaceRole);
        model->appendRow({status, named, source, target});
    }
    auto *old = new QStandardItem;
    old->setData(QVariant::fromValue(Badge::Streaming), BadgeRole);
    old->setData(true, StaleRole);
    model->appendRow({old, new QStandardItem(u"web-events-postgres"_s)});
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
    layout->setSpacing(Size::Gap);
    layout->addWidget(buttons());
    layout->addWidget(strip());
    layout->addWidget(banners());
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
    auto *entries = new QMenu(menu);
    entries->addAction(icon("play"), u"Start"_s)->setShortcut(Qt::Key_F9);
    entries->addAction(icon("square"), u"Stop"_s)->setEnabled(false);
    entries->addSeparator();
    QAction *shown = entries->addAction(u"Show host"_s);
    shown->setCheckable(true);
    shown->setChecked(true);
    entries->addMenu(u"More"_s)->addAction(u"Copy id"_s);
    menu->setMenu(entries);
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
    layout->addWidget(
        new ElidedLabel(u"PROD-EU › Test-project › Environment-1 › a long path that is cut "
                        "where the room ends, so that nothing is pushed aside"_s));
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
    const auto monogram = [](const QString &type) { return type.isEmpty() ? QString() : u"MS"_s; };
    const auto target = [](const QString &type) { return type; };
    table->setItemDelegateForColumn(
        2, new SourceDelegate(TypeRole, PlaceRole, DatabaseRole, monogram, table));
    table->setItemDelegateForColumn(3, new TargetDelegate(TypeRole, PlaceRole, target, table));
    table->setColumnWidth(0, 190);
    table->setColumnWidth(2, 180);
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
    layout->addWidget(pages(), 1);
    auto *empty = new QTableView;
    auto *state = new EmptyState(empty->viewport());
    state->setText(u"No pipelines in this filter."_s, u"Clear filters"_s);
    (new BusyLine(empty->viewport()))->setBusy(true);
    layout->addWidget(empty, 1);
    return box;
}

QWidget *Gallery::strip()
{
    auto *strip = new StateStrip;
    strip->setCounts({{Badge::StoppedUnexpectedly, 1},
                      {Badge::Unknown, 1},
                      {Badge::Stopping, 2},
                      {Badge::Snapshotting, 1},
                      {Badge::Streaming, 7},
                      {Badge::Stopped, 2}});
    return strip;
}

QWidget *Gallery::banners()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    auto *refused = new Banner(Banner::Kind::Problem);
    refused->setText(u"Not created: the server found 2 problems."_s,
                     u"1 is on this page, 1 on Target connection."_s);
    refused->addButton(u"Copy details"_s, "copy");
    refused->addButton(u"Next problem"_s);
    auto *offline = new Banner(Banner::Kind::Warning);
    offline->setIconName("wifi-off");
    offline->setText(u"Offline. Data of 13:40."_s);
    offline->setClosable(true);
    auto *known = new Banner(Banner::Kind::Information);
    known->setText(
        u"No projects."_s,
        u"The credential is valid but sees no project. Ask an administrator of the account "
        "to give it a role in the projects that you want to see here, then refresh. Roles "
        "are given in the account's settings."_s);
    for (Banner *banner : {refused, offline, known})
        layout->addWidget(banner);
    return box;
}

QWidget *Gallery::pages()
{
    enum Role { StateRole = Qt::UserRole, ChoiceRole, ProblemsRole };

    using State = PageListDelegate::State;
    auto *model = new QStandardItemModel(this);
    const auto add = [model](const QString &title, const QString &choice, State state,
                             int problems) {
        auto *item = new QStandardItem(title);
        item->setData(QVariant::fromValue(state), StateRole);
        item->setData(choice, ChoiceRole);
        item->setData(problems, ProblemsRole);
        model->appendRow(item);
    };
    add(u"Basics"_s, u"my-streaming-pipeline"_s, State::Done, 0);
    add(u"Source connection"_s, u"sqlserver.my-org.com"_s, State::Problem, 1);
    add(u"Tables"_s, u"2 tables"_s, State::Done, 0);
    add(u"Review"_s, u"Check and create"_s, State::Open, 0);
    auto *list = new QListView;
    list->setModel(model);
    list->setItemDelegate(new PageListDelegate(StateRole, ChoiceRole, ProblemsRole, list));
    list->setCurrentIndex(model->index(1, 0));
    return list;
}

} // namespace Sluice
