// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/connectioncheck.h"
#include "models/store/history.h"
#include "ui/shared/pathchooser.h"

#include <QDBusConnection>
#include <QMainWindow>
#include <QSystemTrayIcon>

class QDockWidget;
class QSettings;

namespace Sluice {

class AccountFlow;
class AlertsPage;
class AlertWatch;
class ActionStates;
class Actions;
class BannerArea;
class CredentialStore;
class CurlMenu;
class DashboardPage;
class EditorPage;
class EditorSession;
class Fleet;
class EventsPage;
class FleetHealth;
class FleetStatusBar;
class ImportCommands;
class KeyChoices;
class LabelBook;
class LogRetention;
class LocalStore;
class NavigationModel;
class NavigationPanel;
class NewPipelines;
class PageStack;
class PaletteCommands;
class PaneRing;
class ReferenceMonitor;
class ReferencesPage;
class RunList;
class RunsPanel;
class StartPage;
class TextFocus;
class Theme;
class TrayKeeper;
class ViewCommands;
struct PipelineKey;
struct ProjectPlace;

// The parts that the window works on. All must outlive the window.
struct WindowParts {
    Fleet *fleet = nullptr;
    NavigationModel *navigation = nullptr;  // over the same fleet
    ReferenceMonitor *references = nullptr; // over the same fleet
    CredentialStore *secrets = nullptr; // asked once whether it answers; the window keeps no secret
    Theme *theme = nullptr;
    QSettings *settings = nullptr; // geometry, columns, theme and what is open are kept here
    MakeConnectionCheck makeCheck; // tries an account before it is accepted
    LocalStore *store = nullptr;   // drafts, versions, trash, templates; null: none are kept
    PathChooser paths = systemPathChooser();
    History history;                // of the same store
    LabelBook *labels = nullptr;    // over the same fleet; null: there are no pins, tags and notes
    AlertWatch *alerts = nullptr;   // over the same fleet; null: nobody is told of anything
    QDBusConnection bus{QString()}; // of the desktop; not connected: it is told of nothing
    LogRetention *retention = nullptr; // that the fleet's pipelines have; null: nobody is asked
    std::function<bool()> hasTray = &QSystemTrayIcon::isSystemTrayAvailable; // of the desktop
};

// The program's window: it puts the tree, the pages, the menus and the fleet together, and leaves
// the work to them. Accounts are made by whoever listens to its signals and adds them to the fleet;
// the window shows the start page until the fleet has one. The sandbox is started on
// sandboxRequested(); tell the window how that went through the two slots.
//
//   MainWindow window({&fleet, &navigation, &secrets, &theme, &settings, makeCheck});
//   connect(&window, &MainWindow::connectRequested, this, &Application::connectAccount);
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const WindowParts &parts, QWidget *parent = nullptr);
    ~MainWindow() override;

public Q_SLOTS:
    // Both do nothing while there is no account.
    void showDashboard();
    void showAlerts();
    void showSecrets();
    void showEvents();
    void showSandboxStarting();
    void showSandboxFailed(const QString &reason);
    // Opens the start page for an account of a former session whose secret is missing. reason: why
    // the store gave none; may be empty.
    void askForSecret(const Sluice::Profile &profile, const QString &reason);
    // The account is connected, but the next start will ask for its secret again.
    void showSecretNotKept(const Sluice::Profile &profile, const QString &reason);
    // These accounts are known, and the keychain was asked for their secrets. The window says that
    // it waits for each, until it comes or askForSecret() is called.
    void showWaitingForSecrets(const QList<Sluice::Profile> &profiles);
    // The settings that could not be used, a sentence each.
    void showSettingsProblems(const QStringList &problems);

Q_SIGNALS:
    // The connection was tested and works. remember: keep profile and secret for the next start.
    void connectRequested(const Sluice::Profile &profile, const QString &secret, bool remember);
    void sandboxRequested();
    void disconnectRequested(const QString &accountId);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool isEnd(QCloseEvent *event);
    bool mayLeaveUnsent();
    bool mayLeaveRuns();
    void leave();
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    // Imports JSON files and folders that are dropped on it.
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    ProjectPlace placeAt(const QPoint &position) const;
    void buildPages();
    void buildNavigation();
    void buildActivity();
    void buildFlows();
    void buildCommands();
    void buildLabels();
    void buildRetention();
    void buildBars();
    void buildThemes();
    void connectActions();
    void connectPages();
    void connectDashboard();
    void buildReferences();
    void connectAlerts();
    void connectTray();
    void connectEvents();
    void showLog(const PipelineKey &key);
    void connectTimelines();
    void connectTree();
    void connectFleet();
    void restore();

    void showWindow();
    void keepInTray();
    void quit();
    void keepPlace();
    void showPaused(bool isPaused);
    void openPipeline(const PipelineKey &key);
    void openForm();
    void showFleet();
    void goBack();
    QList<QWidget *> panes() const; // in reading order
    void openNextUnsaved();
    void find();
    void showUnsaved(const QSet<PipelineKey> &pipelines);
    void scopeChanged();
    void accountsChanged();
    void updateStatus();
    void updateInView();
    void showStoreProblem();
    bool hasAccounts() const;

    WindowParts m_parts;
    Actions *m_actions;
    KeyChoices *m_keys;
    FleetHealth *m_health;
    FleetStatusBar *m_status;
    TextFocus *m_text;
    PaneRing *m_panes;
    CurlMenu *m_curl;
    BannerArea *m_banners = nullptr;
    PageStack *m_pages = nullptr;
    StartPage *m_start = nullptr;
    ViewCommands *m_views = nullptr;
    DashboardPage *m_dashboard = nullptr;
    EditorPage *m_editors = nullptr;
    AlertsPage *m_alerts = nullptr;         // null where nothing is told
    EventsPage *m_events = nullptr;         // null where nothing is kept
    ReferencesPage *m_references = nullptr; // made a moment after the start, or when it is opened
    EditorSession *m_session = nullptr;
    NavigationPanel *m_navigation = nullptr;
    AccountFlow *m_accounts = nullptr;
    ActionStates *m_states = nullptr;
    NewPipelines *m_newPipelines = nullptr;
    ImportCommands *m_import = nullptr;
    PaletteCommands *m_palette = nullptr;
    TrayKeeper *m_tray = nullptr;
    RunList *m_runs = nullptr;
    RunsPanel *m_activity = nullptr;
    QDockWidget *m_activityDock = nullptr;
    bool m_quits = false;        // while it closes: the program is to end
    bool m_leavesUnsent = false; // while it closes: the user gave up what waits to be sent
};

} // namespace Sluice
