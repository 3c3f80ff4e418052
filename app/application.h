// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/launchoptions.h"
#include "app/sandboxchild.h"
#include "models/account/profile.h"
#include "models/fleet/fleet.h"
#include "models/fleet/navigationmodel.h"
#include "ui/theme/theme.h"

#include <QObject>
#include <QSettings>

#include <memory>

namespace Sluice {

class MainWindow;
class ProfileStore;
class SecretStore;

// The composition root of the window: constructs the services, hands them to each other, and makes
// the accounts that the window asks for.
class Application final : public QObject
{
    Q_OBJECT

public:
    explicit Application(LaunchOptions options, QObject *parent = nullptr);
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

    // Calls done once when all definitions are in the table, and with statuses when each was asked.
    void whenComplete(bool withStatuses, const std::function<void()> &done);
    bool isComplete(bool withStatuses) const;
    void takePicture();
    void printPainted();

    LaunchOptions m_options;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ProfileStore> m_profiles;
    std::unique_ptr<SecretStore> m_secrets;
    Fleet m_fleet;
    NavigationModel m_navigation{&m_fleet};
    std::unique_ptr<MainWindow> m_window;
    SandboxChild m_sandbox;
    QString m_sandboxAccount; // Profile::id while it is connected
};

} // namespace Sluice
