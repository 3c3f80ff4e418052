// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gui/windowfixture.h"
#include "tests/support/sandboxprocess.h"
#include "ui/theme/theme.h"

#include <QObject>

#include <memory>

namespace Sluice::Test {

// What the dashboard's tests begin with: before each of their functions, a fresh sandbox with a
// small company's pipelines, and the window signed in to it.
class DashboardStage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

protected:
    const SandboxProcess &sandbox() const { return *m_sandbox; }

    std::unique_ptr<WindowFixture> m; // the window and what is around it

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SandboxProcess> m_sandbox;
};

} // namespace Sluice::Test
