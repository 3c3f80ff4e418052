// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/fleet.h"
#include "models/fleet/navigation/navigationmodel.h"
#include "models/references/referencemonitor.h"
#include "models/references/silences.h"
#include "tests/support/sandboxprocess.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

#include <functional>

namespace Sluice {

class CredentialStore;
class HistoryRecorder;
class LocalStore;

// The real window with a local store, connected to a sandbox with so many pipelines, all of them
// read and asked once.
class BenchWindow final
{
public:
    BenchWindow(QApplication &application, int pipelines);
    ~BenchWindow();
    Q_DISABLE_COPY_MOVE(BenchWindow)

    const Test::SandboxProcess &sandbox() const { return m_sandbox; }

    Fleet &fleet() { return m_fleet; }

    StatusPoller &poller() { return *m_fleet.poller(m_account->id()); }

    QList<PipelineKey> keys() { return m_fleet.pipelines()->keys(m_account->id()); }

    MainWindow &window() { return *m_window; }

private:
    Test::SandboxProcess m_sandbox;
    QTemporaryDir m_home;
    QSettings m_settings;
    Theme m_theme;
    std::unique_ptr<CredentialStore> m_secrets;
    Fleet m_fleet;
    NavigationModel m_navigation{&m_fleet};
    Silences m_silences{&m_settings};
    ReferenceMonitor m_references{&m_fleet, &m_silences};
    std::unique_ptr<LocalStore> m_store;
    std::unique_ptr<HistoryRecorder> m_recorder;
    std::unique_ptr<MainWindow> m_window;
    Account *m_account = nullptr;
};

// Runs the event loop until done says yes.
void waitUntil(const std::function<bool()> &done);

} // namespace Sluice
