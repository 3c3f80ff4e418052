// SPDX-License-Identifier: Apache-2.0
#include "app/sandboxchild.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int startLimit = 15'000; // ms; far more than a loaded machine needs
constexpr int endLimit = 3'000;
constexpr int exitLimit = 300; // ms; when this program ends and its window is gone

// Looks beside this program first, where it is built and installed, then in PATH.
QString programPath()
{
    const QString name = QStringLiteral("sluice-sandbox");
    const QString beside =
        QStandardPaths::findExecutable(name, {QCoreApplication::applicationDirPath()});
    return beside.isEmpty() ? QStandardPaths::findExecutable(name) : beside;
}

// Keeps only what a program needs to run and to speak the user's language. The rest of the
// environment may hold tokens and secrets, of Maia and of others.
QProcessEnvironment cleanEnvironment()
{
    static const QStringList kept{u"PATH"_s,
                                  u"HOME"_s,
                                  u"USER"_s,
                                  u"LOGNAME"_s,
                                  u"LANG"_s,
                                  u"LANGUAGE"_s,
                                  u"TZ"_s,
                                  u"TMPDIR"_s,
                                  u"TEMP"_s,
                                  u"TMP"_s,
                                  u"SYSTEMROOT"_s,
                                  u"LD_LIBRARY_PATH"_s,
                                  u"ASAN_OPTIONS"_s,
                                  u"LSAN_OPTIONS"_s,
                                  u"UBSAN_OPTIONS"_s,
                                  u"QT_PLUGIN_PATH"_s,
                                  u"QT_LOGGING_RULES"_s};
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment clean;
    const QStringList names = own.keys();
    for (const QString &name : names) {
        if (kept.contains(name) || name.startsWith("LC_"_L1))
            clean.insert(name, own.value(name));
    }
    return clean;
}

} // namespace

SandboxChild::SandboxChild(QObject *parent)
    : QObject(parent)
{
    m_startLimit.setSingleShot(true);
    m_startLimit.setInterval(startLimit);
    connect(&m_startLimit, &QTimer::timeout, this,
            [this] { fail(tr("The sandbox did not get ready in time. Try again.")); });
}

SandboxChild::~SandboxChild()
{
    stop();
    const auto ending = findChildren<QProcess *>();
    for (QProcess *process : ending) {
        process->disconnect();
        if (!process->waitForFinished(exitLimit)) {
            process->kill();
            process->waitForFinished(exitLimit);
        }
    }
}

QProcess *SandboxChild::makeProcess()
{
    auto *process = new QProcess(this);
    process->setProcessEnvironment(cleanEnvironment());
    // Its log goes to the terminal that this program was started from.
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(process, &QProcess::readyReadStandardOutput, this, &SandboxChild::readLine);
    connect(process, &QProcess::finished, this, &SandboxChild::ended);
    connect(process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(tr("The sandbox could not be started: %1.").arg(m_process->errorString()));
    });
    return process;
}

void SandboxChild::stop()
{
    m_startLimit.stop();
    m_isReady = false;
    QProcess *leaving = std::exchange(m_process, nullptr);
    if (!leaving)
        return;
    leaving->disconnect(this);
    if (leaving->state() == QProcess::NotRunning) {
        leaving->deleteLater();
        return;
    }
    connect(leaving, &QProcess::finished, leaving, &QObject::deleteLater);
    QTimer::singleShot(endLimit, leaving, &QProcess::kill);
    leaving->closeWriteChannel();
    leaving->terminate();
}

void SandboxChild::start(const QString &seed)
{
    if (isRunning())
        return;
    const QString program = programPath();
    if (program.isEmpty()) {
        // Comes later, like every other answer of this class.
        QMetaObject::invokeMethod(
            this,
            [this] {
                Q_EMIT failed(
                    tr("The program sluice-sandbox is missing. Install it beside sluice."));
            },
            Qt::QueuedConnection);
        return;
    }
    m_isReady = false;
    m_startLimit.start();
    m_process = makeProcess();
    m_process->start(program, {QStringLiteral("--seed"), seed, QStringLiteral("--with-parent")});
}

void SandboxChild::readLine()
{
    if (m_isReady || !m_process->canReadLine())
        return;
    const QJsonObject line = QJsonDocument::fromJson(m_process->readLine()).object();
    const Ready answer{QUrl(line[u"url"].toString()), QUrl(line[u"tokenUrl"].toString()),
                       line[u"clientId"].toString(), line[u"clientSecret"].toString()};
    if (!answer.url.isValid() || answer.url.isEmpty()) {
        fail(tr("The sandbox gave no address. Is it of the same version as Sluice?"));
        return;
    }
    m_startLimit.stop();
    m_isReady = true;
    Q_EMIT ready(answer);
}

void SandboxChild::ended()
{
    fail(m_isReady ? tr("The sandbox ended. Start it again to go on.")
                   : tr("The sandbox ended before it was ready."));
}

void SandboxChild::fail(const QString &reason)
{
    // Stops first: the end of the process must not report a second failure.
    stop();
    Q_EMIT failed(reason);
}

} // namespace Sluice
