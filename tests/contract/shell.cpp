// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/shell.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

Shell::Shell()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    for (const QString &name :
         {u"QT_QPA_PLATFORM"_s, u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"MAIA_TOKEN"_s,
          u"MAIA_CLIENT_ID"_s, u"MAIA_CLIENT_SECRET"_s, u"MAIA_ACCOUNT_ID"_s, u"MAIA_REGION"_s,
          u"MAIA_URL"_s, u"MAIA_TOKEN_URL"_s})
        m_environment.remove(name);
    set(u"XDG_DATA_HOME"_s, dataFolder());
    set(u"XDG_CONFIG_HOME"_s, m_home->filePath(u"config"_s));
}

void Shell::startSandbox(const QStringList &options)
{
    m_sandbox = std::make_unique<SandboxProcess>(options);
    QVERIFY2(m_sandbox->isReady(), qPrintable(m_sandbox->errorOutput()));
    set(u"MAIA_CLIENT_ID"_s, m_sandbox->clientId());
    set(u"MAIA_CLIENT_SECRET"_s, m_sandbox->clientSecret());
    setPlace({u"--url"_s, m_sandbox->url().toString(), u"--token-url"_s,
              m_sandbox->tokenUrl().toString()});
}

void Shell::set(const QString &variable, const QString &value)
{
    m_environment.insert(variable, value);
}

Run Shell::run(const QStringList &words, const QByteArray &input) const
{
    return runPlain(words + m_place, input);
}

Run Shell::runPlain(const QStringList &words, const QByteArray &input) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(QStringLiteral(SLUICE_BIN_DIR "/sluice"), words);
    if (!process.waitForStarted())
        return {};
    process.write(input);
    process.closeWriteChannel();
    return finish(process);
}

Run Shell::runPrepared(const QStringList &words, const std::function<void()> &inChild) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.setChildProcessModifier(inChild);
    process.start(QStringLiteral(SLUICE_BIN_DIR "/sluice"), words + m_place);
    if (!process.waitForStarted())
        return {};
    process.closeWriteChannel();
    return finish(process);
}

Run Shell::runOnTerminal(const QStringList &words, const QByteArray &answer) const
{
    QString command = QStringLiteral(SLUICE_BIN_DIR "/sluice");
    const QStringList all = words + m_place;
    for (const QString &word : all)
        command += u" '"_s + word + u'\'';
    QProcess terminal;
    terminal.setProcessEnvironment(m_environment);
    terminal.start(u"script"_s, {u"-qec"_s, command, u"/dev/null"_s});
    QByteArray seen;
    const auto isAsked = [&] {
        seen += terminal.readAll();
        return seen.contains("[y/N]") || terminal.state() == QProcess::NotRunning;
    };
    if (!terminal.waitForStarted() || !QTest::qWaitFor(isAsked, 60'000))
        return {};
    terminal.write(answer);
    Run run = finish(terminal);
    run.out.prepend(seen);
    return run;
}

std::unique_ptr<QProcess> Shell::start(const QStringList &words) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->start(QStringLiteral(SLUICE_BIN_DIR "/sluice"), words + m_place);
    process->closeWriteChannel();
    return process;
}

Run Shell::finish(QProcess &process)
{
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60'000))
        return {};
    Run result;
    result.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

QByteArray Shell::guideFile(const char *name)
{
    QFile file(guidePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString Shell::guidePath(const char *name)
{
    return QStringLiteral(SLUICE_TEST_DATA "/guide/") + QLatin1String(name);
}

} // namespace Sluice::Test
