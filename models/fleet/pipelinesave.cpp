// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/pipelinesave.h"

#include "models/document/pipelinedocument.h"
#include "models/fleet/fleet.h"
#include "models/fleet/saveoutcome.h"
#include "models/pipeline/jsontext.h"

#include <algorithm>

namespace Sluice {

PipelineSave::PipelineSave(Fleet *fleet, PipelineDocument *document, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_document(document)
{
    connectChain();
}

bool PipelineSave::isRunning() const
{
    return m_phase != Phase::Idle && m_phase != Phase::Review && m_phase != Phase::Done;
}

void PipelineSave::setPhase(Phase phase)
{
    m_phase = phase;
    Q_EMIT phaseChanged();
}

void PipelineSave::setStep(Step step, StepState state)
{
    m_states[int(step)] = state;
}

void PipelineSave::goOnStopped()
{
    setStep(Step::Stop, StepState::Done);
}

void PipelineSave::begin()
{
    m_cancel = false;
    const bool goesOn = hasStopped() && m_phase != Phase::Done;
    std::fill(std::begin(m_states), std::end(m_states), StepState::Waiting);
    if (goesOn)
        setStep(Step::Stop, StepState::Done);
}

void PipelineSave::review()
{
    if (isRunning())
        return;
    begin();
    readFor(Phase::Reading);
}

void PipelineSave::skipReview()
{
    if (isRunning())
        return;
    begin();
    remerge(m_document->base());
    setPhase(Phase::Review);
}

void PipelineSave::readFor(Phase phase)
{
    setPhase(phase);
    m_fleet->readPipeline(m_document->key(), this, [this, phase](const Result<QJsonObject> &read) {
        if (read)
            takeRead(phase, *read);
        else
            failRead(read.error());
    });
}

void PipelineSave::failRead(const ApiError &error)
{
    if (error.kind == ApiError::Kind::NotFound) {
        endGone();
        return;
    }
    const bool isLooking = m_phase == Phase::Looking;
    const ApiError &told = isLooking ? m_putError : error; // its effect is still not known
    fail(Step::Save, told);
}

void PipelineSave::endGone()
{
    setStep(Step::Save, StepState::Failed);
    setPhase(Phase::Idle);
    Q_EMIT gone();
}

void PipelineSave::remerge(const QJsonObject &server)
{
    const Merge former = m_merge;
    m_merge = Merge(m_document->base(), server, m_document->mine());
    m_merge.chooseAs(former);
}

void PipelineSave::takeRead(Phase phase, const QJsonObject &server)
{
    if (phase == Phase::Looking) {
        settle(server);
        return;
    }
    if (phase == Phase::Checking && m_cancel) { // nothing of the save has left
        setStep(Step::Save, StepState::Waiting);
        isCancelled();
        return;
    }
    const bool isMoved = phase == Phase::Checking && server != m_merge.theirs();
    if (phase == Phase::Checking && !isMoved) {
        put();
        return;
    }
    remerge(server);
    const bool isThere = m_merge.isAllThere();
    setStep(Step::Save, isThere ? StepState::Done : StepState::Waiting);
    if (isThere)
        takeOver(server); // saved by a request whose answer was lost, or by somebody else
    setPhase(Phase::Review);
    if (isMoved)
        Q_EMIT movedAgain();
    Q_EMIT reviewReady();
}

void PipelineSave::settle(const QJsonObject &server)
{
    const std::optional<ApiError> error =
        saveOutcome({m_merge.theirs(), m_sent, server}, m_putError);
    if (error)
        fail(Step::Save, *error);
    else
        finishSave(server);
}

void PipelineSave::choose(int item, MergeItem::Choice choice)
{
    m_merge.choose(item, choice);
}

void PipelineSave::save(Chain chain)
{
    if (m_phase != Phase::Review || m_merge.openCount() > 0)
        return;
    m_chain = chain;
    m_cancel = false;
    const PipelineState state = m_fleet->pipelines()->state(m_document->key());
    const bool isStopped = state == PipelineState::NotRunning;
    if (chain == Chain::StopSaveStart && !isStopped) {
        setStep(Step::Stop, StepState::Running);
        command(PipelineCommand::Stop);
        return;
    }
    if (!hasStopped())
        setStep(Step::Stop, StepState::Skipped);
    setStep(Step::Start, chain == Chain::SaveOnly ? StepState::Skipped : StepState::Waiting);
    setStep(Step::Save, StepState::Running);
    readFor(Phase::Checking);
}

void PipelineSave::put()
{
    setPhase(Phase::Saving);
    m_sent = m_merge.result();
    m_fleet->savePipeline(m_document->key(), jsonText(m_sent), this,
                          [this](const Result<QJsonObject> &saved) {
                              if (saved)
                                  finishSave(*saved);
                              else
                                  putFailed(saved.error());
                          });
}

void PipelineSave::putFailed(const ApiError &error)
{
    if (error.isEffectUnknown()) {
        m_putError = error;
        readFor(Phase::Looking);
    } else if (error.kind == ApiError::Kind::NotFound) {
        endGone();
    } else if (error.violations.isEmpty()) {
        fail(Step::Save, error);
    } else {
        setStep(Step::Save, StepState::Failed);
        // What came from the server stays taken over, so that the messages meet what they are
        // about.
        m_document->rebase(m_merge.theirs(), m_sent);
        m_document->form()->setServerErrors(error.violations);
        setPhase(Phase::Idle);
        Q_EMIT refused(error);
    }
}

void PipelineSave::finishSave(const QJsonObject &saved)
{
    setStep(Step::Save, StepState::Done);
    takeOver(saved);
    if (m_chain == Chain::SaveOnly) {
        setPhase(Phase::Done);
        return;
    }
    if (isCancelled())
        return;
    setStep(Step::Start, StepState::Running);
    command(PipelineCommand::Start);
}

void PipelineSave::takeOver(const QJsonObject &saved)
{
    m_document->form()->clearServerErrors();
    m_document->rebase(saved, saved);
    Q_EMIT this->saved();
}

void PipelineSave::fail(Step step, const ApiError &error)
{
    const bool isUnknown = error.isEffectUnknown();
    setStep(step, isUnknown ? StepState::Unknown : StepState::Failed);
    setPhase(Phase::Idle);
    Q_EMIT failed(step, error);
}

void PipelineSave::takeTheirs()
{
    if (m_phase != Phase::Review || m_merge.openCount() > 0 || toSend() != m_merge.theirs())
        return;
    takeOver(m_merge.theirs());
    setPhase(Phase::Done);
}

void PipelineSave::cancel()
{
    m_cancel = true;
    if (m_phase == Phase::Review || m_phase == Phase::Reading) {
        setPhase(Phase::Idle);
        Q_EMIT cancelled();
    }
}

bool PipelineSave::isCancelled()
{
    if (!m_cancel)
        return false;
    for (StepState &state : m_states) {
        if (state == StepState::Waiting)
            state = StepState::Skipped;
    }
    setPhase(Phase::Idle);
    Q_EMIT cancelled();
    return true;
}

} // namespace Sluice
