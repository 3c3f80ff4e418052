// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sandboxprocess.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

namespace {

constexpr int patience = 20000; // ms; a sanitizer build on a busy machine starts slowly

bool fail(const char *text, const QString &output)
{
    qCritical("%s: %s", text, qUtf8Printable(output));
    if (QTest::currentTestFunction())
        QTest::qFail(text, __FILE__, __LINE__);
    return false;
}

} // namespace

SandboxProcess::SandboxProcess(const QStringList &options)
{
    // The server ends when its standard input closes, so a test that crashes leaves no server
    // behind.
    m_process.start(program(), options + QStringList{u"--with-parent"_s});
    if (m_process.waitForStarted(patience))
        readReadyLine();
}

SandboxProcess::~SandboxProcess()
{
    if (m_process.state() != QProcess::NotRunning)
        terminate();
}

QString SandboxProcess::errorOutput()
{
    return m_process.errorString() + u'\n' + QString::fromUtf8(m_process.readAllStandardError());
}

bool SandboxProcess::terminate()
{
    m_process.terminate();
    if (!m_process.waitForFinished(patience)) {
        kill();
        return fail("sluice-sandbox ignored SIGTERM", errorOutput());
    }
    if (m_process.exitStatus() != QProcess::NormalExit || m_process.exitCode() != 0)
        return fail("sluice-sandbox did not end cleanly", errorOutput());
    return true;
}

void SandboxProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(patience);
}

QString SandboxProcess::program()
{
    return QStringLiteral(SLUICE_BIN_DIR "/sluice-sandbox");
}

void SandboxProcess::readReadyLine()
{
    QElapsedTimer timer;
    timer.start();
    while (!m_process.canReadLine() && timer.elapsed() < patience)
        if (!m_process.waitForReadyRead(100) && m_process.state() == QProcess::NotRunning)
            break;
    const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
    m_url = QUrl(line.value("url"_L1).toString());
    m_tokenUrl = QUrl(line.value("tokenUrl"_L1).toString());
    m_clientId = line.value("clientId"_L1).toString();
    m_clientSecret = line.value("clientSecret"_L1).toString();
}

} // namespace Sluice::Test
