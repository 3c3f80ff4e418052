// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"

#include "app/commandline/output/console.h"
#include "app/completion.h"
#include "models/account/account.h"
#include "models/account/connectioncheck.h"
#include "models/account/credentialstore.h"
#include "models/account/profilestore.h"
#include "models/exchange/files/wholefile.h"
#include "models/fleet/labelbook.h"
#include "models/store/historyrecorder.h"
#include "models/store/labelkeeper.h"
#include "models/store/localstore.h"
#include "models/store/mutekeeper.h"
#include "ui/theme/desktopsettings.h"
#include "ui/theme/themesetting.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QBuffer>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// The option of the command line wins over the choice in the menu.
Theme::Mode themeMode(const QString &name, const QSettings &settings)
{
    if (name.isEmpty())
        return chosenTheme(settings);
    if (name == u"light")
        return Theme::Mode::Light;
    return name == u"dark" ? Theme::Mode::Dark : Theme::Mode::System;
}

// All runs use the same id, so that a later run finds what an earlier one kept.
constexpr auto sandboxAccount = "sandbox"_L1;

} // namespace

Application::Application(LaunchOptions options, CredentialStore *secrets, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_settings(std::make_unique<QSettings>())
    , m_desktop(std::make_unique<DesktopSettings>(QDBusConnection::sessionBus()))
    , m_theme(std::make_unique<Theme>(*qApp, themeMode(m_options.theme, *m_settings)))
    , m_profiles(std::make_unique<ProfileStore>(m_settings.get()))
    , m_secrets(secrets)
{
    m_theme->follow(m_desktop.get());
    m_fleet.pipelines()->setLogRetention(&m_retention);
    if (!isForOnePicture()) {
        m_store = std::make_unique<LocalStore>(usualStorePath());
        // First, as the window waits for what it reads.
        m_recorder = std::make_unique<HistoryRecorder>(&m_fleet, m_store.get());
        m_store->cleaning()->start();
        m_recorder->follow(&m_alerts);
        m_mutes = std::make_unique<MuteKeeper>(&m_alerts, m_store->mutes());
        m_labels = std::make_unique<LabelBook>(&m_fleet);
        m_labelKeeper = std::make_unique<LabelKeeper>(m_labels.get(), m_store->labels());
    }
    m_window = std::make_unique<MainWindow>(WindowParts{
        &m_fleet, &m_navigation, &m_references, m_secrets, m_theme.get(), m_settings.get(),
        &makeConnectionCheck, m_store.get(), systemPathChooser(m_settings.get()),
        m_recorder ? m_recorder->history() : History(), m_labels.get(), &m_alerts,
        QDBusConnection::sessionBus(), &m_retention});
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
        whenComplete(true, &Application::takePicture);
    if (m_options.printPainted)
        whenComplete(false, &Application::printPainted);
    if (m_options.printKept)
        connect(m_fleet.pipelines(), &PipelineModel::pipelinesAdded, this,
                &Application::printPainted,
                Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
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
    profile.id = m_sandboxAccount = sandboxAccount;
    profile.name = tr("Sandbox");
    profile.baseUrl = ready.url;
    profile.tokenUrl = ready.tokenUrl;
    profile.clientId = ready.clientId;
    profile.sandbox = true;
    if (m_recorder)
        m_recorder->forget(profile.id); // each run of it begins anew
    m_fleet.addAccount(makeAccount(profile, ready.clientSecret));
}

void Application::sandboxFailed(const QString &reason)
{
    if (!m_sandboxAccount.isEmpty())
        m_fleet.removeAccount(std::exchange(m_sandboxAccount, {}));
    if (isForOnePicture())
        giveUp(reason);
    else
        m_window->showSandboxFailed(reason);
}

void Application::restoreAccounts()
{
    const QList<Profile> profiles = m_profiles->profiles();
    if (profiles.isEmpty() && isForOnePicture())
        QMetaObject::invokeMethod(
            this, [this] { giveUp(tr("There is no account. Add --sandbox, --region or --url.")); },
            Qt::QueuedConnection);
    m_window->showSettingsProblems(m_profiles->problems());
    m_window->showWaitingForSecrets(profiles);
    for (const Profile &profile : profiles) {
        m_secrets->read(profile.secretKey(), this,
                        [this, profile](const CredentialStore::Answer &answer) {
                            if (answer.found)
                                m_fleet.addAccount(makeAccount(profile, answer.secret));
                            else if (isForOnePicture())
                                giveUp(tr("The secret of %1 is missing.").arg(profile.name));
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
                     [this, profile](const CredentialStore::Answer &answer) {
                         if (!answer.error.isEmpty())
                             m_window->showSecretNotKept(profile, answer.error);
                     });
}

void Application::disconnectAccount(const QString &id)
{
    m_fleet.removeAccount(id);
    if (id == m_sandboxAccount) {
        m_sandboxAccount.clear();
        m_sandbox.stop();
        return;
    }
    // The fleet may lack this account although it is known: its secret was not found.
    Profile forgotten;
    forgotten.id = id;
    if (!m_profiles->remove(id))
        return;
    m_secrets->remove(forgotten.secretKey(), this, [](const CredentialStore::Answer &) {
        // A keychain that does not answer is ignored: the profile that named the entry is gone.
    });
}

bool Application::isForOnePicture() const
{
    return !m_options.screenshot.isEmpty() || m_options.printPainted;
}

void Application::whenComplete(bool withStatuses, void (Application::*done)())
{
    auto *completion = new Completion(&m_fleet, withStatuses, m_options.timeout, this);
    connect(completion, &Completion::reached, this, done);
    connect(completion, &Completion::failed, this, &Application::giveUp);
}

void Application::giveUp(const QString &reason)
{
    Console::warn(reason);
    QCoreApplication::exit(int(ExitCode::Refused));
}

void Application::takePicture()
{
    m_window->repaint();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    const QByteArray format = QFileInfo(m_options.screenshot).suffix().toLatin1();
    QString problem;
    if (!buffer.open(QIODevice::WriteOnly) || !m_window->grab().save(&buffer, format.constData()))
        problem = tr("%1 cannot be written: its ending names no kind of picture. Try .png.")
                      .arg(m_options.screenshot);
    else
        problem = writeWhole(m_options.screenshot, bytes);
    if (!problem.isEmpty())
        Console::warn(problem);
    QCoreApplication::exit(int(problem.isEmpty() ? ExitCode::Done : ExitCode::Refused));
}

void Application::printPainted()
{
    m_window->repaint();
    Console::print(u"painted %1"_s.arg(m_fleet.pipelines()->rowCount()));
    QCoreApplication::exit(int(Console::finish(ExitCode::Done)));
}

} // namespace Sluice
