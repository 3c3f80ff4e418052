// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/dashboardstage.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

void DashboardStage::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Mode::Light);
}

void DashboardStage::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(
        QStringList{u"--seed"_s, u"demo"_s, u"--speed"_s, u"50"_s, u"--rate-limit"_s, u"0"_s});
    QVERIFY2(m_sandbox->isReady(), qPrintable(m_sandbox->errorOutput()));
    m = std::make_unique<WindowFixture>(m_theme.get());
    m->acceptAccounts();
    m->signIn(*m_sandbox);
    QVERIFY(m->table()->isVisible());
}

void DashboardStage::cleanup()
{
    m.reset();
    m_sandbox.reset();
}

} // namespace Sluice::Test
