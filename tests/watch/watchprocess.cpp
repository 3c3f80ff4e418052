// SPDX-License-Identifier: Apache-2.0
#include "tests/watch/watchprocess.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <csignal>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

WatchProcess::WatchProcess(const Shell &shell, const QStringList &words)
    : m_process(shell.start(QStringList{u"watch"_s, u"--json"_s} + words))
{}

WatchProcess::~WatchProcess()
{
    if (m_process->state() == QProcess::NotRunning)
        return;
    m_process->kill();
    m_process->waitForFinished();
}

const QList<QJsonObject> &WatchProcess::events()
{
    read();
    return m_events;
}

QList<QJsonObject> WatchProcess::events(const QString &kind)
{
    QList<QJsonObject> some = events();
    erase_if(some, [&](const QJsonObject &event) { return event.value("kind"_L1) != kind; });
    return some;
}

QStringList WatchProcess::course(const QString &pipeline)
{
    QStringList course;
    const QList<QJsonObject> all = events();
    for (const QJsonObject &event : all) {
        if (event.value("pipelineId"_L1) != pipeline && event.value("pipeline"_L1) != pipeline)
            continue;
        const QString to = event.value("to"_L1).toString();
        const QString kind = event.value("kind"_L1).toString();
        if (kind == "found"_L1)
            course += u"found "_s + to;
        else if (kind == "changed"_L1 || kind == "gone"_L1)
            course += event.value("from"_L1).toString() + u" -> "_s + to;
    }
    return course;
}

QUrl WatchProcess::metrics()
{
    read();
    static const QRegularExpression address(u"Metrics: (http://\\S+/metrics)"_s);
    return QUrl(address.match(QString::fromUtf8(m_err)).captured(1));
}

Run WatchProcess::endBy(int signal)
{
    ::kill(pid_t(m_process->processId()), signal);
    return finish();
}

Run WatchProcess::finish()
{
    Run run = Shell::finish(*m_process);
    m_out += run.out;
    m_err += run.err;
    return {run.code, m_out, m_err};
}

void WatchProcess::read()
{
    m_out += m_process->readAllStandardOutput();
    m_err += m_process->readAllStandardError();
    for (qsizetype end = m_out.indexOf('\n', m_parsed); end >= 0;
         end = m_out.indexOf('\n', m_parsed)) {
        m_events += QJsonDocument::fromJson(m_out.mid(m_parsed, end - m_parsed)).object();
        m_parsed = end + 1;
    }
}

} // namespace Sluice::Test
