// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"

#include "app/commandline/console.h"
#include "app/keychainstore.h"
#include "models/account/profilestore.h"
#include "models/account/signin.h"
#include "ui/mainwindow.h"
#include "ui/theme/themesetting.h"

#include <QApplication>
#include <QTimer>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// The command line goes before what was chosen in the menu.
Theme::Mode themeMode(const QString &name, const QSettings &settings)
{
    if (name.isEmpty())
        return chosenTheme(settings);
    if (name == u"light")
        return Theme::Mode::Light;
    return name == u"dark" ? Theme::Mode::Dark : Theme::Mode::System;
}

} // namespace

Application::Application(LaunchOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_settings(std::make_unique<QSettings>())
    , m_theme(std::make_unique<Theme>(*qApp, themeMode(m_options.theme, *m_settings)))
    , m_profiles(std::make_unique<ProfileStore>(m_settings.get()))
    , m_secrets(std::make_unique<KeychainStore>())
{
    m_window = std::make_unique<MainWindow>(
        WindowParts{&m_fleet, &m_navigation, m_secrets.get(), m_theme.get(), m_settings.get()});
    connect(m_window.get(), &MainWindow::sandboxRequested, this, &Application::startSandbox);
    connect(m_window.get(), &MainWindow::connectRequested, this, &Application::connectAccount);
    connect(m_window.get(), &MainWindow::disconnectRequested, this,
            &Application::disconnectAccount);
    connect(&m_sandbox, &SandboxChild::ready, this, &Application::connectSandbox);
    connect(&m_sandbox, &SandboxChild::failed, this, &Application::sandboxFailed);
}

Application::~Application() = default;

void Application::start()
{
    m_window->show();
    if (m_options.sandbox)
        startSandbox();
    else if (m_options.profile)
        connectAccount(*m_options.profile, m_options.secret, false);
    else
        restoreAccounts();
    if (!m_options.screenshot.isEmpty())
        whenComplete(true, [this] { takePicture(); });
    if (m_options.printPainted)
        whenComplete(false, [this] { printPainted(); });
}

void Application::startSandbox()
{
    if (!m_sandboxAccount.isEmpty()) { // it runs already
        m_window->showDashboard();
        return;
    }
    m_window->showSandboxStarting();
    m_sandbox.start(m_options.seed);
}

void Application::connectSandbox(const SandboxChild::Ready &ready)
{
    Profile profile;
    profile.id = m_sandboxAccount = QUuid::createUuid().toString(QUuid::WithoutBraces);
    profile.name = tr("Sandbox");
    profile.baseUrl = ready.url;
    profile.tokenUrl = ready.tokenUrl;
    profile.clientId = ready.clientId;
    profile.sandbox = true;
    m_fleet.addAccount(makeAccount(profile, ready.clientSecret));
}

void Application::sandboxFailed(const QString &reason)
{
    if (!m_sandboxAccount.isEmpty())
        m_fleet.removeAccount(std::exchange(m_sandboxAccount, {}));
    if (!m_options.screenshot.isEmpty() || m_options.printPainted) {
        Console::complain(reason);
        QCoreApplication::exit(int(ExitCode::Refused));
        return;
    }
    m_window->showSandboxFailed(reason);
}

void Application::restoreAccounts()
{
    const QList<Profile> profiles = m_profiles->profiles();
    for (const Profile &profile : profiles) {
        m_secrets->read(profile.secretKey(), this,
                        [this, profile](const SecretStore::Answer &answer) {
                            if (answer.found)
                                m_fleet.addAccount(makeAccount(profile, answer.secret));
                            else
                                m_window->askForSecret(profile, answer.error);
                        });
    }
}

void Application::connectAccount(const Profile &profile, const QString &secret, bool remember)
{
    m_fleet.addAccount(makeAccount(profile, secret));
    if (!remember)
        return;
    m_profiles->put(profile);
    m_secrets->write(profile.secretKey(), secret, this,
                     [this, profile](const SecretStore::Answer &answer) {
                         if (!answer.error.isEmpty())
                             m_window->showSecretNotKept(profile, answer.error);
                     });
}

void Application::disconnectAccount(const QString &id)
{
    const Account *account = m_fleet.account(id);
    if (!account)
        return;
    const Profile profile = account->profile();
    m_fleet.removeAccount(id);
    if (id == m_sandboxAccount) {
        m_sandboxAccount.clear();
        m_sandbox.stop();
        return;
    }
    m_profiles->remove(id);
    m_secrets->remove(profile.secretKey(), this, [](const SecretStore::Answer &) {
        // Nothing to do about a keychain that does not answer: the profile that named the entry is
        // gone.
    });
}

bool Application::isComplete(bool withStatuses) const
{
    const QList<Account *> accounts = m_fleet.accounts();
    return !accounts.isEmpty() &&
           std::all_of(accounts.begin(), accounts.end(), [&](const Account *account) {
               const QList<Project> &projects = account->projects();
               return account->projectsState() == LoadState::Loaded &&
                      std::all_of(projects.begin(), projects.end(),
                                  [account](const Project &project) {
                                      return account->pipelinesState(project.id) ==
                                             LoadState::Loaded;
                                  }) &&
                      (!withStatuses || m_fleet.poller(account->id())->hasCompletedSweep());
           });
}

void Application::whenComplete(bool withStatuses, const std::function<void()> &done)
{
    // Asked rather than told: completeness has many parts, and this is for pictures and
    // measurements only.
    auto *timer = new QTimer(this);
    timer->setInterval(1);
    connect(timer, &QTimer::timeout, this, [this, timer, withStatuses, done] {
        if (!isComplete(withStatuses))
            return;
        timer->stop();
        m_fleet.pipelines()->flush();
        done();
    });
    timer->start();
}

void Application::takePicture()
{
    m_window->repaint();
    const bool isSaved = m_window->grab().save(m_options.screenshot);
    if (!isSaved)
        Console::complain(tr("The picture could not be written to %1.").arg(m_options.screenshot));
    QCoreApplication::exit(int(isSaved ? ExitCode::Done : ExitCode::Refused));
}

void Application::printPainted()
{
    m_window->repaint();
    Console::print(u"painted %1"_s.arg(m_fleet.pipelines()->rowCount()));
    QCoreApplication::exit(int(ExitCode::Done));
}

} // namespace Sluice
