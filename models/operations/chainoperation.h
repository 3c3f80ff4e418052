// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"
#include "models/operations/replaceoperation.h"

#include <QDeadlineTimer>

#include <array>

namespace Sluice {

// Stops a pipeline, replaces its definition and starts it again, or a part of that; each step once
// the status shows that the one before is done. Where a step fails, or what became of it is not
// known, the chain ends: nothing that comes after it is sent.
class ChainOperation final : public QObject
{
    Q_OBJECT

public:
    enum class Step { Stop, Save, Start };
    static constexpr int StepCount = 3;
    // Unknown: the write may have happened, or a command was taken and no status shows it.
    enum class State { Waiting, Running, Done, Failed, Unknown, Skipped };

    // Which steps there are beside the save.
    struct Course {
        bool stops = false;
        bool starts = false;
    };

    ChainOperation(Client *client, const QString &project, const QString &pipeline,
                   ReplaceOperation::Plan plan, Course course, QObject *parent = nullptr);
    ~ChainOperation() override; // what is under way is not recalled

    // How long a stop or start may take until the status shows it; how often that is asked for.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

    void setInterval(std::chrono::milliseconds interval) { m_interval = interval; }

    void start();
    // No further step after the one under way; of that, what is sent stays sent.
    void cancel();

    // The chain has ended as cancel() wanted, before all was done.
    bool isCancelled() const { return m_isCancelled && m_isOver; }

    // The one under way, or where the chain ended.
    Step step() const { return m_step; }

    State state(Step step) const { return m_states[size_t(step)]; }

    // The write under way; none while only a status is waited for.
    const Operation *operation() const { return m_operation; }

Q_SIGNALS:
    // Right before it is started.
    void operationMade(Sluice::Operation *operation);
    // A step's state, or how far its write is.
    void changed();
    // A status was read while one was waited for.
    void statusRead(const QString &status);
    // The definition is saved, or was there already; steps may follow.
    void saved(const QJsonObject &definition);
    // The chain has ended. outcome: of the last step, or of the one that stands in the way.
    void settled(const Sluice::WriteOutcome &outcome);

private:
    void begin(Step step);
    void run(Operation *operation);
    void take(const WriteOutcome &outcome);
    void goOn(const WriteOutcome &outcome);
    void end(const WriteOutcome &outcome);
    void askStatus();
    void takeStatus(const Result<Reply> &reply);
    bool isReached(PipelineState state) const;
    ApiError tooLate(const std::optional<ApiError> &last) const;

    QPointer<Client> m_client;
    QString m_project;
    QString m_pipeline;
    ReplaceOperation::Plan m_plan;
    Course m_course;
    std::array<State, StepCount> m_states;
    Step m_step = Step::Stop;
    QPointer<Operation> m_operation;
    QDeadlineTimer m_deadline;
    QTimer m_timer;
    std::chrono::milliseconds m_patience{120'000};
    std::chrono::milliseconds m_interval{2'000};
    bool m_isCancelled = false;
    bool m_isOver = false;
};

} // namespace Sluice
