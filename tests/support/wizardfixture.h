// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/fleet.h"
#include "tests/support/sandboxprocess.h"
#include "tests/support/scriptedapi.h"
#include "ui/wizard/pipelinewizard.h"

#include <QSignalSpy>

#include <memory>

namespace Sluice::Test {

// The wizard on a signed-in account of a sandbox with the guide's project, as the main window opens
// it.
struct SandboxStage {
    // options: of the sandbox, beyond its seed.
    explicit SandboxStage(const QStringList &options = {});

    // The wizard is open, and the runner of the environment has come.
    bool isReady();

    SandboxProcess sandbox;
    Fleet fleet;
    Account *account;
    PipelineWizard wizard;
    QSignalSpy created;
};

// The guide's project on a peer that loses answers when told to, which a sandbox that works does
// not do.
struct PeerStage {
    PeerStage();

    // Opens the wizard, with nothing chosen beforehand.
    bool openAnywhere();
    // Opens it on the guide's project and environment, and waits for the environment's runner.
    bool isReady();

    bool canCreate() const;

    // On the server, from what was sent.
    void create(const QByteArray &json);

    int creates() const { return api.server.count("POST"); }

    ScriptedApi api;
    Fleet fleet;
    Account *account = nullptr;
    std::unique_ptr<PipelineWizard> wizard;
};

// What a field shows.
QString text(const QModelIndex &index, int role = FormModel::ErrorRole);

// How a page stands in the list of pages.
WizardPages::State stateOf(const PipelineWizard &wizard, WizardPages::Page page);
int problemsOf(const PipelineWizard &wizard, WizardPages::Page page);
// The object name of what has the focus; empty: nothing has.
QString focused();

} // namespace Sluice::Test
