// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/launchoptions.h"
#include "app/sandboxchild.h"
#include "models/account/profile.h"
#include "models/alerts/audittrail.h"
#include "models/fleet/fleet.h"
#include "models/fleet/navigation/navigationmodel.h"
#include "models/references/referencemonitor.h"
#include "models/references/silences.h"
#include "ui/theme/theme.h"

#include <QObject>
#include <QSettings>

#include <memory>

namespace Sluice {

class DesktopSettings;
class MainWindow;
class ProfileStore;
class HistoryRecorder;
class LocalStore;
class LabelBook;
class LabelKeeper;
class MuteKeeper;
class CredentialStore;

// The composition root of the window: constructs the services, hands them to each other, and makes
// the accounts that the window asks for. secrets must outlive it.
class Application final : public QObject
{
    Q_OBJECT

public:
    Application(LaunchOptions options, CredentialStore *secrets, QObject *parent = nullptr);
    ~Application() override;

    // Shows the window and connects what the options or the former session say.
    void start();

private:
    void startSandbox();
    void connectSandbox(const SandboxChild::Ready &ready);
    void sandboxFailed(const QString &reason);
    void restoreAccounts();
    void connectAccount(const Profile &profile, const QString &secret, bool remember);
    void disconnectAccount(const QString &id);

    // True with --screenshot or --print-painted: the program ends after that.
    bool isForOnePicture() const;
    void whenComplete(bool withStatuses, void (Application::*done)());
    void giveUp(const QString &reason);
    void takePicture();
    void printPainted();

    LaunchOptions m_options;
    SandboxChild
        m_sandbox; // destroyed last: its end may take a moment, and the window is gone by then
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<DesktopSettings> m_desktop;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ProfileStore> m_profiles;
    CredentialStore *m_secrets;
    std::unique_ptr<LocalStore> m_store; // null: this run keeps nothing
    LogRetention m_retention{m_settings.get()};
    Fleet m_fleet;
    AlertWatch m_alerts{&m_fleet};
    AuditTrail m_audit{&m_fleet, &m_alerts};
    std::unique_ptr<HistoryRecorder> m_recorder;
    std::unique_ptr<MuteKeeper> m_mutes;
    std::unique_ptr<LabelBook> m_labels;
    std::unique_ptr<LabelKeeper> m_labelKeeper;
    NavigationModel m_navigation{&m_fleet};
    Silences m_silences{m_settings.get()};
    ReferenceMonitor m_references{&m_fleet, &m_silences};
    std::unique_ptr<MainWindow> m_window;
    QString m_sandboxAccount; // Profile::id while it is connected
};

} // namespace Sluice
