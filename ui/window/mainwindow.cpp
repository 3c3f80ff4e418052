// SPDX-License-Identifier: Apache-2.0
#include "ui/window/mainwindow.h"

#include "models/fleet/actionfailures.h"
#include "models/fleet/fleet.h"
#include "models/fleet/fleethealth.h"
#include "models/fleet/labelbook.h"
#include "models/fleet/navigation/navigationmodel.h"
#include "models/fleet/navigation/nodeplace.h"
#include "models/references/referencemonitor.h"
#include "models/references/silences.h"
#include "models/runs/commandrun.h"
#include "models/runs/runlist.h"
#include "models/store/localstore.h"
#include "models/store/timelines.h"
#include "models/store/trash/trashmodel.h"
#include "ui/alerts/alertspage.h"
#include "ui/alerts/alertways.h"
#include "ui/alerts/traykeeper.h"
#include "ui/dashboard/columnmenus.h"
#include "ui/dashboard/dashboardpage.h"
#include "ui/dashboard/pipelinetable.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/editorsession.h"
#include "ui/editor/pipelineeditor.h"
#include "ui/events/eventspage.h"
#include "ui/labels/labelcommands.h"
#include "ui/navigation/navigationmenu.h"
#include "ui/navigation/navigationpanel.h"
#include "ui/navigation/navigationview.h"
#include "ui/references/referencespage.h"
#include "ui/references/repointdialog.h"
#include "ui/retention/retentioncommands.h"
#include "ui/runs/runspanel.h"
#include "ui/shared/actions.h"
#include "ui/shared/bannerarea.h"
#include "ui/shared/curlmenu.h"
#include "ui/shared/keychoices.h"
#include "ui/shared/messagebox.h"
#include "ui/start/sandboxcard.h"
#include "ui/start/startpage.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/themesetting.h"
#include "ui/transfer/exportcommands.h"
#include "ui/transfer/importcommands.h"
#include "ui/transfer/templatecommands.h"
#include "ui/transfer/transfercommands.h"
#include "ui/views/viewcommands.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/enterkey.h"
#include "ui/widgets/menukey.h"
#include "ui/widgets/panering.h"
#include "ui/widgets/questionbox.h"
#include "ui/widgets/scrollareaaccess.h"
#include "ui/widgets/taborder.h"
#include "ui/widgets/textfocus.h"
#include "ui/window/aboutbox.h"
#include "ui/window/accountflow.h"
#include "ui/window/actionstates.h"
#include "ui/window/fleetstatusbar.h"
#include "ui/window/pageframe.h"
#include "ui/window/pagestack.h"
#include "ui/window/palettecommands.h"
#include "ui/window/pipelinecommands.h"
#include "ui/window/shortcutsdialog.h"
#include "ui/window/windowmenus.h"
#include "ui/wizard/newpipelines.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QScopedValueRollback>
#include <QSettings>
#include <QTimer>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

using Page = PageStack::Page;

constexpr auto geometryKey = "window/geometry"_L1;
constexpr QByteArrayView geometryMark("\x01\xd9\xd0\xcb", 4); // begins what saveGeometry() gives
constexpr auto stateKey = "window/state"_L1;
constexpr auto timelineKey = "dashboard/timelineHours"_L1;
constexpr auto detailsKey = "dashboard/details"_L1;
constexpr std::chrono::milliseconds referencesDelay{300};
constexpr auto pausedNotice = "paused"_L1;
constexpr QSize windowSize{1280, 800};
constexpr int activityHeight = 260;

} // namespace

MainWindow::MainWindow(const WindowParts &parts, QWidget *parent)
    : QMainWindow(parent)
    , m_parts(parts)
    , m_actions(new Actions(this))
    , m_keys(new KeyChoices(m_actions, parts.settings, this))
    , m_health(new FleetHealth(parts.fleet, this))
    , m_status(new FleetStatusBar(parts.fleet, this))
    , m_text(new TextFocus(this))
    , m_panes(new PaneRing(this))
    , m_curl(new CurlMenu(CurlMenu::About::Pipeline, parts.fleet, parts.paths, this))
{
    guardScrollAreas();
    new MenuKey(this);
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Sluice"));
    setWindowIcon(programIcon());
    setAcceptDrops(true);
    buildPages();
    buildNavigation();
    buildActivity();
    buildFlows();
    buildCommands();
    buildBars();
    buildThemes();
    connectActions();
    connectPages();
    connectDashboard();
    // The first frame need not wait for what is shown later.
    QTimer::singleShot(referencesDelay, this, &MainWindow::buildReferences);
    if (m_events)
        connectEvents();
    if (m_alerts)
        connectAlerts();
    connectTray();
    connectTimelines();
    connectTree();
    connectFleet();
    restore();
    m_views->showStart();
    showStoreProblem();
    m_start->open(false);
    accountsChanged();
    m_states->update();
}

// The fleet outlives the timelines.
MainWindow::~MainWindow()
{
    m_parts.fleet->pipelines()->setTimelineWords({});
}

void MainWindow::buildPages()
{
    QAction *showDetails = m_actions->action(ActionId::ShowDetails);
    showDetails->setChecked(m_parts.settings->value(detailsKey, true).toBool());
    connect(showDetails, &QAction::toggled, this,
            [this](bool shown) { m_parts.settings->setValue(detailsKey, shown); });
    m_banners = new BannerArea(this);
    m_pages = new PageStack(this);
    m_start = new StartPage(m_parts.secrets, m_parts.makeCheck, this);
    m_views = new ViewCommands(m_parts.settings, this);
    m_dashboard = new DashboardPage(m_parts.fleet, m_parts.references, m_parts.history,
                                    m_parts.settings, showDetails, m_views->menu(), this);
    m_editors = new EditorPage(m_parts.fleet, m_parts.store, m_parts.references, m_parts.history,
                               m_actions, m_parts.paths.textFile, this);
    m_session = new EditorSession(m_parts.fleet, m_parts.store, m_parts.settings, m_editors,
                                  m_banners, this);
    m_pages->setPage(Page::Start, m_start);
    m_pages->setPage(Page::Dashboard, m_dashboard);
    m_pages->setPage(Page::Editors, m_editors);
    if (m_parts.alerts) {
        m_alerts = new AlertsPage(m_parts.fleet, m_parts.alerts, this);
        m_pages->setPage(Page::Alerts, m_alerts);
    }
    if (m_parts.history.events) {
        m_events = new EventsPage(m_parts.fleet, m_parts.history.events, m_parts.paths, this);
        m_pages->setPage(Page::Events, m_events);
    }
    m_pages->setEdits({[this] { return !m_editors->edited().isEmpty(); },
                       [this](const auto &answered) { m_editors->askToLeave(answered); }});
    connect(m_pages, &QStackedWidget::currentChanged, this,
            [this] { m_banners->setAlertsTold(m_pages->isShown(Page::Alerts)); });
    setCentralWidget(new PageFrame(m_pages, m_banners, this));
}

void MainWindow::buildNavigation()
{
    const auto *deleted = m_parts.store ? new TrashModel(m_parts.store->trash(), this) : nullptr;
    m_navigation = new NavigationPanel(
        m_parts.navigation,
        {m_actions->action(ActionId::AddAccount), m_actions->action(ActionId::Fleet),
         m_actions->action(ActionId::Alerts), m_actions->action(ActionId::References),
         m_actions->action(ActionId::EventLog), m_actions->action(ActionId::Unsaved),
         m_actions->action(ActionId::Trash), deleted},
        this);
    auto *dock = new QDockWidget(tr("Navigation"), this);
    dock->setObjectName(u"navigationDock"_s);
    dock->setTitleBarWidget(new QWidget(dock)); // the panel has its own headings
    dock->setFeatures(QDockWidget::NoDockWidgetFeatures);
    dock->setWidget(m_navigation);
    addDockWidget(Qt::LeftDockWidgetArea, dock);
    resizeDocks({dock}, {Size::Dock}, Qt::Horizontal);
}

// At the bottom, below the tree too. It shows itself with the first run.
void MainWindow::buildActivity()
{
    m_runs = new RunList(this);
    m_activity = new RunsPanel(m_parts.fleet, m_runs, m_parts.paths, this);
    m_activityDock = new QDockWidget(tr("Activity"), this);
    m_activityDock->setObjectName(u"activityDock"_s);
    m_activityDock->setTitleBarWidget(new QWidget(m_activityDock));
    m_activityDock->setFeatures(QDockWidget::NoDockWidgetFeatures);
    m_activityDock->setWidget(m_activity);
    addDockWidget(Qt::BottomDockWidgetArea, m_activityDock);
    m_activityDock->hide();
    connect(m_runs, &RunList::added, m_activityDock, &QWidget::show);
    connect(m_activity, &RunsPanel::openChanged, this, [this](bool isOpen) {
        if (isOpen)
            resizeDocks({m_activityDock}, {activityHeight}, Qt::Vertical);
    });
    connect(m_activity, &RunsPanel::openRequested, this, [this](const PipelineKey &key) {
        if (m_parts.fleet->pipelines()->find(key))
            openPipeline(key);
    });
}

void MainWindow::buildFlows()
{
    m_accounts = new AccountFlow({m_parts.fleet, m_parts.store, m_pages, m_start, m_banners}, this);
    connect(m_accounts, &AccountFlow::disconnectRequested, this, &MainWindow::disconnectRequested);
    connect(m_accounts, &AccountFlow::waitingChanged, m_navigation,
            &NavigationPanel::setWaitingFor);
    connect(m_accounts, &AccountFlow::allArrived, this, &MainWindow::showDashboard);
    connect(m_accounts, &AccountFlow::forgotten, this, [this](const QString &account) {
        m_session->forgetAccount(account);
        m_parts.references->silences()->forgetAccount(account);
        m_palette->forgetAccount(account);
        m_views->views()->forgetAccount(account);
        if (m_parts.labels)
            m_parts.labels->forgetAccount(account);
    });
    m_states =
        new ActionStates(m_actions,
                         {m_parts.fleet, m_health, m_accounts, m_pages, m_dashboard, m_editors,
                          m_session, m_navigation->tree(), m_text, m_parts.store != nullptr},
                         this);
    connect(m_states, &ActionStates::updated, this, &MainWindow::updateStatus);
}

void MainWindow::buildCommands()
{
    Fleet *fleet = m_parts.fleet;
    m_newPipelines =
        new NewPipelines(fleet, m_parts.store, m_parts.references, m_parts.paths, m_banners, this);
    m_newPipelines->handle(m_actions);
    connect(m_newPipelines, &NewPipelines::created, this, [this](const PipelineKey &key) {
        showDashboard();
        m_dashboard->showPipeline(key);
    });
    m_import = new ImportCommands(fleet, m_parts.paths, this);
    m_import->handle(m_actions);
    auto *pipelines =
        new PipelineCommands(fleet, m_parts.store, m_runs, m_health, m_parts.paths, this);
    pipelines->handle(m_actions);
    connect(m_activity, &RunsPanel::undoRequested, pipelines,
            qOverload<RunVerb, const QList<PipelineKey> &>(&PipelineCommands::plan));
    buildLabels();
    buildRetention();
    (new ExportCommands(fleet, m_parts.paths, this))->handle(m_actions);
    (new TransferCommands(fleet, m_parts.store, m_newPipelines, m_import, m_parts.paths, this))
        ->handle(m_actions);
    m_palette = new PaletteCommands({fleet, m_health, m_actions, m_states, m_dashboard, m_views,
                                     m_navigation->tree(), m_parts.navigation,
                                     [this](const PipelineKey &key) { openPipeline(key); },
                                     [this] { showDashboard(); }},
                                    m_parts.settings, this);
    m_palette->handle();
    m_views->handle({m_dashboard, m_navigation->tree(), m_parts.navigation,
                     [this] { m_navigation->showFleet(); }, [this] { showDashboard(); }});
    auto *templates = new TemplateCommands(m_parts.store, this);
    templates->handle(m_actions, fleet);
    connect(templates, &TemplateCommands::chosen, this, [this](const PipelineTemplate &chosen) {
        m_newPipelines->openFrom(m_states->place(), chosen.definition, chosen.name, chosen.leftOut);
    });
}

void MainWindow::buildRetention()
{
    auto *retention = new RetentionCommands(m_parts.fleet->pipelines(), m_parts.retention, this);
    retention->handle(m_actions);
    connect(m_dashboard, &DashboardPage::retentionRequested, retention, &RetentionCommands::ask);
    connect(m_editors, &EditorPage::retentionRequested, retention, &RetentionCommands::ask);
}

void MainWindow::buildLabels()
{
    (new LabelCommands(m_parts.labels, this))->handle(m_actions);
    if (!m_parts.labels)
        return;
    const auto show = [this] { m_dashboard->setHasTags(!m_parts.labels->isEmpty()); };
    connect(m_parts.labels, &LabelBook::changed, this, show);
    show();
}

void MainWindow::buildBars()
{
    m_actions->setMenu(ActionId::CopyAsCurl, m_curl);
    m_actions->setMenu(ActionId::Views, m_views->menu());
    m_actions->setMenu(ActionId::Columns, m_dashboard->table()->columnMenus()->columns());
    m_actions->setMenu(ActionId::SortBy, m_dashboard->table()->columnMenus()->sorting());
    m_tray =
        new TrayKeeper({m_parts.fleet, m_parts.alerts, m_parts.settings, m_parts.hasTray}, this);
    m_actions->setMenu(ActionId::OnClose, m_tray->menu());
    fillMenuBar(menuBar(), m_actions);
    const auto menus = menuBar()->findChildren<QMenu *>();
    for (const QMenu *menu : menus) // only these menus depend on the text that is selected
        connect(menu, &QMenu::aboutToShow, m_states, &ActionStates::update);
    auto *bar = new QToolBar(tr("Actions"), this);
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    fillToolBar(bar, *m_actions);
    addToolBar(bar);
    setStatusBar(m_status);
}

void MainWindow::buildThemes()
{
    auto *themes = new QActionGroup(this);
    const QList<std::pair<ActionId, Theme::Mode>> modes = {
        {ActionId::SystemTheme, Theme::Mode::System},
        {ActionId::LightTheme, Theme::Mode::Light},
        {ActionId::DarkTheme, Theme::Mode::Dark},
    };
    for (const auto &[id, mode] : modes) {
        QAction *action = themes->addAction(m_actions->action(id));
        action->setChecked(mode == m_parts.theme->mode());
        connect(action, &QAction::triggered, this, [this, chosen = mode] {
            m_parts.theme->setMode(chosen);
            keepTheme(*m_parts.settings, chosen);
        });
    }
    QAction *reduceMotion = m_actions->action(ActionId::ReduceMotion);
    connect(reduceMotion, &QAction::toggled, this, [this](bool reduced) {
        m_parts.theme->setReducedMotion(reduced);
        keepReducedMotion(*m_parts.settings, reduced);
    });
    reduceMotion->setChecked(chosenReducedMotion(*m_parts.settings));
}

// The window's own actions. Others are handled where the work is done.
void MainWindow::connectActions()
{
    // Delete is about pipelines. Pressed in the tree, it must not delete the table's selection.
    QAction *remove = m_actions->action(ActionId::Delete);
    remove->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_dashboard->table()->addAction(remove);
    m_editors->addAction(remove);

    m_actions->on(ActionId::Open, this, [this] {
        if (const Selection selected = m_actions->selection(); selected.size() == 1)
            openPipeline(selected.first().key);
    });
    m_actions->on(ActionId::AddAccount, m_accounts, &AccountFlow::openStartPage);
    m_actions->on(ActionId::Disconnect, this,
                  [this] { m_accounts->askToDisconnect(m_states->account()); });
    m_actions->on(ActionId::Edit, this, &MainWindow::openForm);
    m_actions->on(ActionId::Cut, m_text, &TextFocus::cut);
    m_actions->on(ActionId::Copy, m_text, &TextFocus::copy);
    m_actions->on(ActionId::Paste, m_text, &TextFocus::paste);
    m_actions->on(ActionId::SelectAll, m_text, &TextFocus::selectAll);
    m_actions->on(ActionId::Fleet, this, &MainWindow::showFleet);
    m_actions->on(ActionId::Alerts, this, &MainWindow::showAlerts);
    m_actions->on(ActionId::References, this, &MainWindow::showSecrets);
    m_actions->on(ActionId::EventLog, this, &MainWindow::showEvents);
    m_actions->on(ActionId::Back, this, &MainWindow::goBack);
    m_actions->on(ActionId::NextPane, this, [this] { m_panes->move(panes(), true); });
    m_actions->on(ActionId::PreviousPane, this, [this] { m_panes->move(panes(), false); });
    m_actions->on(ActionId::Unsaved, this, &MainWindow::openNextUnsaved);
    m_actions->on(ActionId::Find, this, &MainWindow::find);
    m_actions->on(ActionId::Shortcuts, this,
                  [this] { (new ShortcutsDialog(m_keys, this))->open(); });
    m_actions->on(ActionId::About, this, [this] { showAboutBox(this); });
    m_actions->on(ActionId::Quit, this, &MainWindow::quit);
}

void MainWindow::connectPages()
{
    connect(m_start, &StartPage::connectRequested, this, &MainWindow::connectRequested);
    connect(m_start, &StartPage::sandboxRequested, this, &MainWindow::sandboxRequested);
    connect(m_start, &StartPage::backRequested, this, &MainWindow::showDashboard);
    connect(m_editors, &EditorPage::backRequested, this, &MainWindow::goBack);
    connect(m_editors, &EditorPage::selectionUpdated, this, &MainWindow::updateInView);
    connect(m_pages, &QStackedWidget::currentChanged, this, [this] {
        updateInView();
        using Other = NavigationPanel::Other;
        const Page origin = m_pages->origin();
        m_navigation->setShown(origin == Page::References ? Other::Secrets
                               : origin == Page::Events   ? Other::Events
                               : origin == Page::Alerts   ? Other::Alerts
                                                          : Other::None);
        updateStatus();
    });
    connect(m_session, &EditorSession::unsavedChanged, this, &MainWindow::showUnsaved);
    connect(m_session, &EditorSession::draftOpened, this, [this] { m_pages->open(Page::Editors); });
    if (m_parts.store)
        connect(m_parts.store->database(), &StoreDatabase::problemChanged, this,
                &MainWindow::showStoreProblem);
}

void MainWindow::connectDashboard()
{
    PipelineTable *table = m_dashboard->table();
    connect(table, &PipelineTable::inViewChanged, this, &MainWindow::updateInView);
    connect(table, &PipelineTable::openRequested, m_actions->action(ActionId::Open),
            &QAction::trigger);
    connect(table, &QWidget::customContextMenuRequested, this, [this, table](const QPoint &place) {
        QMenu *menu = makePipelineMenu(*m_actions, this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(table->viewport()->mapToGlobal(place));
    });
    connect(m_dashboard, &DashboardPage::newPipelineRequested,
            m_actions->action(ActionId::NewPipeline), &QAction::trigger);
    connect(m_dashboard, &DashboardPage::openRequested, this, &MainWindow::openPipeline);
    connect(m_dashboard, &DashboardPage::scopeRemoved, m_navigation, &NavigationPanel::showFleet);
    connect(m_dashboard, &DashboardPage::fieldRequested, this,
            [this](const PipelineKey &key, const QString &path) {
                openPipeline(key);
                if (PipelineEditor *editor = m_editors->current(); editor && editor->key() == key)
                    editor->editField(path);
            });
    connect(m_editors, &EditorPage::runnerRequested, this,
            [this](const QString &account, const QString &agentId, const QString &name) {
                m_dashboard->showRunner(account, agentId, name);
                showDashboard();
            });
}

void MainWindow::connectEvents()
{
    connect(m_events, &EventsPage::openRequested, this,
            [this](const PipelineKey &key, qint64 versionId) {
                if (m_parts.fleet->pipelines()->find(key) == nullptr) {
                    showMessage(this, tr("This pipeline is not in the fleet any more."),
                                tr("If it was deleted from here, its definition is in the trash."));
                    return;
                }
                openPipeline(key);
                if (PipelineEditor *editor = m_editors->current(); versionId > 0)
                    editor->showVersion(versionId);
            });
    connect(m_events, &EventsPage::countsChanged, this, [this] {
        m_navigation->setUnseenEvents(m_events->unseen());
        if (m_pages->isShown(Page::Events))
            updateStatus();
    });
    connect(m_banners, &BannerArea::answered, this, [this](const QString &key) {
        if (key != "away"_L1)
            return;
        m_events->showSinceLastVisit();
        showEvents();
    });
    connect(m_events, &EventsPage::awayReported, this, [this](const QString &summary) {
        if (m_pages->isShown(Page::Events))
            return; // the page says it
        Notice notice;
        notice.key = u"away"_s;
        notice.kind = Notice::Kind::Information;
        notice.fact = tr("While you were away: %1.").arg(summary);
        notice.iconName = u"history"_s;
        notice.verb = tr("Show");
        m_banners->raise(notice);
    });
    connect(m_dashboard, &DashboardPage::logRequested, this, &MainWindow::showLog);
    connect(m_editors, &EditorPage::logRequested, this, &MainWindow::showLog);
}

void MainWindow::showLog(const PipelineKey &key)
{
    if (!m_events)
        return;
    if (key.isValid()) {
        const PipelineRow *row = m_parts.fleet->pipelines()->find(key);
        m_events->showPipeline(key, row ? row->name : key.pipeline);
    } else {
        m_events->showAccount(key.account);
    }
    showEvents();
}

void MainWindow::connectAlerts()
{
    connect(m_alerts, &AlertsPage::openRequested, this, &MainWindow::openPipeline);
    connect(m_alerts, &AlertsPage::logRequested, this, &MainWindow::showLog);
    const auto count = [this] {
        m_navigation->setAlerts(m_alerts->needingCount());
        if (m_pages->isShown(Page::Alerts))
            updateStatus();
    };
    connect(m_alerts, &AlertsPage::countsChanged, this, count);
    count();

    auto *ways = new AlertWays(
        {m_parts.fleet, m_parts.alerts, m_parts.secrets, m_parts.settings, m_parts.bus}, m_alerts,
        this);
    ways->handle(m_actions);
    connect(ways, &AlertWays::snapshotChosen, this, [this](const PipelineKey &key) {
        showWindow();
        if (m_parts.fleet->pipelines()->find(key))
            openPipeline(key);
    });
    connect(ways, &AlertWays::chosen, this, [this](const QList<Alert> &alerts) {
        showWindow();
        const QList<AlertPart> parts = alerts.constFirst().parts;
        const bool isOne = alerts.size() == 1 && parts.size() == 1;
        if (isOne && m_parts.fleet->pipelines()->find(parts.constFirst().key))
            openPipeline(parts.constFirst().key);
        else
            showAlerts();
    });
}

void MainWindow::connectTray()
{
    m_tray->handle(m_actions);
    connect(m_tray, &TrayKeeper::showRequested, this, &MainWindow::showWindow);
    connect(m_tray, &TrayKeeper::keepRequested, this, &MainWindow::keepInTray);
    connect(m_tray, &TrayKeeper::quitRequested, this, &MainWindow::quit);
    connect(m_tray, &TrayKeeper::paused, this, &MainWindow::showPaused);
    connect(m_tray, &TrayKeeper::openRequested, this, [this](const PipelineKey &key) {
        showWindow();
        openPipeline(key);
    });
    connect(m_tray, &TrayKeeper::alertsRequested, this, [this] {
        showWindow();
        showAlerts();
    });
    connect(m_parts.fleet, &Fleet::pollingChanged, this, [this](bool isOn) {
        if (isOn)
            showPaused(false);
    });
    connect(m_banners, &BannerArea::answered, this, [this](const QString &key) {
        if (key == pausedNotice)
            m_parts.fleet->setPolling(true);
    });
}

void MainWindow::showWindow()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

// A dialog that closes meanwhile must not end the program.
void MainWindow::keepInTray()
{
    keepPlace();
    QApplication::setQuitOnLastWindowClosed(false);
    hide();
}

// What is asked before the end needs the window, which may be in the tray.
void MainWindow::quit()
{
    const QScopedValueRollback quits(m_quits, true);
    QApplication::setQuitOnLastWindowClosed(true);
    if (!isVisible())
        showWindow();
    close();
}

void MainWindow::keepPlace()
{
    m_views->keepPlace();
    m_parts.settings->setValue(geometryKey, saveGeometry());
    m_parts.settings->setValue(stateKey, saveState());
}

void MainWindow::showPaused(bool isPaused)
{
    if (!isPaused) {
        m_banners->clear(pausedNotice);
        return;
    }
    Notice notice;
    notice.key = pausedNotice;
    notice.kind = Notice::Kind::Warning;
    notice.fact = tr("Regular checks are paused.");
    notice.consequence = tr("What is shown gets old, and nobody is told of what stops meanwhile.");
    notice.verb = tr("Resume");
    m_banners->raise(notice);
}

void MainWindow::connectTimelines()
{
    Timelines *timelines = m_parts.history.timelines;
    if (!timelines)
        return;
    const int hours = m_parts.settings->value(timelineKey, 24).toInt();
    if (Timelines::periods().contains(std::chrono::hours(hours)))
        timelines->setPeriod(std::chrono::hours(hours));
    PipelineModel *pipelines = m_parts.fleet->pipelines();
    const auto showPeriod = [pipelines, timelines] {
        pipelines->setTimelineTitle(tr("Last %1").arg(Timelines::periodText(timelines->period())));
    };
    showPeriod();
    pipelines->setTimelineWords(
        [timelines](const PipelineKey &key) { return timelines->text(key); });
    connect(timelines, &Timelines::periodChanged, this, [this, timelines, showPeriod] {
        m_parts.settings->setValue(timelineKey, int(timelines->period().count()));
        showPeriod();
    });
}

void MainWindow::buildReferences()
{
    if (m_references)
        return;
    m_references = new ReferencesPage(m_parts.fleet, m_parts.references, m_parts.settings,
                                      m_parts.paths, this);
    m_pages->setPage(Page::References, m_references);
    connect(m_references, &ReferencesPage::openRequested, this, &MainWindow::openPipeline);
    connect(m_references, &ReferencesPage::countsChanged, this, [this] {
        m_navigation->setSecretFindings(m_references->withFindings());
        if (m_pages->isShown(Page::References))
            updateStatus();
    });
    connect(m_references, &ReferencesPage::repointRequested, this,
            [this](const QList<SecretReference> &references, const QSet<PipelineKey> &pipelines) {
                auto *dialog = new RepointDialog(m_parts.fleet, m_parts.references, references,
                                                 m_references->account(), pipelines, this);
                dialog->open();
            });
    m_navigation->setSecretFindings(m_references->withFindings());
}

void MainWindow::connectTree()
{
    NavigationView *tree = m_navigation->tree();
    connect(tree, &NavigationView::currentNodeChanged, this, &MainWindow::scopeChanged);
    connect(tree, &NavigationView::pipelineActivated, this, &MainWindow::openPipeline);
    connect(tree, &NavigationView::contextMenuRequested, this, [this, tree](const QPoint &place) {
        QMenu *menu = makeNavigationMenu(
            tree,
            {m_actions->action(ActionId::NewPipeline), m_actions->action(ActionId::ImportFiles),
             m_actions->action(ActionId::ExportProject), m_actions->action(ActionId::Disconnect)},
            m_parts.fleet, m_parts.paths);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(place);
    });
}

void MainWindow::connectFleet()
{
    Fleet *fleet = m_parts.fleet;
    // Queued, because the fleet still has the account when the signal comes.
    connect(fleet, &Fleet::accountAboutToBeRemoved, this, &MainWindow::accountsChanged,
            Qt::QueuedConnection);
    auto *failures = new ActionFailures(fleet, this);
    // The row of the run tells of it.
    failures->setToldElsewhere([this](const PipelineKey &key) { return m_runs->isUnderWay(key); });
    connect(failures, &ActionFailures::raised, m_banners, &BannerArea::raise);
    connect(failures, &ActionFailures::cleared, m_banners, &BannerArea::clear);
    connect(m_banners, &BannerArea::closed, failures, &ActionFailures::forget);
    connect(m_health, &FleetHealth::raised, m_banners, &BannerArea::raise);
    connect(m_health, &FleetHealth::cleared, m_banners, &BannerArea::clear);
    connect(m_banners, &BannerArea::retryRequested, this, [this](const QString &id) {
        if (Account *account = m_parts.fleet->account(id)) {
            account->refresh();
            m_parts.fleet->poller(id)->checkAllNow();
        }
    });
}

void MainWindow::restore()
{
    resize(Dialog::fitted(this, windowSize));
    const QByteArray geometry = m_parts.settings->value(geometryKey).toByteArray();
    const QByteArray state = m_parts.settings->value(stateKey).toByteArray();
    // Qt also takes no place of a screen of quite another width, which says nothing of the bytes.
    const bool isSound =
        (geometry.isEmpty() || restoreGeometry(geometry) || geometry.startsWith(geometryMark)) &&
        (state.isEmpty() || restoreState(state));
    m_activityDock->setVisible(m_runs->rowCount() > 0); // that of a former session is over
    if (!isMaximized() && !isFullScreen())
        resize(Dialog::fitted(this, size())); // it may come from a larger screen
    if (!isSound)
        showSettingsProblems({tr("The place of the window could not be read. It is the usual "
                                 "one.")});
}

void MainWindow::showSettingsProblems(const QStringList &problems)
{
    if (problems.isEmpty())
        return;
    Notice notice;
    notice.key = u"settings"_s;
    notice.kind = Notice::Kind::Warning;
    notice.fact = tr("Some of the settings could not be used.");
    notice.consequence = problems.join(u' ');
    notice.details = notice.consequence;
    m_banners->raise(notice);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (pressWithEnter(this, event))
        event->accept();
    else
        QMainWindow::keyPressEvent(event);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return TabOrder::move(this, next);
}

void MainWindow::showSandboxStarting()
{
    m_start->sandbox()->showStarting();
}

void MainWindow::showSandboxFailed(const QString &reason)
{
    m_accounts->openStartPage();
    m_start->sandbox()->showFailed(reason);
}

void MainWindow::askForSecret(const Profile &profile, const QString &reason)
{
    m_accounts->askForSecret(profile, reason);
}

void MainWindow::showSecretNotKept(const Profile &profile, const QString &reason)
{
    m_accounts->showSecretNotKept(profile, reason);
}

void MainWindow::showWaitingForSecrets(const QList<Profile> &profiles)
{
    m_accounts->waitForSecrets(profiles);
}

bool MainWindow::hasAccounts() const
{
    return !m_parts.fleet->accounts().isEmpty();
}

void MainWindow::showDashboard()
{
    if (!hasAccounts())
        return;
    m_pages->open(Page::Dashboard);
    m_dashboard->table()->setFocus();
}

void MainWindow::showFleet()
{
    m_navigation->showFleet();
    showDashboard();
}

void MainWindow::goBack()
{
    const bool isEditing = m_pages->isShown(Page::Editors);
    if (isEditing && m_pages->back() == Page::References)
        showSecrets();
    else if (isEditing && m_pages->back() == Page::Events)
        showEvents();
    else if (isEditing && m_pages->back() == Page::Alerts)
        showAlerts();
    else
        showDashboard();
}

QList<QWidget *> MainWindow::panes() const
{
    QList<QWidget *> panes{findChild<QToolBar *>(), m_navigation};
    if (m_pages->isShown(Page::Dashboard))
        panes += m_dashboard->panes();
    else
        panes += m_pages->currentWidget();
    panes += m_activity;
    return panes;
}

void MainWindow::showAlerts()
{
    if (!hasAccounts() || !m_alerts)
        return;
    m_navigation->showFleet(); // so that any choice in the tree afterwards is a change
    m_pages->open(Page::Alerts);
    m_alerts->focusFirst();
}

void MainWindow::showSecrets()
{
    if (!hasAccounts())
        return;
    m_navigation->showFleet(); // so that any choice in the tree afterwards is a change
    buildReferences();
    m_pages->open(Page::References);
    m_references->focusRows();
}

void MainWindow::showEvents()
{
    if (!hasAccounts() || !m_events)
        return;
    m_navigation->showFleet();   // so that any choice in the tree afterwards is a change
    m_banners->clear(u"away"_s); // the page says it, too
    m_pages->open(Page::Events);
    m_events->focusRows();
}

void MainWindow::openPipeline(const PipelineKey &key)
{
    m_dashboard->table()->select(key);
    m_session->open(key);
    m_pages->open(Page::Editors);
}

void MainWindow::openForm()
{
    const Selection selected = m_actions->selection();
    if (selected.size() != 1)
        return;
    openPipeline(selected.first().key);
    m_editors->current()->edit();
}

void MainWindow::openNextUnsaved()
{
    const PipelineEditor *shown = m_pages->isShown(Page::Editors) ? m_editors->current() : nullptr;
    const PipelineKey next = m_session->nextUnsaved(shown ? shown->key() : PipelineKey());
    if (next.isValid())
        openPipeline(next);
}

// On a page without a filter, the dashboard is meant.
void MainWindow::find()
{
    if (m_pages->isShown(Page::References)) {
        m_references->focusFilter();
        return;
    }
    if (m_pages->isShown(Page::Events)) {
        m_events->focusFilter();
        return;
    }
    showDashboard();
    m_dashboard->focusFilter();
}

void MainWindow::showUnsaved(const QSet<PipelineKey> &pipelines)
{
    m_dashboard->setEdited(pipelines);
    m_navigation->setUnsaved(int(pipelines.size()));
}

void MainWindow::scopeChanged()
{
    NavigationView *tree = m_navigation->tree();
    m_dashboard->setScope(tree->currentScope(), tree->currentPath());
    m_status->setAccount(tree->currentAccount());
    if (!m_pages->isShown(Page::Start))
        m_pages->open(Page::Dashboard);
}

void MainWindow::accountsChanged()
{
    if (hasAccounts())
        return;
    m_navigation->showFleet();
    m_accounts->openStartPage();
}

void MainWindow::updateStatus()
{
    const SelectionCounts &selected = m_actions->facts().selected;
    m_curl->setKey(selected.first);
    if (m_pages->isShown(Page::References))
        m_status->setCountText(m_references->countText());
    else if (m_pages->isShown(Page::Events))
        m_status->setCountText(m_events->countText());
    else if (m_pages->isShown(Page::Alerts))
        m_status->setCountText(m_alerts->countText());
    else
        m_status->setCounts(m_dashboard->shownCount(), m_parts.fleet->pipelines()->rowCount(),
                            selected.all);
}

// The pipelines that the user looks at are checked first.
void MainWindow::updateInView()
{
    QSet<PipelineKey> keys;
    if (m_pages->isShown(Page::Dashboard))
        keys = m_dashboard->table()->inView();
    const Selection shown = m_pages->isShown(Page::Editors) ? m_editors->selection() : Selection();
    for (const SelectedPipeline &one : shown)
        keys.insert(one.key);
    m_parts.fleet->setInView(keys);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    m_parts.fleet->setUnseen(false);
    QApplication::setQuitOnLastWindowClosed(true);
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    m_parts.fleet->setUnseen(true);
}

void MainWindow::showStoreProblem()
{
    const StoreProblem problem =
        m_parts.store ? m_parts.store->database()->problem() : StoreProblem();
    if (!problem) {
        m_banners->clear(u"store"_s);
        return;
    }
    Notice notice;
    notice.key = u"store"_s;
    notice.kind = Notice::Kind::Warning;
    notice.fact = m_parts.store->database()->isOpen()
                      ? tr("Drafts, versions and trash are not kept.")
                      : tr("Drafts, versions and trash are not kept, and what was kept before "
                           "could not be read.");
    notice.consequence = problem.text;
    notice.details = problem.text;
    m_banners->raise(notice);
}

// True when nothing waits to be sent, or the user gives it up; asks otherwise.
bool MainWindow::mayLeaveUnsent()
{
    const int unsent = m_parts.fleet->unsentWrites();
    if (unsent == 0 || m_leavesUnsent)
        return true;
    auto *box = new QuestionBox(
        tr("%n request(s) were not sent yet", nullptr, unsent),
        tr("The account has to wait before it may send more. What you asked for is not done, and "
           "is given up when Sluice ends."),
        tr("Quit without sending"), QuestionBox::Kind::Danger, this);
    box->setObjectName(u"unsentQuestion"_s);
    connect(box, &QDialog::accepted, this, &MainWindow::leave);
    box->open();
    return false;
}

// True when no run is under way, or the user gives up the rest of it; asks otherwise.
bool MainWindow::mayLeaveRuns()
{
    int waiting = 0;
    for (int run = 0; run < m_runs->rowCount(); ++run)
        waiting += m_runs->run(run)->isRunning()
                       ? m_runs->run(run)->total() - m_runs->run(run)->over()
                       : 0;
    if (waiting == 0 || m_leavesUnsent)
        return true;
    auto *box = new QuestionBox(
        tr("%n pipeline(s) of a run are not done yet", nullptr, waiting),
        tr("Those that wait are given up when Sluice ends. A restart that has only stopped its "
           "pipeline so far leaves it stopped."),
        tr("Quit all the same"), QuestionBox::Kind::Danger, this);
    box->setObjectName(u"runsQuestion"_s);
    connect(box, &QDialog::accepted, this, &MainWindow::leave);
    box->open();
    return false;
}

// Closes without the question about what was not sent.
void MainWindow::leave()
{
    const QScopedValueRollback leaves(m_leavesUnsent, true);
    const QScopedValueRollback quits(m_quits, true);
    close();
}

// True when the program is to end. The end of the desktop's session is no choice.
bool MainWindow::isEnd(QCloseEvent *event)
{
    if (m_quits || qApp->isSavingSession())
        return true;
    const CloseChoice::Answer answer = m_tray->onClose();
    if (answer == CloseChoice::Answer::Quit)
        return true;
    event->ignore();
    if (answer == CloseChoice::Answer::Keep)
        keepInTray();
    return false;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!isEnd(event))
        return;
    if (!mayLeaveUnsent() || !mayLeaveRuns() || !m_pages->mayClose([this] { leave(); })) {
        event->ignore();
        return;
    }
    if (m_events)
        m_events->endVisit();
    keepPlace();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (hasAccounts() && !ImportCommands::pathsIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList paths = ImportCommands::pathsIn(event->mimeData());
    if (!hasAccounts() || paths.isEmpty())
        return;
    event->acceptProposedAction();
    m_import->importPaths(paths, placeAt(event->position().toPoint()));
}

// The project of the tree's node there; elsewhere that of the current node.
ProjectPlace MainWindow::placeAt(const QPoint &position) const
{
    const NavigationView *tree = m_navigation->tree();
    const QPoint inTree = tree->viewport()->mapFrom(this, position);
    const QModelIndex node = tree->isVisible() && tree->viewport()->rect().contains(inTree)
                                 ? tree->indexAt(inTree)
                                 : QModelIndex();
    if (!node.isValid())
        return m_states->place();
    return placeOf(node, node.data(NavigationModel::AccountRole).toString());
}

} // namespace Sluice
