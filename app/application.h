// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandboxchild.h"
#include "models/account/profile.h"
#include "models/fleet/fleet.h"
#include "models/fleet/navigationmodel.h"

#include <QObject>
#include <QSettings>

#include <memory>

namespace Sluice {

class MainWindow;
class ProfileStore;
class SecretStore;
class Theme;

// What the window program was asked on its command line.
struct LaunchOptions {
    bool sandbox = false;
    QString seed = QStringLiteral("demo"); // of the sandbox
    QString theme;                         // "light", "dark", "system"; empty: as the user chose
    QString screenshot;                    // write a picture here once the dashboard is complete, then end

    QString problem; // wrong usage, in words; empty = fine
    bool wantsHelp = false;
    bool wantsVersion = false;

    static LaunchOptions parse(const QStringList &words);
    static QString helpText();
};

// The composition root of the window: constructs the services, hands them to each other, and connects
// accounts on the window's behalf.
class Application final : public QObject
{
    Q_OBJECT

public:
    explicit Application(LaunchOptions options, QObject *parent = nullptr);
    ~Application() override;

    void start();

private:
    void startSandbox();
    void connectSandbox(const SandboxChild::Ready &ready);
    void restoreAccounts();
    void connectAccount(const Profile &profile, const QString &secret, bool remember);
    void disconnectAccount(const QString &id);
    void addAccount(const Profile &profile, const QString &secret);
    void takeScreenshotWhenComplete();

    LaunchOptions m_options;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ProfileStore> m_profiles;
    std::unique_ptr<SecretStore> m_secrets;
    Fleet m_fleet;
    NavigationModel m_navigation{&m_fleet};
    std::unique_ptr<MainWindow> m_window;
    SandboxChild m_sandbox;
};

} // namespace Sluice
