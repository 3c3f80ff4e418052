// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/benchwindow.h"

#include "models/account/account.h"
#include "models/store/historyrecorder.h"
#include "models/store/localstore.h"
#include "tests/support/memorysecretstore.h"

namespace Sluice {

namespace {

bool isRead(const Account *account)
{
    const QList<Project> &projects = account->projects();
    return account->projectsState() == LoadState::Loaded &&
           std::all_of(projects.begin(), projects.end(), [account](const Project &project) {
               return account->pipelinesState(project.id) == LoadState::Loaded;
           });
}

} // namespace

BenchWindow::BenchWindow(QApplication &application, int pipelines)
    : m_sandbox({QStringLiteral("--seed"), QString::number(pipelines),
                 QStringLiteral("--rate-limit"), QStringLiteral("0")})
    , m_settings(m_home.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
    , m_theme(application)
    , m_secrets(std::make_unique<Test::MemorySecretStore>())
    , m_store(std::make_unique<LocalStore>(m_home.filePath(QStringLiteral("history.db"))))
    , m_recorder(std::make_unique<HistoryRecorder>(&m_fleet, m_store.get()))
{
    WindowParts parts{
        &m_fleet, &m_navigation, &m_references, m_secrets.get(), &m_theme, &m_settings, {}};
    parts.store = m_store.get();
    parts.history = m_recorder->history();
    m_window = std::make_unique<MainWindow>(parts);
    m_window->resize(1440, 900);
    m_window->show();

    Profile profile;
    profile.id = QStringLiteral("bench");
    profile.name = QStringLiteral("Bench");
    profile.baseUrl = m_sandbox.url();
    profile.rateLimit = 0;
    profile.tokenUrl = m_sandbox.tokenUrl();
    profile.clientId = m_sandbox.clientId();
    m_account = m_fleet.addAccount(makeAccount(profile, m_sandbox.clientSecret()));
    waitUntil([this] { return isRead(m_account) && poller().hasCompletedSweep(); });
}

BenchWindow::~BenchWindow() = default;

void waitUntil(const std::function<bool()> &done)
{
    while (!done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
}

} // namespace Sluice
