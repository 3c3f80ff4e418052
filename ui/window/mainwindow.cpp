// SPDX-License-Identifier: Apache-2.0
#include "ui/window/mainwindow.h"

#include "models/fleet/fleet.h"
#include "models/fleet/navigation/navigationmodel.h"
#include "models/store/localstore.h"
#include "ui/dashboard/dashboardpage.h"
#include "ui/dashboard/pipelinetable.h"
#include "ui/editor/editactions.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/editorsession.h"
#include "ui/editor/pipelineeditor.h"
#include "ui/navigation/navigationpanel.h"
#include "ui/navigation/navigationview.h"
#include "ui/references/secretspage.h"
#include "ui/shared/bannerarea.h"
#include "ui/shared/curlmenu.h"
#include "ui/shared/pipelineactions.h"
#include "ui/start/sandboxcard.h"
#include "ui/start/startpage.h"
#include "ui/theme/icons.h"
#include "ui/transfer/templatecommands.h"
#include "ui/transfer/transferactions.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/enterkey.h"
#include "ui/widgets/taborder.h"
#include "ui/window/fleethealth.h"
#include "ui/window/fleetstatusbar.h"
#include "ui/window/pipelinecommands.h"
#include "ui/window/windowactions.h"

#include <QAction>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QSettings>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto geometryKey = "window/geometry"_L1;
constexpr auto stateKey = "window/state"_L1;
constexpr QSize windowSize{1280, 800};

} // namespace

MainWindow::MainWindow(const WindowParts &parts, QWidget *parent)
    : QMainWindow(parent)
    , m_parts(parts)
    , m_actions(new PipelineActions(this))
    , m_windowActions(new WindowActions(parts.theme, this))
    , m_commands(new PipelineCommands(parts.fleet, parts.store, this))
    , m_health(new FleetHealth(parts.fleet, this))
    , m_status(new FleetStatusBar(parts.fleet, this))
    , m_transferActions(new TransferActions(parts.store != nullptr, this))
    , m_curl(new CurlMenu(CurlMenu::About::Pipeline, parts.fleet, parts.paths, this))
    , m_templates(new TemplateCommands(parts.store, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Sluice"));
    setWindowIcon(programIcon());
    m_actions->setSource([this] { return selection(); });
    m_actionsTimer.setSingleShot(true);
    m_actionsTimer.setInterval(0);
    connect(&m_actionsTimer, &QTimer::timeout, this, &MainWindow::updateActions);
    buildPages();
    buildNavigation();
    buildBars();
    connectActions();
    connectTheme();
    connectPages();
    connectSecrets();
    connectTree();
    connectFleet();
    connectTransfer();
    restore();
    if (m_parts.store)
        connect(m_parts.store->database(), &StoreDatabase::problemChanged, this,
                &MainWindow::showStoreProblem);
    showStoreProblem();
    m_start->open(false);
    accountsChanged();
}

MainWindow::~MainWindow() = default;

void MainWindow::restore()
{
    resize(Dialog::fitted(this, windowSize));
    const QByteArray geometry = m_parts.settings->value(geometryKey).toByteArray();
    const QByteArray state = m_parts.settings->value(stateKey).toByteArray();
    const bool isSound = (geometry.isEmpty() || restoreGeometry(geometry)) &&
                         (state.isEmpty() || restoreState(state));
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
    Cause cause;
    cause.key = u"settings"_s;
    cause.kind = Banner::Kind::Warning;
    cause.fact = tr("Some of the settings could not be used.");
    cause.consequence = problems.join(u' ');
    cause.details = cause.consequence;
    m_banners->raise(cause);
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
    showStartPage();
    m_start->sandbox()->showFailed(reason);
}

bool MainWindow::hasAccounts() const
{
    return !m_parts.fleet->accounts().isEmpty();
}

void MainWindow::showStartPage()
{
    if (m_pages->currentWidget() != m_start) {
        m_start->open(hasAccounts());
        if (!m_missing.isEmpty())
            m_start->askForSecret(m_missing.constFirst());
    }
    m_pages->setCurrentWidget(m_start);
    updateActions();
}

void MainWindow::showDashboard()
{
    if (!hasAccounts())
        return;
    m_backToSecrets = false;
    m_pages->setCurrentWidget(m_dashboard);
    m_dashboard->table()->setFocus();
    updateActions();
}

void MainWindow::showSecrets()
{
    if (!hasAccounts())
        return;
    m_navigation->showFleet(); // whatever is chosen in the tree next is a change
    m_pages->setCurrentWidget(m_secrets);
    m_secrets->focusRows();
    updateActions();
}

// Back leads to where it was opened from.
void MainWindow::openPipeline(const PipelineKey &key)
{
    if (m_pages->currentWidget() != m_editors)
        m_backToSecrets = m_pages->currentWidget() == m_secrets;
    m_dashboard->table()->select(key);
    m_session->open(key);
    m_pages->setCurrentWidget(m_editors);
    updateActions();
}

// In the order of the keys, round the end: pressed again it comes to all of them.
void MainWindow::openNextUnsaved()
{
    const QSet<PipelineKey> unsaved = m_session->unsaved();
    if (unsaved.isEmpty())
        return;
    QList<PipelineKey> keys(unsaved.begin(), unsaved.end());
    const auto textOf = [](const PipelineKey &key) {
        return QStringList{key.account, key.project, key.pipeline}.join(u'/');
    };
    std::sort(keys.begin(), keys.end(), [&textOf](const PipelineKey &a, const PipelineKey &b) {
        return textOf(a) < textOf(b);
    });
    const PipelineEditor *shown =
        m_pages->currentWidget() == m_editors ? m_editors->current() : nullptr;
    const qsizetype at = shown ? keys.indexOf(shown->key()) : -1;
    openPipeline(keys.at((at + 1) % keys.size()));
}

void MainWindow::scopeChanged()
{
    NavigationView *tree = m_navigation->tree();
    m_dashboard->setScope(tree->currentScope(), tree->currentPath());
    m_status->setAccount(tree->currentAccount());
    if (m_pages->currentWidget() == m_editors || m_pages->currentWidget() == m_secrets)
        m_pages->setCurrentWidget(m_dashboard);
    updateActions();
}

void MainWindow::accountsChanged()
{
    if (!hasAccounts()) {
        m_navigation->showFleet();
        showStartPage();
    }
    updateActions();
}

QString MainWindow::actionAccount() const
{
    const QString current = m_navigation->tree()->currentAccount();
    const QList<Account *> accounts = m_parts.fleet->accounts();
    return current.isEmpty() && accounts.size() == 1 ? accounts.first()->id() : current;
}

void MainWindow::updateActionsSoon()
{
    if (!m_actionsTimer.isActive())
        m_actionsTimer.start();
}

Selection MainWindow::selection() const
{
    return m_pages->currentWidget() == m_dashboard ? m_dashboard->table()->selection()
           : m_pages->currentWidget() == m_editors ? m_editors->selection()
                                                   : Selection();
}

SelectionCounts MainWindow::selectionCounts() const
{
    if (m_pages->currentWidget() == m_dashboard)
        return m_dashboard->table()->selectionCounts();
    SelectionCounts counts;
    const Selection shown = selection();
    for (const SelectedPipeline &one : shown) {
        if (const PipelineRow *row = m_parts.fleet->pipelines()->find(one.key))
            counts.add(*row);
    }
    return counts;
}

// What the user looks at is checked first.
void MainWindow::updateInView()
{
    QSet<PipelineKey> keys;
    if (m_pages->currentWidget() == m_dashboard)
        keys = m_dashboard->table()->inView();
    const Selection shown = m_pages->currentWidget() == m_editors ? selection() : Selection();
    for (const SelectedPipeline &one : shown)
        keys.insert(one.key);
    m_parts.fleet->setInView(keys);
}

void MainWindow::updateActions()
{
    m_actionsTimer.stop();
    const bool onPipeline = m_pages->currentWidget() == m_editors;
    const SelectionCounts selected = selectionCounts();
    m_actions->update(selected, {hasAccounts() ? QString() : tr("Connect to an account first."),
                                 createObstacle(), obstacleTo(selected.accounts)});
    m_transferActions->update({selected.all, !newPlace().project.isEmpty(), createObstacle(),
                               hasAccounts() ? QString() : tr("Connect to an account first.")});
    m_curl->menuAction()->setEnabled(selected.all == 1);
    m_curl->setKey(selected.first);
    m_edit->update(onPipeline);
    const Account *account = m_parts.fleet->account(actionAccount());
    const Profile *missing = missingAccount();
    m_windowActions->update(missing   ? missing->name
                            : account ? account->profile().name
                                      : QString(),
                            hasAccounts());
    if (m_pages->currentWidget() == m_secrets)
        m_status->setCountText(m_secrets->countText());
    else
        m_status->setCounts(m_dashboard->shownCount(), m_parts.fleet->pipelines()->rowCount(),
                            selected.all);
}

// With several accounts and none chosen the wizard asks for one: one that answers is enough.
QString MainWindow::createObstacle() const
{
    const QString chosen = actionAccount();
    if (!chosen.isEmpty())
        return m_health->obstacle(chosen);
    QString obstacle;
    const QList<Account *> accounts = m_parts.fleet->accounts();
    for (const Account *account : accounts) {
        obstacle = m_health->obstacle(account->id());
        if (obstacle.isEmpty())
            break;
    }
    return obstacle;
}

QString MainWindow::obstacleTo(const QStringList &accounts) const
{
    QString obstacle;
    for (const QString &account : accounts) {
        obstacle = m_health->obstacle(account);
        if (!obstacle.isEmpty())
            break;
    }
    return obstacle;
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    m_parts.fleet->setPolling(true);
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    m_parts.fleet->setPolling(false);
}

// One question at a time; when the last is answered the window closes.
bool MainWindow::askForEdits()
{
    if (m_editsAnswered || m_editors->edited().isEmpty())
        return false;
    m_pages->setCurrentWidget(m_editors);
    updateActions();
    m_editors->askToLeave([this] {
        const QScopedValueRollback answered(m_editsAnswered, true);
        close();
    });
    return true;
}

void MainWindow::showStoreProblem()
{
    const StoreProblem problem =
        m_parts.store ? m_parts.store->database()->problem() : StoreProblem();
    if (!problem) {
        m_banners->clear(u"store"_s);
        return;
    }
    Cause cause;
    cause.key = u"store"_s;
    cause.kind = Banner::Kind::Warning;
    cause.fact = m_parts.store->database()->isOpen()
                     ? tr("Drafts, versions and trash are not kept.")
                     : tr("Drafts, versions and trash are not kept, and what was kept before "
                          "could not be read.");
    cause.consequence = problem.text;
    cause.details = problem.text;
    m_banners->raise(cause);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (askForEdits()) {
        event->ignore();
        return;
    }
    m_parts.settings->setValue(geometryKey, saveGeometry());
    m_parts.settings->setValue(stateKey, saveState());
    QMainWindow::closeEvent(event);
}

} // namespace Sluice
