// SPDX-License-Identifier: Apache-2.0
#include "tests/support/windowstage.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

void WindowStage::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Mode::Light);
}

void WindowStage::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(
        QStringList{u"--seed"_s, seed(), u"--speed"_s, u"50"_s, u"--rate-limit"_s, u"0"_s});
    QVERIFY2(m_sandbox->isReady(), qPrintable(m_sandbox->errorOutput()));
    m = std::make_unique<WindowFixture>(m_theme.get());
    if (hasStore())
        m->addStore();
    m->acceptAccounts();
    m_account = m->signIn(*m_sandbox);
    QVERIFY(m->table()->isVisible());
    if (hasStore())
        QTRY_VERIFY(m->store()->database()->isOpen());
    prepare();
}

void WindowStage::cleanup()
{
    m.reset();
    m_sandbox.reset();
}

} // namespace Sluice::Test
