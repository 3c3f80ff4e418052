// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/apierror.h"
#include "models/document/merge.h"
#include "models/operations/chainoperation.h"

#include <QObject>

#include <memory>

namespace Sluice {

class Fleet;
class PipelineDocument;
struct PipelineKey;

// Saves a document in steps that can be watched: reads the server's definition first, merges what
// changed there, then replaces the whole definition (the API knows no version to check against).
// With the chain, the pipeline is stopped before and started after. Between the review and the save
// the definition is read once more; when it moved again, nothing is sent and the review is back.
//
//   PipelineSave save(fleet, document);
//   save.review();                  // -> reviewReady(): show save.merge(), let the user choose
//   save.save(PipelineSave::Chain::SaveOnly);  // -> saved()
class PipelineSave final : public QObject
{
    Q_OBJECT

public:
    enum class Chain { SaveOnly, StopSaveStart };
    enum class Phase {
        Idle,
        Reading,  // for the review
        Review,   // waits for choices and save()
        Stopping, // waits until the pipeline has stopped
        Checking, // reads once more, right before the save
        Saving,
        Looking, // the answer was lost or is unusable: reads what became of the save
        Starting,
        Done,
    };
    using Step = ChainOperation::Step;
    using StepState = ChainOperation::State;

    PipelineSave(Fleet *fleet, PipelineDocument *document, QObject *parent = nullptr);
    ~PipelineSave() override;

    // How long a stop or start may take until a status shows it.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

    // A former save stopped the pipeline and did not start it again. This save may start it. Call
    // it before review().
    void goOnStopped();
    void review();

    Phase phase() const { return m_phase; }

    // The definition's three sides; valid from reviewReady() on.
    const Merge &merge() const { return m_merge; }

    void choose(int item, MergeItem::Choice choice);

    // What save() would send.
    QJsonObject toSend() const { return m_merge.result(); }

    // Does nothing while conflicts are open.
    void save(Chain chain);
    // With nothing to send: what the server has is the document's base from now on.
    void adoptTheirs();
    // Ends the save after the step that is under way, or at once when there is none. What was sent
    // stays sent.
    void cancel();

    // Of the save under way, or the last one.
    Chain chain() const { return m_chain; }

    // How far the chain is. A save alone has Stop and Start skipped.
    StepState state(Step step) const { return m_states[int(step)]; }

    // The chain has stopped the pipeline. A review or save that comes after goes on from there.
    bool hasStopped() const { return state(Step::Stop) == StepState::Done; }

    // The pipeline stays stopped: it was not started again.
    bool leftStopped() const { return hasStopped() && state(Step::Start) != StepState::Done; }

    bool isRunning() const;

Q_SIGNALS:
    void phaseChanged();
    void reviewReady();
    // The server's definition moved since the review: nothing was sent, reviewReady() follows.
    void movedAgain();
    void saved();
    // The pipeline is not there any more. Nothing was sent.
    void gone();
    // The server refused the definition; its messages are at the document's fields.
    void refused(const Sluice::ApiError &error);
    // step: where it stopped. The document keeps all edits.
    void failed(Sluice::PipelineSave::Step step, const Sluice::ApiError &error);
    void cancelled();

private:
    void begin();
    void setPhase(Phase phase);
    void setStep(Step step, StepState state);
    void onRead(const QJsonObject &server);
    void failRead(const ApiError &error);
    void endGone();
    void remerge(const QJsonObject &server);
    void showReview(const QJsonObject &server);
    void makeOperation(bool stops);
    void follow();
    void syncSteps();
    void onOutcome(const WriteOutcome &outcome);
    void onSaveOutcome(const WriteOutcome &outcome);
    void adopt(const QJsonObject &saved);
    void refuse(const ApiError &error);
    void fail(Step step, const ApiError &error);

    Fleet *m_fleet;
    PipelineDocument *m_document;
    Merge m_merge;
    Phase m_phase = Phase::Idle;
    Chain m_chain = Chain::SaveOnly;
    StepState m_states[3] = {StepState::Waiting, StepState::Waiting, StepState::Waiting};
    QJsonObject m_sent;
    std::unique_ptr<ChainOperation> m_operation; // under way
    std::chrono::milliseconds m_patience{120'000};
};

} // namespace Sluice
