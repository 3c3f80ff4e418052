// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/sandboxprocess.h"
#include "tests/support/windowfixture.h"
#include "ui/theme/theme.h"

#include <QObject>

#include <memory>

namespace Sluice::Test {

// The base of the window's tests. Before each test function it starts a fresh sandbox with the
// pipelines of a small company, and signs the window in to it.
class WindowStage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

protected:
    // The sandbox's seed.
    virtual QString seed() const { return QStringLiteral("demo"); }

    // True when the window has a local store.
    virtual bool hasStore() const { return false; }

    // Runs at the end of init().
    virtual void prepare() {}

    void killSandbox() { m_sandbox->kill(); }

    SandboxProcess &sandbox() const { return *m_sandbox; }

    Account *account() const { return m_account; }

    std::unique_ptr<WindowFixture> m; // the window and its parts

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SandboxProcess> m_sandbox;
    Account *m_account = nullptr;
};

} // namespace Sluice::Test
