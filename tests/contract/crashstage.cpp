// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/crashstage.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

void say(const QString &words)
{
    std::puts(words.toUtf8().constData());
    std::fflush(stdout);
}

CrashStage::CrashStage(const QStringList &sandboxOptions)
    : m_sandbox(sandboxOptions)
{}

bool CrashStage::start(QProcess &program, const QString &role) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name :
         {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s,
          u"XDG_STATE_HOME"_s, u"XDG_RUNTIME_DIR"_s, u"TMPDIR"_s}) {
        const QString place = m_home.filePath(name);
        if (!QDir().mkpath(place))
            return false;
        environment.insert(name, place);
    }
    QFile::setPermissions(m_home.filePath(u"XDG_RUNTIME_DIR"_s),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    environment.insert(u"MAIA_CLIENT_ID"_s, m_sandbox.clientId());
    environment.insert(u"MAIA_CLIENT_SECRET"_s, m_sandbox.clientSecret());
    program.setProcessEnvironment(environment);
    if (program.processChannelMode() != QProcess::MergedChannels)
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(QCoreApplication::applicationFilePath(),
                  {role, u"--url"_s, m_sandbox.url().toString(), u"--token-url"_s,
                   m_sandbox.tokenUrl().toString()});
    return program.waitForStarted();
}

QString CrashStage::nextLine(QProcess &program)
{
    const auto hasSpoken = [&program] {
        return program.canReadLine() || program.state() == QProcess::NotRunning;
    };
    if (!QTest::qWaitFor(hasSpoken, 60'000))
        return {};
    return QString::fromUtf8(program.readLine()).trimmed();
}

} // namespace Sluice::Test
