// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/client.h"
#include "models/operations/writeoutcome.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace Sluice {

// One write and what became of it. The write leaves once. When its answer does not tell whether it
// happened, the operation looks at the server before settled() comes. When the look shows no
// effect, the operation looks again after a pause: the server may still be at work. When the second
// look shows no effect either, that proves nothing, so the effect stays unknown. To write again,
// make a new operation after this one has settled. It looks before it sends.
//
//   auto *operation = new DeleteOperation(client, project, pipeline, this);
//   connect(operation, &Operation::settled, this, [](const WriteOutcome &outcome) { ... });
//   operation->start();
class Operation : public QObject
{
    Q_OBJECT

public:
    enum class Stage {
        Waiting,  // not started
        Checking, // reads right before the write
        Sending,
        Looking, // reads what became of the write
        Settled,
    };

    // client: may be destroyed first. The operation then settles.
    explicit Operation(Client *client, QObject *parent = nullptr);
    ~Operation() override;

    // To be called once. settled() never comes inside the call.
    void start();
    // Before start(), or while the operation only reads, it settles and sends nothing. Returns
    // false, and does nothing, when the write has left.
    bool cancel();
    // Looks again at what became of a settled write of unknown effect. settled() comes again.
    // Returns false when there is nothing to look for.
    bool lookAgain();

    // The error when there is no client (any more).
    static ApiError signedOut();

    // Nobody waits for the operation any more. It deletes itself when it has settled.
    void release();

    // The time between the first and the second look.
    void setPause(std::chrono::milliseconds pause) { m_pause = pause; }

    Stage stage() const { return m_stage; }

    bool isSettled() const { return m_stage == Stage::Settled; }

    const WriteOutcome &outcome() const { return m_outcome; }

Q_SIGNALS:
    void stageChanged();
    void settled(const Sluice::WriteOutcome &outcome);

protected:
    // Reads what must be known before the write, then calls goOn() or settle(). By default reads
    // nothing.
    virtual void check() { goOn(); }

    virtual Request write() const = 0;
    // Handles a good answer.
    virtual void onReply(const Reply &reply);
    // Handles an answer that cannot be trusted: it is not known whether the write happened.
    // message: why.
    void doubt(const Reply &reply, const QString &message);
    // Handles a refusal: the server says that it did not act.
    virtual void refuse(const ApiError &error);
    // Handles a refusal that may not come from the API itself: looks once.
    void verify(const ApiError &error);
    // Reads, then calls one of seeDone(), seeNotDone(), seeOther() and failLook().
    virtual void look() = 0;

    void goOn();
    // The handler runs later, and not when this operation has settled meanwhile. Without a client
    // it gets an error.
    void read(const Request &request, Handler<Reply> handler);
    void readList(const Request &request, const QString &idKey, Handler<QJsonArray> handler);
    // found: what the look showed, in sentences.
    void seeDone(const QString &found, const QJsonObject &definition = {},
                 const QByteArray &body = {});
    void seeNotDone(const QString &found);
    void seeOther(const QString &found, const QJsonObject &definition = {});
    void failLook(const ApiError &error);
    // Settles a write that was not sent.
    void settleUnsent(const ApiError &error);
    void settle(const WriteOutcome &outcome);

    // The status that the look showed. See CommandOperation.
    void setSeenStatus(const QString &status) { m_seenStatus = status; }

private:
    // False when a listener has moved on to another stage, or deleted this operation.
    bool setStage(Stage stage);
    void fail(const ApiError &error);
    void beginLook();
    QString looksText() const;
    WriteOutcome seen(Effect effect, WriteOutcome::Look look, const QString &found) const;

    QPointer<Client> m_client;
    Stage m_stage = Stage::Waiting;
    WriteOutcome m_outcome;
    ApiError m_error; // of the write that the look is about
    QString m_seenStatus;
    int m_looksLeft = 0;
    int m_looks = 0; // looks that have shown no effect
    QElapsedTimer m_sinceWrite;
    int m_number = 0; // of the current step; answers to former steps are dropped
    std::chrono::milliseconds m_pause{1'500};
    QTimer m_timer;
};

} // namespace Sluice
