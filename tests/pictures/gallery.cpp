// SPDX-License-Identifier: Apache-2.0
#include "tests/pictures/gallery.h"

#include "ui/dashboard/sourcedelegate.h"
#include "ui/dashboard/targetdelegate.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/badgedelegate.h"
#include "ui/widgets/badgelabel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busyline.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/statestrip.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/pagelistdelegate.h"

#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QStandardItemModel>
#include <QTableView>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

enum Role { BadgeRole = Qt::UserRole, RawTextRole, StaleRole, TypeRole, PlaceRole, DatabaseRole };

QStandardItemModel *fleetModel(QObject *parent)
{
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

QWidget *Gallery::badges()
{
    auto *box = new QWidget;
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins({});
    auto *gate = new QLabel;
    gate->setPixmap(programIcon().pixmap(QSize(40, 40), devicePixelRatioF()));
    layout->addWidget(gate);
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
    auto *path = new TextLabel(u"PROD-EU › Test-project › Environment-1 › a long path that is cut "
                               "where the room ends, so that nothing is pushed aside"_s);
    path->setElideMode(Qt::ElideRight);
    layout->addWidget(path);
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
