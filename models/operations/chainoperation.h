// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"
#include "models/operations/replaceoperation.h"

#include <QDeadlineTimer>

#include <array>

namespace Sluice {

// Stops a pipeline, replaces its definition and starts it again, or does a part of that. Each step
// begins when the status shows that the one before is done. When a step fails, or its outcome is
// unknown, the chain ends and sends nothing more.
class ChainOperation final : public QObject
{
    Q_OBJECT

public:
    enum class Step { Stop, Save, Start };
    static constexpr int StepCount = 3;
    // Unknown: the write may have happened, or the server accepted a command but no status shows
    // its effect.
    enum class State { Waiting, Running, Done, Failed, Unknown, Skipped };

    // The steps beside the save.
    struct Course {
        bool stops = false;
        bool starts = false;
    };

    ChainOperation(Client *client, const QString &project, const QString &pipeline,
                   ReplaceOperation::Plan plan, Course course, QObject *parent = nullptr);
    ~ChainOperation() override; // a write that has left is not recalled

    // setPatience(): how long a stop or start may take until the status shows it. setInterval():
    // how often the status is read.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

    void setInterval(std::chrono::milliseconds interval) { m_interval = interval; }

    void start();
    // Begins no further step after the current one. A write that has left is not recalled.
    void cancel();

    // True when cancel() ended the chain before all was done.
    bool isCancelled() const { return m_isCancelled && m_isOver; }

    // The current step, or the one at which the chain ended.
    Step step() const { return m_step; }

    State state(Step step) const { return m_states[size_t(step)]; }

    // The write that is under way. Null while the chain only waits for a status.
    const Operation *operation() const { return m_operation; }

Q_SIGNALS:
    // Emitted right before the operation is started.
    void operationMade(Sluice::Operation *operation);
    // The state of a step has changed, or the stage of its write.
    void changed();
    // A status was read while the chain waits for one.
    void statusRead(const QString &status);
    // The definition is saved, or was there already. Steps may follow.
    void saved(const QJsonObject &definition);
    // The chain has ended. outcome: that of the last step, or of the step that failed.
    void settled(const Sluice::WriteOutcome &outcome);

private:
    void begin(Step step);
    void run(Operation *operation);
    void onOutcome(const WriteOutcome &outcome);
    void goOn(const WriteOutcome &outcome);
    void end(const WriteOutcome &outcome);
    void askStatus();
    void onStatus(const Result<Reply> &reply);
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
