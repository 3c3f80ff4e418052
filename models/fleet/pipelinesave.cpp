// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/pipelinesave.h"

#include "models/document/pipelinedocument.h"
#include "models/fleet/fleet.h"
#include "models/json/jsontext.h"

#include <algorithm>

namespace Sluice {

PipelineSave::PipelineSave(Fleet *fleet, PipelineDocument *document, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_document(document)
{}

PipelineSave::~PipelineSave() = default;

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
    setPhase(Phase::Reading);
    m_fleet->readPipeline(m_document->key(), this, [this](const Result<QJsonObject> &read) {
        if (m_phase != Phase::Reading)
            return; // given up meanwhile
        if (read)
            onRead(*read);
        else
            failRead(read.error());
    });
}

void PipelineSave::failRead(const ApiError &error)
{
    if (error.kind == ApiError::Kind::NotFound)
        endGone();
    else
        fail(Step::Save, error);
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

void PipelineSave::onRead(const QJsonObject &server)
{
    showReview(server);
    Q_EMIT reviewReady();
}

void PipelineSave::showReview(const QJsonObject &server)
{
    remerge(server);
    const bool isThere = m_merge.isAllThere();
    setStep(Step::Save, isThere ? StepState::Done : StepState::Waiting);
    if (isThere)
        adopt(server); // saved by a request whose answer was lost, or by somebody else
    setPhase(Phase::Review);
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
    const PipelineKey &key = m_document->key();
    const bool isStopped = m_fleet->pipelines()->state(key) == PipelineState::NotRunning;
    makeOperation(chain == Chain::StopSaveStart && !isStopped);
    syncSteps();
    setPhase(m_operation->state(Step::Stop) == StepState::Skipped ? Phase::Checking
                                                                  : Phase::Stopping);
    // A save alone may run beside other actions. The steps of a chain must not mix with them.
    if (chain == Chain::SaveOnly)
        m_operation->start();
    else
        m_fleet->turns()->enqueue(key, m_operation.get(),
                                  [operation = m_operation.get()] { operation->start(); });
}

void PipelineSave::makeOperation(bool stops)
{
    const PipelineKey &key = m_document->key();
    m_sent = m_merge.result();
    const auto isSeen = [theirs = m_merge.theirs()](const QJsonObject &onServer) {
        return onServer == theirs;
    };
    m_operation = std::make_unique<ChainOperation>(
        m_fleet->client(key.account), key.project, key.pipeline,
        ReplaceOperation::onlyIf(isSeen, jsonText(m_sent)),
        ChainOperation::Course{stops, m_chain == Chain::StopSaveStart});
    m_operation->setPatience(m_patience);
    connect(m_operation.get(), &ChainOperation::operationMade, m_fleet,
            [fleet = m_fleet, key](Operation *operation) { fleet->follow(key, operation); });
    connect(m_operation.get(), &ChainOperation::statusRead, m_fleet,
            [pipelines = m_fleet->pipelines(), key](const QString &status) {
                pipelines->setStatus(key, status);
            });
    connect(m_operation.get(), &ChainOperation::changed, this, &PipelineSave::follow);
    connect(m_operation.get(), &ChainOperation::saved, this, [this](const QJsonObject &saved) {
        syncSteps();
        adopt(saved);
    });
    connect(m_operation.get(), &ChainOperation::settled, this, &PipelineSave::onOutcome);
}

void PipelineSave::syncSteps()
{
    for (const Step step : {Step::Stop, Step::Save, Step::Start}) {
        const StepState state = m_operation->state(step);
        const bool wasStopped = step == Step::Stop && state == StepState::Skipped && hasStopped();
        if (!wasStopped)
            setStep(step, state);
    }
}

void PipelineSave::follow()
{
    syncSteps();
    Phase phase = m_phase;
    switch (m_operation->step()) {
    case Step::Stop: phase = Phase::Stopping; break;
    case Step::Start: phase = Phase::Starting; break;
    case Step::Save: {
        const Operation *write = m_operation->operation();
        if (write && write->stage() == Operation::Stage::Checking)
            phase = Phase::Checking;
        else if (write && write->stage() == Operation::Stage::Sending)
            phase = Phase::Saving;
        else if (write && write->stage() == Operation::Stage::Looking)
            phase = Phase::Looking;
        break;
    }
    }
    setPhase(phase);
}

void PipelineSave::onOutcome(const WriteOutcome &outcome)
{
    syncSteps();
    const Step step = m_operation->step();
    const bool isCancelled = m_operation->isCancelled();
    m_fleet->turns()->end(m_document->key(), m_operation.get());
    m_operation.release()->deleteLater(); // it is in the middle of its signal
    if (isCancelled) {
        setPhase(Phase::Idle);
        Q_EMIT cancelled();
    } else if (outcome.isDone()) {
        setPhase(Phase::Done);
    } else if (step == Step::Save) {
        onSaveOutcome(outcome);
    } else {
        fail(step, *outcome.error);
    }
}

void PipelineSave::onSaveOutcome(const WriteOutcome &outcome)
{
    const ApiError &error = *outcome.error;
    const bool isRefused = outcome.look == WriteOutcome::Look::None && !error.violations.isEmpty();
    if (outcome.hasMoved()) {
        showReview(outcome.definition);
        Q_EMIT movedAgain();
        Q_EMIT reviewReady();
    } else if (error.kind == ApiError::Kind::NotFound && !outcome.isUnknown()) {
        endGone();
    } else if (isRefused) {
        refuse(error);
    } else {
        fail(Step::Save, error);
    }
}

void PipelineSave::refuse(const ApiError &error)
{
    setStep(Step::Save, StepState::Failed);
    // The document keeps what came from the server, so that the messages fit its fields.
    m_document->rebase(m_merge.theirs(), m_sent);
    m_document->form()->setServerErrors(error.violations);
    setPhase(Phase::Idle);
    Q_EMIT refused(error);
}

void PipelineSave::adopt(const QJsonObject &saved)
{
    m_document->form()->clearServerErrors();
    m_document->rebase(saved, saved);
    Q_EMIT this->saved();
}

void PipelineSave::fail(Step step, const ApiError &error)
{
    const bool isOpen = error.isEffectUnknown() || state(step) == StepState::Unknown;
    setStep(step, isOpen ? StepState::Unknown : StepState::Failed);
    setPhase(Phase::Idle);
    Q_EMIT failed(step, error);
}

void PipelineSave::adoptTheirs()
{
    if (m_phase != Phase::Review || m_merge.openCount() > 0 || toSend() != m_merge.theirs())
        return;
    adopt(m_merge.theirs());
    setPhase(Phase::Done);
}

void PipelineSave::cancel()
{
    if (m_operation) {
        m_operation->cancel();
    } else if (m_phase == Phase::Review || m_phase == Phase::Reading) {
        setPhase(Phase::Idle);
        Q_EMIT cancelled();
    }
}

} // namespace Sluice
