// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/connectioncheck.h"
#include "ui/shared/pathchooser.h"
#include "ui/shared/place.h"
#include "ui/shared/selection.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>

class QSettings;
class QStackedWidget;

namespace Sluice {

class Account;
class BannerArea;
class CurlMenu;
class DashboardPage;
class EditActions;
class EditorPage;
class EditorSession;
class ExportCommands;
class Fleet;
class FleetHealth;
class FleetStatusBar;
class ImportCommands;
class LocalStore;
class NavigationModel;
class NavigationPanel;
class NewPipelines;
class PipelineActions;
class PipelineCommands;
class CredentialStore;
class ReferenceMonitor;
class SecretsPage;
class StartPage;
class TemplateCommands;
class Theme;
class TransferActions;
class TransferCommands;
class WindowActions;
struct PipelineKey;

// What the window works on; all of it must outlive the window.
struct WindowParts {
    Fleet *fleet = nullptr;
    NavigationModel *navigation = nullptr;   // over the same fleet
    ReferenceMonitor *secretWatch = nullptr; // over the same fleet
    CredentialStore *secrets = nullptr; // asked once whether it answers; the window keeps no secret
    Theme *theme = nullptr;
    QSettings *settings = nullptr; // geometry, columns, theme and what is open are kept here
    MakeConnectionCheck makeCheck; // tries an account before it is accepted
    LocalStore *store = nullptr;   // drafts, versions, trash, templates; null: none are kept
    PathChooser paths = systemPathChooser();
};

// The program's window: it wires the tree, the dashboard, the details and the start page to the
// fleet. Accounts are made by whoever listens to its signals and adds them to the fleet; the window
// shows the start page until the fleet has one. The sandbox is started on sandboxRequested(); tell
// the window how that went through the two slots.
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
    void showSecrets();
    void showSandboxStarting();
    void showSandboxFailed(const QString &reason);
    // An account of a former session whose secret is not at hand: opens the start page for it.
    // reason: why the store gave none, may be empty.
    void askForSecret(const Sluice::Profile &profile, const QString &reason);
    // The account is connected, but the next start will ask for its secret again.
    void showSecretNotKept(const Sluice::Profile &profile, const QString &reason);
    // These accounts are known, and the keychain was asked for their secrets: until each comes or
    // askForSecret() is called, the window says what it waits for.
    void showWaitingForSecrets(const QList<Sluice::Profile> &profiles);
    // What could not be used of the settings file, a sentence each.
    void showSettingsProblems(const QStringList &problems);

Q_SIGNALS:
    // The connection was tested and works. remember: keep profile and secret for the next start.
    void connectRequested(const Sluice::Profile &profile, const QString &secret, bool remember);
    void sandboxRequested();
    void disconnectRequested(const QString &accountId);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    // JSON files and folders that are dropped are imported (mainwindowtransfer.cpp).
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    // Once, by the constructor (mainwindowwiring.cpp).
    void buildPages();
    void buildNavigation();
    void buildBars();
    void connectActions();
    void connectTheme();
    void connectPages();
    void connectSecrets();
    void connectTree();
    void connectFleet();
    void connectTransfer(); // mainwindowtransfer.cpp

    void restore();
    void stopWaiting(const QString &account);
    void showWaiting();

    void showStartPage();
    void accountArrived(const Account *account);
    void openPipeline(const PipelineKey &key);
    void openNextUnsaved();
    Place newPlace() const; // of a new pipeline: where the tree stands
    void scopeChanged();
    void accountsChanged();
    void updateActions();
    void updateActionsSoon(); // once a turn of the event loop, however much changed
    SelectionCounts selectionCounts() const;
    Selection selection() const;
    void updateInView();
    QString createObstacle() const;
    QString obstacleTo(const QStringList &accounts) const;
    void askToDisconnect();
    void askToForget(const Profile &profile);
    void withRecords(const Profile &profile, const std::function<void(const QString &)> &told);
    void forgetAccount(const Profile &profile);
    void forgetMissing(const QString &id);
    void showStoreProblem();
    bool askForEdits();                    // true: a question is open, closing waits for it
    const Profile *missingAccount() const; // whose secret the start page asks for; null: none
    QString actionAccount() const;         // the account that the tree stands in, or the only one
    bool hasAccounts() const;

    WindowParts m_parts;
    QList<Profile> m_missing;     // known accounts whose secret must be entered again
    QList<Profile> m_waiting;     // known accounts whose secret the keychain has not given yet
    bool m_backToSecrets = false; // from the editors; else to the dashboard
    bool m_editsAnswered = false; // closing, all questions are answered
    PipelineActions *m_actions;
    WindowActions *m_windowActions;
    PipelineCommands *m_commands;
    FleetHealth *m_health;
    FleetStatusBar *m_status;
    BannerArea *m_banners = nullptr;
    QStackedWidget *m_pages = nullptr;
    StartPage *m_start = nullptr;
    DashboardPage *m_dashboard = nullptr;
    EditorPage *m_editors = nullptr;
    SecretsPage *m_secrets = nullptr;
    EditActions *m_edit = nullptr;
    EditorSession *m_session = nullptr;
    NavigationPanel *m_navigation = nullptr;
    NewPipelines *m_newPipelines = nullptr;
    TransferActions *m_transferActions;
    TransferCommands *m_transfer = nullptr;
    ExportCommands *m_export = nullptr;
    ImportCommands *m_import = nullptr;
    CurlMenu *m_curl;
    QTimer m_actionsTimer;
    TemplateCommands *m_templates;
};

} // namespace Sluice
