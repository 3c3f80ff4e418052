// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/dashboardpage.h"

#include "models/fleet/fleet.h"
#include "models/references/findingstext.h"
#include "models/references/referencemonitor.h"
#include "models/store/history.h"
#include "ui/dashboard/filterbar.h"
#include "ui/dashboard/pipelinecolumns.h"
#include "ui/dashboard/pipelinedetails.h"
#include "ui/dashboard/pipelinetable.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/busyline.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/statestrip.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto filterGroup = "dashboard/filter"_L1;
constexpr auto splitterKey = "dashboard/splitter"_L1;
constexpr int tableHeight = 420;
constexpr int leastRows = 4;
constexpr int paneHeight = 292;

} // namespace

DashboardPage::DashboardPage(Fleet *fleet, const ReferenceMonitor *secrets, const History &history,
                             QSettings *settings, QAction *showDetails, QMenu *views,
                             QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_settings(settings)
    , m_filter(new PipelineFilter(this))
    , m_above(new QWidget(this))
    , m_strip(new StateStrip(m_above))
    , m_bar(new FilterBar([this](Facet facet) { return m_filter->facetCounts(facet); }, views,
                          m_above))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_details(new PipelineDetails(fleet, secrets, history, this))
    , m_paneTitle(new TextLabel({}, TextLabel::Role::Section, TextLabel::Ink::Text, this))
{
    setObjectName(u"dashboardPage"_s);
    m_filter->setSourceModel(fleet->pipelines());
    m_table = new PipelineTable(m_filter, settings, history.timelines, this);
    m_busy = new BusyLine(m_table->viewport());
    m_empty = new EmptyState(m_table->viewport());
    m_empty->button()->setObjectName(u"emptyStateButton"_s);
    build(showDetails);
    connectFilters();
    settings->beginGroup(filterGroup);
    const FilterChoice kept = FilterChoice::read(*settings);
    settings->endGroup();
    setFilters(kept);
    showFindings(secrets);
    rowsChanged();
}

DashboardPage::~DashboardPage()
{
    m_settings->setValue(splitterKey, m_splitter->saveState());
}

void DashboardPage::build(QAction *showDetails)
{
    m_strip->setObjectName(u"stateStrip"_s);
    m_strip->setAccessibleName(tr("Pipelines by state"));
    m_above->setObjectName(u"filterPane"_s);
    auto *above = new QVBoxLayout(m_above);
    above->setContentsMargins(12, Size::Gap, 12, Size::Gap);
    above->setSpacing(Size::Gap);
    above->addWidget(m_strip);
    above->addWidget(m_bar);

    m_splitter->setObjectName(u"detailsSplitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    // Banners above take from the pane before they take all rows.
    m_table->setMinimumHeight(m_table->horizontalHeader()->minimumHeight() +
                              leastRows * m_table->verticalHeader()->defaultSectionSize());
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({tableHeight, paneHeight});
    m_splitter->restoreState(m_settings->value(splitterKey).toByteArray());
    makePaneHeader(showDetails);
    m_details->hide();
    m_wantsDetails = showDetails->isChecked();
    connect(showDetails, &QAction::toggled, this, [this](bool shown) {
        m_wantsDetails = shown;
        updatePane();
    });
    m_paneTimer.setSingleShot(true);
    connect(&m_paneTimer, &QTimer::timeout, this, &DashboardPage::updatePane);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_above);
    layout->addWidget(m_splitter, 1);
}

// Stands beside the tabs: which pipeline it is, open it, close the pane.
void DashboardPage::makePaneHeader(QAction *showDetails)
{
    m_paneTitle->setObjectName(u"paneTitle"_s);
    m_paneTitle->setContentsMargins(Size::PageMargin, 0, Size::Gap, 0);
    m_paneTitle->setMinimumHeight(m_details->tabBar()->sizeHint().height());
    m_details->setCornerWidget(m_paneTitle, Qt::TopLeftCorner);
    auto *buttons = new QWidget(m_details);
    auto *open = new QPushButton(icon("external-link"), tr("Open"), buttons);
    open->setObjectName(u"paneOpenButton"_s);
    open->setProperty("small", true);
    open->setToolTip(tr("Show this pipeline on the whole page (Enter)"));
    auto *close = new QToolButton(buttons);
    close->setObjectName(u"paneCloseButton"_s);
    close->setIcon(icon("x"));
    close->setToolTip(tr("Hide the details"));
    close->setAccessibleName(close->toolTip());
    close->setAutoRaise(true);
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 2, Size::Gap, 2);
    layout->addWidget(open);
    layout->addWidget(close);
    m_details->setCornerWidget(buttons, Qt::TopRightCorner);
    connect(open, &QPushButton::clicked, this,
            [this] { Q_EMIT openRequested(m_details->pipeline()); });
    connect(close, &QToolButton::clicked, showDetails, &QAction::trigger);
}

void DashboardPage::connectFilters()
{
    connect(m_bar, &FilterBar::textChanged, m_filter, &PipelineFilter::setText);
    connect(m_bar, &FilterBar::textChanged, this, &DashboardPage::rowsChanged);
    // Rows that stay have other letters to mark.
    connect(m_bar, &FilterBar::textChanged, m_table->viewport(), qOverload<>(&QWidget::update));
    connect(m_bar, &FilterBar::facetChanged, this, &DashboardPage::takeFacets);
    connect(m_bar, &FilterBar::rowsRequested, m_table, &PipelineTable::goToFirst);
    connect(m_bar, &FilterBar::firstRequested, this, [this] {
        if (m_table->goToFirst())
            Q_EMIT openRequested(m_table->currentPipeline());
    });
    connect(m_bar, &FilterBar::scopeRemoved, this, &DashboardPage::scopeRemoved);
    connect(m_bar, &FilterBar::problemsFirstRequested, m_table, &PipelineTable::sortProblemsFirst);
    connect(m_bar, &FilterBar::badgesRemoved, this, [this](const QSet<Badge> &badges) {
        setBadges(QSet<Badge>(m_filter->badges()).subtract(badges));
    });
    connect(m_bar, &FilterBar::sortAgainRequested, m_filter, &PipelineFilter::sortAgain);
    connect(m_filter, &PipelineFilter::waitingCountChanged, m_bar, &FilterBar::setWaiting);
    connect(m_strip, &StateStrip::badgesChanged, this, &DashboardPage::setBadges);
    connect(m_filter, &PipelineFilter::countsChanged, this,
            [this] { m_strip->setCounts(m_filter->counts()); });
    connect(m_filter, &PipelineFilter::rowsInserted, this, &DashboardPage::rowsChanged);
    connect(m_filter, &PipelineFilter::rowsRemoved, this, &DashboardPage::rowsChanged);
    connect(m_table, &PipelineTable::orderChanged, this,
            [this] { m_bar->setProblemsFirst(m_table->isProblemsFirst()); });
    connect(m_table, &PipelineTable::currentPipelineChanged, this, &DashboardPage::followSelection);
    connect(m_table, &PipelineTable::selectionUpdated, this, &DashboardPage::followSelection);
    connect(m_table, &PipelineTable::selectionDataChanged, this, &DashboardPage::updatePane);
    connect(m_details, &PipelineDetails::pipelineGone, m_details, &QWidget::hide);
    connect(m_details, &PipelineDetails::runnerRequested, this, &DashboardPage::showRunner);
    connect(m_details, &PipelineDetails::fieldRequested, this, &DashboardPage::fieldRequested);
    connect(m_details, &PipelineDetails::logRequested, this, &DashboardPage::logRequested);
    connect(m_details, &PipelineDetails::retentionRequested, this,
            &DashboardPage::retentionRequested);
    connect(m_empty, &EmptyState::buttonClicked, this, [this] {
        if (m_emptyClears)
            clearFilters();
        else
            Q_EMIT newPipelineRequested();
    });
    const auto watch = [this](Account *account) {
        connect(account, &Account::projectsChanged, this, &DashboardPage::rowsChanged);
        connect(account, &Account::pipelinesStateChanged, this, &DashboardPage::rowsChanged);
        rowsChanged();
    };
    connect(m_fleet, &Fleet::accountAdded, this, watch);
    const QList<Account *> accounts = m_fleet->accounts();
    std::for_each(accounts.cbegin(), accounts.cend(), watch);
    m_strip->setCounts(m_filter->counts());
    m_bar->setProblemsFirst(m_table->isProblemsFirst());
}

FilterChoice DashboardPage::filterChoice() const
{
    FilterChoice choice;
    choice.badges = m_filter->badges();
    for (const Facet facet : allFacets)
        choice.facets[size_t(facet)] = m_bar->facet(facet);
    return choice;
}

// The text is a search of the moment and begins empty.
void DashboardPage::keepFilters()
{
    m_settings->beginGroup(filterGroup);
    filterChoice().write(*m_settings);
    m_settings->endGroup();
}

void DashboardPage::setFilters(const FilterChoice &choice)
{
    for (const Facet facet : allFacets)
        m_bar->setFacet(facet, choice.facets[size_t(facet)]);
    setBadges(choice.badges);
}

SavedView DashboardPage::view() const
{
    SavedView view;
    view.text = m_bar->text();
    view.filter = filterChoice();
    view.sortColumn = m_table->sortColumn();
    view.order = m_table->sortOrder();
    view.columns = m_table->columns()->state();
    view.columnsFit = m_table->columns()->fits();
    return view;
}

void DashboardPage::showView(const SavedView &view)
{
    m_bar->setText(view.text);
    setFilters(view.filter);
    m_table->columns()->take(view.columns, view.columnsFit);
    m_table->sortByColumn(view.sortColumn, view.order);
}

void DashboardPage::takeFacets()
{
    keepFilters();
    m_filter->setFacets(filterChoice().values());
    m_strip->setCounts(m_filter->counts());
    rowsChanged();
}

// Asked for the names of painted rows only.
void DashboardPage::showFindings(const ReferenceMonitor *secrets)
{
    m_filter->setFindings(
        {[secrets](const PipelineKey &key) { return !secrets->findings(key).isEmpty(); },
         [secrets](const PipelineRow &row) {
             return findingsText(secrets->findings(row.key), row.definition);
         }});
    connect(secrets, &ReferenceMonitor::changed, m_table->viewport(),
            qOverload<>(&QWidget::update));
}

void DashboardPage::setHasTags(bool hasTags)
{
    m_bar->setHasTags(hasTags);
}

void DashboardPage::setEdited(const QSet<PipelineKey> &pipelines)
{
    m_filter->setEdited(pipelines);
}

void DashboardPage::setScope(const PipelineFilter::Scope &scope, const QString &words)
{
    m_filter->setScope(scope);
    m_bar->setScope(words);
    m_strip->setCounts(m_filter->counts());
    rowsChanged();
}

void DashboardPage::setBadges(const QSet<Badge> &badges)
{
    m_filter->setBadges(badges);
    m_strip->setBadges(badges);
    m_bar->setBadges(badges);
    keepFilters();
    rowsChanged();
}

void DashboardPage::clearFilters()
{
    m_bar->clearText();
    m_bar->clearFacets();
    setBadges({});
}

QList<QWidget *> DashboardPage::panes() const
{
    return {m_above, m_table, m_details};
}

void DashboardPage::focusFilter()
{
    m_bar->focusText();
}

void DashboardPage::showPipeline(const PipelineKey &key)
{
    if (m_table->select(key))
        return;
    clearFilters();
    if (!m_table->select(key)) {
        Q_EMIT scopeRemoved();
        m_table->select(key);
    }
}

void DashboardPage::showRunner(const QString &account, const QString &agentId, const QString &name)
{
    clearFilters();
    Q_EMIT scopeRemoved();
    m_bar->setFacet(Facet::Runner, {{runnerValue(account, agentId), name}});
}

// The pane waits between the two clicks of a double-click, so that nothing comes or goes under the
// mouse.
void DashboardPage::followSelection()
{
    if (m_table->isUnderClick())
        m_paneTimer.start(QApplication::doubleClickInterval());
    updatePane();
}

void DashboardPage::updatePane()
{
    // The pane and the actions are about the same pipeline.
    const QModelIndex shown = m_table->shownIndex();
    const auto key = shown.data(PipelineModel::KeyRole).value<PipelineKey>();
    const bool selected = key.isValid() && m_table->selectionModel()->hasSelection();
    if (key.isValid()) {
        m_details->setPipeline(key);
        m_paneTitle->setText(shown.data(PipelineModel::NameRole).toString());
    }
    if (!m_paneTimer.isActive())
        m_details->setVisible(selected && m_wantsDetails);
}

void DashboardPage::rowsChanged()
{
    updateBusy();
    updateEmptyState();
    Q_EMIT shownCountChanged();
}

bool DashboardPage::isLoading() const
{
    const QList<Account *> accounts = m_fleet->accounts();
    return std::any_of(accounts.cbegin(), accounts.cend(), [](const Account *account) {
        const QList<Project> &projects = account->projects();
        return account->projectsState() == LoadState::Loading ||
               std::any_of(projects.cbegin(), projects.cend(), [account](const Project &project) {
                   return account->pipelinesState(project.id) == LoadState::Loading;
               });
    });
}

void DashboardPage::updateBusy()
{
    m_busy->setBusy(isLoading());
}

void DashboardPage::updateEmptyState()
{
    const bool empty = m_filter->rowCount() == 0 && !isLoading() && !m_fleet->accounts().isEmpty();
    m_empty->setVisible(empty);
    if (!empty)
        return;
    m_emptyClears = m_filter->isFiltering();
    if (m_emptyClears)
        m_empty->setText(tr("No pipelines in this filter."), tr("Clear filters"));
    else if (const QString why = whyNothingCame(); !why.isEmpty())
        m_empty->setText(why);
    else
        m_empty->setText(emptyPlace(), tr("New pipeline"));
}

// Lists failed (their banner offers the retry), or the account may see nothing.
QString DashboardPage::whyNothingCame() const
{
    const PipelineFilter::Scope &scope = m_filter->scope();
    bool anyProject = false;
    bool failed = false;
    const QList<Account *> accounts = m_fleet->accounts();
    for (const Account *account : accounts) {
        if (!scope.account.isEmpty() && account->id() != scope.account)
            continue;
        const QList<Project> &projects = account->projects();
        anyProject = anyProject || !projects.isEmpty();
        failed = failed || account->projectsState() == LoadState::Failed ||
                 std::any_of(projects.cbegin(), projects.cend(), [&](const Project &project) {
                     return (scope.project.isEmpty() || project.id == scope.project) &&
                            account->pipelinesState(project.id) == LoadState::Failed;
                 });
    }
    if (failed)
        return tr("The pipelines could not be read.");
    if (!anyProject)
        return tr("The credential shows no projects. It probably lacks a project role: ask an "
                  "administrator of the account.");
    return {};
}

QString DashboardPage::emptyPlace() const
{
    const PipelineFilter::Scope &scope = m_filter->scope();
    if (!scope.agents.isEmpty() || !scope.notAgents.isEmpty())
        return tr("No pipelines here.");
    if (!scope.project.isEmpty())
        return tr("This project has no pipelines.");
    return tr("There are no pipelines yet.");
}

} // namespace Sluice
