// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/fleet.h"
#include "tests/support/sandboxprocess.h"
#include "tests/support/scriptedapi.h"
#include "ui/wizard/pipelinewizard.h"

#include <QSignalSpy>

#include <memory>

namespace Sluice::Test {

// The wizard as the main window opens it, on a signed-in account of a sandbox with the guide's
// project.
struct SandboxStage {
    // options: further options of the sandbox, beside the seed.
    explicit SandboxStage(const QStringList &options = {});

    // Waits until the wizard is open and the runner of the environment has come.
    bool isReady();

    SandboxProcess sandbox;
    Fleet fleet;
    Account *account;
    PipelineWizard wizard;
    QSignalSpy created;
};

// The wizard on a scripted server with the guide's project. Unlike a sandbox, this server can lose
// answers.
struct PeerStage {
    PeerStage();

    // Opens the wizard with no place chosen.
    bool openAnywhere();
    // Opens the wizard on the guide's project and environment, and waits for the environment's
    // runner.
    bool isReady();

    bool canCreate() const;

    // Creates a pipeline on the server from the text that was sent.
    void create(const QByteArray &json);

    int creates() const { return api.server.count("POST"); }

    ScriptedApi api;
    Fleet fleet;
    Account *account = nullptr;
    std::unique_ptr<PipelineWizard> wizard;
};

// The text that a field shows.
QString text(const QModelIndex &index, int role = FormModel::ErrorRole);

// The state of a page in the list of pages.
WizardPages::State stateOf(const PipelineWizard &wizard, WizardPages::Page page);
int problemsOf(const PipelineWizard &wizard, WizardPages::Page page);
// The object name of the widget with the focus. Empty: there is none.
QString focused();

} // namespace Sluice::Test
