// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/watchcommand.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/commands/targets.h"
#include "app/commandline/output/console.h"
#include "app/commandline/output/interruption.h"
#include "app/commandline/session/session.h"
#include "app/commandline/watch/metricsserver.h"
#include "app/commandline/watch/watch.h"
#include "app/commandline/watch/watchmetrics.h"
#include "models/support/agetext.h"

#include <QEventLoop>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// Finds what the operands name. Everything, too, is read once: who is not signed in is told so
// here, as by every other command.
Result<Watch::Scope> scopeOf(const Arguments &arguments, Session &session)
{
    Watch::Scope scope;
    const Result<QList<Project>> projects =
        session.projects(arguments.operand(OperandKind::Project));
    if (!projects)
        return projects.error();
    if (arguments.operand(OperandKind::Project).isEmpty())
        return scope;
    scope.project = projects->constFirst();
    const QString pipeline = arguments.operand(OperandKind::Pipeline);
    if (pipeline.isEmpty())
        return scope;
    const Result<QString> id = session.pipelineId(scope.project->id, pipeline);
    if (!id)
        return id.error();
    scope.pipeline = *id;
    return scope;
}

ExitCode failToListen(const MetricsServer &server, const ListenAddress &address)
{
    return Console::fail(
        Failure(u"busy"_s,
                CommandLine::tr("Metrics cannot be served on %1: %2. Give --metrics another "
                                "port, or 0 for any free one.")
                    .arg(ListenAddress::textOf(address.host, address.port), server.errorText())));
}

// One run: prints what the watch tells, and ends the loop.
class WatchRun
{
public:
    WatchRun(const Arguments &arguments, Watch &watch)
        : m_arguments(arguments)
        , m_watch(watch)
    {
        QObject::connect(&watch, &Watch::told, &m_loop,
                         [this](const WatchEvent &event) { print(event); });
        QObject::connect(&watch, &Watch::looked, &m_loop, [this] { look(); });
        QObject::connect(&m_interruption, &Interruption::happened, &m_loop,
                         [this] { interrupt(); });
        if (arguments.isSet(OptionId::Until) && arguments.isSet(OptionId::Timeout))
            QTimer::singleShot(arguments.timeout, &m_loop, [this] { timeOut(); });
    }

    ExitCode run()
    {
        m_watch.start();
        if (!m_isOver)
            m_loop.exec();
        return m_code;
    }

private:
    void print(const WatchEvent &event)
    {
        if (m_isOver)
            return;
        if (m_arguments.isForPrograms())
            Console::printJsonLine(event.json());
        else
            Console::print(event.line(), event.tone());
        if (Console::isOutputLost())
            end(ExitCode::Done); // finish() says why, and changes the code
    }

    void look()
    {
        if (m_isOver || !m_arguments.isSet(OptionId::Until))
            return;
        if (m_watch.areAllIn(pipelineStateFrom(m_arguments.value(OptionId::Until))))
            end(ExitCode::Done);
        else if (m_watch.areListsRead() && m_watch.rows().isEmpty())
            end(Console::fail(
                Failure(u"not_found"_s, CommandLine::tr("There is no pipeline to wait for."))));
    }

    void interrupt()
    {
        if (m_isOver)
            return;
        Console::note(CommandLine::tr("Ended after %1 of watching.")
                          .arg(durationText(m_begin, QDateTime::currentDateTimeUtc())));
        end(ExitCode::Done);
    }

    void timeOut()
    {
        if (m_isOver)
            return;
        const PipelineState goal = pipelineStateFrom(m_arguments.value(OptionId::Until));
        QList<const PipelineRow *> missing = m_watch.rows();
        erase_if(missing,
                 [goal](const PipelineRow *row) { return row->state == goal && !row->outdated; });
        end(Console::fail(Failure(
            u"time_ran_out"_s,
            CommandLine::tr("Not there after %1 s: %n pipeline(s).", nullptr, int(missing.size()))
                .arg(m_arguments.timeout.count()),
            ExitCode::TimeRanOut)));
    }

    void end(ExitCode code)
    {
        m_isOver = true;
        m_code = code;
        m_loop.quit();
    }

    const Arguments &m_arguments;
    Watch &m_watch;
    Interruption m_interruption;
    QEventLoop m_loop;
    const QDateTime m_begin = QDateTime::currentDateTimeUtc();
    bool m_isOver = false;
    ExitCode m_code = ExitCode::Done;
};

} // namespace

ExitCode watchPipelines(const Arguments &arguments, Session &session)
{
    WatchMetrics *known = nullptr; // there is nothing to tell before the watch begins
    MetricsServer server([&known](MetricsText::Form form) {
        return known ? known->text(form) : MetricsText(form).end();
    });
    const ListenAddress address = ListenAddress::from(arguments.value(OptionId::Metrics));
    const bool isServing = arguments.isSet(OptionId::Metrics);
    if (isServing && !server.listen(address))
        return failToListen(server, address);
    if (isServing)
        Console::note(CommandLine::tr("Metrics: %1").arg(server.url()));
    const Result<Watch::Scope> scope = scopeOf(arguments, session);
    if (!scope)
        return Console::fail(scope.error());
    const Credentials credentials = Credentials::fromEnvironment(arguments);
    Watch watch(makeAccount(credentials.profile, credentials.secret), *scope, arguments.interval);
    WatchMetrics metrics(watch);
    known = &metrics;
    WatchRun run(arguments, watch);
    const ExitCode code = run.run();
    known = nullptr;
    return code;
}

} // namespace Sluice
