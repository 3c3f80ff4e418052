// SPDX-License-Identifier: Apache-2.0
// How the parts of the main window are made and joined; what they then do is in mainwindow.cpp.
#include "ui/window/mainwindow.h"

#include "models/fleet/fleet.h"
#include "models/store/localstore.h"
#include "models/store/trash/trashmodel.h"
#include "ui/dashboard/dashboardpage.h"
#include "ui/dashboard/pipelinetable.h"
#include "ui/editor/editactions.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/editorsession.h"
#include "ui/navigation/navigationmenu.h"
#include "ui/navigation/navigationpanel.h"
#include "ui/navigation/navigationview.h"
#include "ui/references/repointdialog.h"
#include "ui/references/secretspage.h"
#include "ui/shared/bannerarea.h"
#include "ui/shared/curlmenu.h"
#include "ui/shared/pipelineactions.h"
#include "ui/start/startpage.h"
#include "ui/theme/fonts.h"
#include "ui/theme/themesetting.h"
#include "ui/transfer/templatecommands.h"
#include "ui/transfer/transferactions.h"
#include "ui/window/aboutbox.h"
#include "ui/window/actionfailures.h"
#include "ui/window/fleethealth.h"
#include "ui/window/fleetstatusbar.h"
#include "ui/window/pipelinecommands.h"
#include "ui/window/windowactions.h"
#include "ui/window/windowmenus.h"

#include <QAction>
#include <QActionGroup>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto detailsKey = "dashboard/details"_L1;

} // namespace

void MainWindow::buildPages()
{
    m_windowActions->showDetails()->setChecked(m_parts.settings->value(detailsKey, true).toBool());
    m_banners = new BannerArea(this);
    m_start = new StartPage(m_parts.secrets, m_parts.makeCheck, this);
    m_dashboard = new DashboardPage(m_parts.fleet, m_parts.secretWatch, m_parts.settings,
                                    m_windowActions->showDetails(), this);
    m_editors = new EditorPage(m_parts.fleet, m_parts.store, m_parts.secretWatch, m_actions,
                               m_parts.paths.textFile, this);
    m_secrets =
        new SecretsPage(m_parts.fleet, m_parts.secretWatch, m_parts.settings, m_parts.paths, this);
    m_edit = new EditActions(m_editors, this);
    m_session = new EditorSession(m_parts.fleet, m_parts.store, m_parts.settings, m_editors,
                                  m_banners, this);
    m_pages = new QStackedWidget(this);
    m_pages->setObjectName(u"pages"_s);
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_dashboard);
    m_pages->addWidget(m_editors);
    m_pages->addWidget(m_secrets);
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_banners);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);
}

void MainWindow::buildNavigation()
{
    const auto *deleted = m_parts.store ? new TrashModel(m_parts.store->trash(), this) : nullptr;
    m_navigation =
        new NavigationPanel(m_parts.navigation,
                            {m_windowActions->addAccount(), m_windowActions->secrets(),
                             m_windowActions->unsaved(), m_transferActions->trash(), deleted},
                            this);
    auto *dock = new QDockWidget(tr("Navigation"), this);
    dock->setObjectName(u"navigationDock"_s);
    dock->setTitleBarWidget(new QWidget(dock)); // the panel has its own headings
    dock->setFeatures(QDockWidget::NoDockWidgetFeatures);
    dock->setWidget(m_navigation);
    addDockWidget(Qt::LeftDockWidgetArea, dock);
    resizeDocks({dock}, {Size::Dock}, Qt::Horizontal);
}

void MainWindow::buildBars()
{
    fillMenuBar(menuBar(), {*m_actions, *m_edit, *m_windowActions, *m_transferActions, m_curl,
                            m_templates->menu()});
    auto *bar = new QToolBar(tr("Actions"), this);
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    fillToolBar(bar, *m_actions);
    addToolBar(bar);
    setStatusBar(m_status);
}

void MainWindow::connectActions()
{
    // Delete belongs to the pipelines: pressed in the tree it must not mean the table's selection.
    m_actions->remove()->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_dashboard->table()->addAction(m_actions->remove());
    m_editors->addAction(m_actions->remove());

    const auto on = [this](const QAction *action, auto work) {
        connect(action, &QAction::triggered, this, work);
    };
    on(m_actions->start(), [this] { m_commands->start(m_actions->selection()); });
    on(m_actions->stop(), [this] { m_commands->stop(m_actions->selection()); });
    on(m_actions->remove(), [this] { m_commands->remove(m_actions->selection()); });
    on(m_actions->refresh(), [this] { m_commands->refresh(m_actions->selection()); });
    on(m_actions->copyId(), [this] { m_commands->copyIds(m_actions->selection()); });
    on(m_actions->refreshAll(), [this] { m_parts.fleet->refreshAll(); });
    on(m_actions->open(), [this] {
        if (const Selection selected = m_actions->selection(); selected.size() == 1)
            openPipeline(selected.first().key);
    });
    on(m_windowActions->addAccount(), [this] { showStartPage(); });
    on(m_windowActions->disconnectAccount(), [this] { askToDisconnect(); });
    on(m_windowActions->secrets(), [this] { showSecrets(); });
    on(m_windowActions->unsaved(), [this] { openNextUnsaved(); });
    on(m_windowActions->find(), [this] {
        if (m_pages->currentWidget() == m_secrets) {
            m_secrets->focusFilter();
            return;
        }
        showDashboard();
        m_dashboard->focusFilter();
    });
    on(m_windowActions->about(), [this] { showAboutBox(this); });
    on(m_windowActions->quit(), [this] { close(); });
}

void MainWindow::connectTheme()
{
    connect(m_windowActions->themes(), &QActionGroup::triggered, this, [this](QAction *action) {
        const auto mode = Theme::Mode(action->data().toInt());
        m_parts.theme->setMode(mode);
        keepTheme(*m_parts.settings, mode);
    });
    connect(m_windowActions->reduceMotion(), &QAction::toggled, this, [this](bool reduced) {
        m_parts.theme->setReducedMotion(reduced);
        keepReducedMotion(*m_parts.settings, reduced);
    });
    m_windowActions->reduceMotion()->setChecked(chosenReducedMotion(*m_parts.settings));
    connect(m_windowActions->showDetails(), &QAction::toggled, this,
            [this](bool shown) { m_parts.settings->setValue(detailsKey, shown); });
}

void MainWindow::connectPages()
{
    connect(m_start, &StartPage::connectRequested, this, &MainWindow::connectRequested);
    connect(m_start, &StartPage::sandboxRequested, this, &MainWindow::sandboxRequested);
    connect(m_start, &StartPage::backRequested, this, &MainWindow::showDashboard);
    connect(m_editors, &EditorPage::backRequested, this, [this] {
        if (m_backToSecrets)
            showSecrets();
        else
            showDashboard();
    });
    connect(m_editors, &EditorPage::selectionUpdated, this, &MainWindow::updateActions);
    connect(m_editors, &EditorPage::selectionUpdated, this, &MainWindow::updateInView);
    connect(m_pages, &QStackedWidget::currentChanged, this, &MainWindow::updateInView);
    connect(m_editors, &EditorPage::editsChanged, this, &MainWindow::updateActions);
    connect(m_session, &EditorSession::unsavedChanged, this,
            [this](const QSet<PipelineKey> &pipelines) {
                m_dashboard->setEdited(pipelines);
                m_navigation->setUnsaved(int(pipelines.size()));
                m_windowActions->setUnsaved(int(pipelines.size()));
            });
    connect(m_session, &EditorSession::draftOpened, this, [this] {
        m_pages->setCurrentWidget(m_editors);
        updateActions();
    });

    PipelineTable *table = m_dashboard->table();
    connect(table, &PipelineTable::selectionUpdated, this, &MainWindow::updateActions);
    connect(table, &PipelineTable::selectionDataChanged, this, &MainWindow::updateActionsSoon);
    connect(table, &PipelineTable::inViewChanged, this, &MainWindow::updateInView);
    connect(table, &PipelineTable::openRequested, m_actions->open(), &QAction::trigger);
    connect(table, &QWidget::customContextMenuRequested, this, [this, table](const QPoint &place) {
        QMenu *menu = makePipelineMenu(*m_actions, *m_transferActions, m_curl, this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(table->viewport()->mapToGlobal(place));
    });
    // Soon: while rows are leaving, the table knows less of them than the fleet.
    connect(m_dashboard, &DashboardPage::shownCountChanged, this, &MainWindow::updateActionsSoon);
    connect(m_dashboard, &DashboardPage::newPipelineRequested, m_actions->create(),
            &QAction::trigger);
    connect(m_dashboard, &DashboardPage::openRequested, this, &MainWindow::openPipeline);
    connect(m_dashboard, &DashboardPage::scopeRemoved, m_navigation, &NavigationPanel::showFleet);
}

void MainWindow::connectSecrets()
{
    connect(m_secrets, &SecretsPage::openRequested, this, &MainWindow::openPipeline);
    connect(m_secrets, &SecretsPage::countsChanged, this, [this] {
        m_navigation->setSecretFindings(m_secrets->withFindings());
        if (m_pages->currentWidget() == m_secrets)
            m_status->setCountText(m_secrets->countText());
    });
    connect(m_pages, &QStackedWidget::currentChanged, this, [this] {
        const QWidget *page = m_pages->currentWidget();
        m_navigation->setSecretsShown(page == m_secrets || (page == m_editors && m_backToSecrets));
    });
    connect(m_navigation, &NavigationPanel::fleetRequested, this, &MainWindow::showDashboard);
    connect(m_secrets, &SecretsPage::repointRequested, this,
            [this](const QList<SecretReference> &references, const QSet<PipelineKey> &pipelines) {
                auto *dialog = new RepointDialog(m_parts.fleet, m_parts.secretWatch, references,
                                                 m_secrets->account(), pipelines, this);
                dialog->open();
            });
}

void MainWindow::connectTree()
{
    NavigationView *tree = m_navigation->tree();
    connect(tree, &NavigationView::currentNodeChanged, this, &MainWindow::scopeChanged);
    connect(tree, &NavigationView::pipelineActivated, this, &MainWindow::openPipeline);
    connect(tree, &NavigationView::contextMenuRequested, this, [this, tree](const QPoint &place) {
        QMenu *menu = makeNavigationMenu(tree,
                                         {m_actions->create(), m_transferActions->importFiles(),
                                          m_transferActions->exportProject(),
                                          m_windowActions->disconnectAccount()},
                                         m_parts.fleet, m_parts.paths);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(place);
    });
}

void MainWindow::connectFleet()
{
    Fleet *fleet = m_parts.fleet;
    connect(fleet, &Fleet::accountAdded, this, &MainWindow::accountArrived);
    connect(fleet, &Fleet::accountAdded, this, &MainWindow::accountsChanged);
    // Queued: while the signal comes the fleet still has the account.
    connect(fleet, &Fleet::accountAboutToBeRemoved, this, &MainWindow::accountsChanged,
            Qt::QueuedConnection);
    auto *failures = new ActionFailures(fleet, this);
    connect(failures, &ActionFailures::raised, m_banners, &BannerArea::raise);
    connect(failures, &ActionFailures::cleared, m_banners, &BannerArea::clear);
    connect(m_banners, &BannerArea::closed, failures, &ActionFailures::forget);
    connect(m_health, &FleetHealth::raised, m_banners, &BannerArea::raise);
    connect(m_health, &FleetHealth::cleared, m_banners, &BannerArea::clear);
    connect(m_health, &FleetHealth::raised, this, &MainWindow::updateActions);
    connect(m_health, &FleetHealth::cleared, this, &MainWindow::updateActions);
    connect(m_banners, &BannerArea::retryRequested, this, [this](const QString &id) {
        if (Account *account = m_parts.fleet->account(id)) {
            account->refresh();
            m_parts.fleet->poller(id)->checkAllNow();
        }
    });
}

} // namespace Sluice
