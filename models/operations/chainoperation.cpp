// SPDX-License-Identifier: Apache-2.0
#include "models/operations/chainoperation.h"

#include "models/api/endpoints.h"
#include "models/operations/commandoperation.h"

using namespace Qt::StringLiterals;

namespace Sluice {

ChainOperation::ChainOperation(Client *client, const QString &project, const QString &pipeline,
                               ReplaceOperation::Plan plan, Course course, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_project(project)
    , m_pipeline(pipeline)
    , m_plan(std::move(plan))
    , m_course(course)
    , m_states{course.stops ? State::Waiting : State::Skipped, State::Waiting,
               course.starts ? State::Waiting : State::Skipped}
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ChainOperation::askStatus);
}

ChainOperation::~ChainOperation()
{
    if (m_operation) {
        m_operation->disconnect(this);
        m_operation->cancel(); // has no effect when the write has left
        m_operation->release();
    }
}

void ChainOperation::start()
{
    if (m_isCancelled) // cancelled before its turn came
        end({});
    else
        begin(m_course.stops ? Step::Stop : Step::Save);
}

void ChainOperation::begin(Step step)
{
    m_step = step;
    m_states[size_t(step)] = State::Running;
    switch (step) {
    case Step::Stop:
        run(new CommandOperation(m_client, m_project, m_pipeline, PipelineCommand::Stop));
        break;
    case Step::Save: run(new ReplaceOperation(m_client, m_project, m_pipeline, m_plan)); break;
    case Step::Start:
        run(new CommandOperation(m_client, m_project, m_pipeline, PipelineCommand::Start));
        break;
    }
}

void ChainOperation::run(Operation *operation)
{
    m_deadline.setRemainingTime(m_patience);
    m_operation = operation;
    // Listeners of operationMade() connect first, and so hear of the end first: the fleet's row has
    // the saved definition before an editor takes it over.
    Q_EMIT operationMade(operation);
    connect(operation, &Operation::stageChanged, this, &ChainOperation::changed);
    connect(operation, &Operation::settled, this, &ChainOperation::onOutcome);
    operation->start();
}

void ChainOperation::onOutcome(const WriteOutcome &outcome)
{
    m_operation->disconnect(this);
    m_operation->release();
    m_operation.clear();
    if (!outcome.isDone()) {
        const bool isGivenUp = m_isCancelled && !outcome.isUnknown() &&
                               outcome.error->kind == ApiError::Kind::Cancelled;
        m_isCancelled = isGivenUp; // a failure is reported as a failure
        m_states[size_t(m_step)] = outcome.isUnknown() ? State::Unknown
                                   : isGivenUp         ? State::Skipped
                                                       : State::Failed;
        end(outcome);
    } else if (m_step == Step::Save) {
        goOn(outcome);
    } else {
        askStatus();
    }
}

void ChainOperation::goOn(const WriteOutcome &outcome)
{
    const QPointer<ChainOperation> alive(this);
    const Step done = m_step;
    m_states[size_t(done)] = State::Done;
    if (done == Step::Save)
        Q_EMIT saved(outcome.definition);
    if (!alive)
        return;
    const bool isLast = done == Step::Start || (done == Step::Save && !m_course.starts);
    if (isLast)
        m_isCancelled = false; // too late to cancel
    if (isLast || m_isCancelled)
        end(outcome);
    else
        begin(done == Step::Stop ? Step::Save : Step::Start);
}

void ChainOperation::end(const WriteOutcome &outcome)
{
    m_isOver = true;
    m_timer.stop();
    for (State &state : m_states) {
        if (state == State::Waiting && m_isCancelled)
            state = State::Skipped;
    }
    Q_EMIT settled(outcome);
}

void ChainOperation::cancel()
{
    if (m_isOver || std::exchange(m_isCancelled, true) || m_step != Step::Save || !m_operation)
        return;
    m_operation->cancel(); // has no effect when the write has left
}

bool ChainOperation::isReached(PipelineState state) const
{
    if (m_step == Step::Stop)
        return state == PipelineState::NotRunning;
    return isResultOf(PipelineCommand::Start, state);
}

void ChainOperation::askStatus()
{
    if (!m_client) {
        onStatus(Operation::signedOut());
        return;
    }
    m_client->send(Endpoints::getStatus(m_project, m_pipeline), this,
                   [this](const Result<Reply> &reply) { onStatus(reply); });
}

void ChainOperation::onStatus(const Result<Reply> &reply)
{
    const QPointer<ChainOperation> alive(this);
    const QString status = reply ? reply->json["status"_L1].toString() : QString();
    if (reply)
        Q_EMIT statusRead(status);
    if (!alive || m_isOver)
        return;
    if (isReached(pipelineStateFrom(status))) {
        goOn({.effect = Effect::Happened});
        return;
    }
    const auto error = reply ? std::optional<ApiError>() : reply.error();
    const bool isHopeless = error && error->kind == ApiError::Kind::Cancelled;
    if (!isHopeless && !m_deadline.hasExpired()) {
        const auto left = std::chrono::milliseconds(m_deadline.remainingTime());
        m_timer.start(std::min(m_interval, left));
        return;
    }
    m_states[size_t(m_step)] = State::Unknown; // the server accepted the command
    m_isCancelled = false;
    end({.error = isHopeless ? *error : tooLate(error)});
}

ApiError ChainOperation::tooLate(const std::optional<ApiError> &last) const
{
    ApiError error;
    error.kind = ApiError::Kind::Timeout;
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(m_patience).count();
    error.message =
        m_step == Step::Stop
            ? tr("The server took the stop, but no status within %L1 s showed the pipeline "
                 "stopped.")
                  .arg(seconds)
            : tr("The server took the start, but no status within %L1 s showed the pipeline "
                 "started.")
                  .arg(seconds);
    if (last)
        error.message += u' ' + last->summary();
    return error;
}

} // namespace Sluice
