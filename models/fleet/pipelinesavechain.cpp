// SPDX-License-Identifier: Apache-2.0
// The steps around the save: the pipeline is stopped before and started after.
#include "models/document/pipelinedocument.h"
#include "models/fleet/fleet.h"
#include "models/fleet/pipelinesave.h"

namespace Sluice {

void PipelineSave::connectChain()
{
    m_timer.setSingleShot(true);
    connect(m_fleet->pipelines(), &PipelineModel::statusChanged, this,
            [this](const PipelineKey &key, PipelineState, PipelineState to) {
                if (key == m_document->key())
                    follow(to);
            });
    connect(m_fleet, &Fleet::actionFailed, this,
            [this](const PipelineKey &key, const QString &, const ApiError &error) {
                if (key == m_document->key())
                    commandFailed(error);
            });
    connect(&m_timer, &QTimer::timeout, this, [this] {
        ApiError error;
        error.kind = ApiError::Kind::Timeout;
        error.waited = m_patience;
        error.message = m_phase == Phase::Stopping ? tr("The pipeline has not stopped yet.")
                                                   : tr("The pipeline has not started yet.");
        commandFailed(error);
    });
}

void PipelineSave::command(PipelineCommand command)
{
    setPhase(command == PipelineCommand::Stop ? Phase::Stopping : Phase::Starting);
    m_timer.start(m_patience);
    m_fleet->sendCommand(m_document->key(), command);
}

void PipelineSave::follow(PipelineState state)
{
    if (m_phase == Phase::Stopping && state == PipelineState::NotRunning) {
        m_timer.stop();
        setStep(Step::Stop, StepState::Done);
        if (isCancelled())
            return;
        setStep(Step::Save, StepState::Running);
        readFor(Phase::Checking);
    } else if (m_phase == Phase::Starting &&
               (state == PipelineState::Starting || state == PipelineState::Snapshotting ||
                state == PipelineState::Streaming)) {
        m_timer.stop();
        setStep(Step::Start, StepState::Done);
        setPhase(Phase::Done);
    }
}

void PipelineSave::commandFailed(const ApiError &error)
{
    if (m_phase != Phase::Stopping && m_phase != Phase::Starting)
        return;
    m_timer.stop();
    fail(m_phase == Phase::Stopping ? Step::Stop : Step::Start, error);
}

} // namespace Sluice
