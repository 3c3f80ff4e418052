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
// happened, the server is looked at before settled() comes, a second time after a pause when
// nothing was to be seen yet: the server may still be at work. That nothing is to be seen then
// either proves nothing, so the effect stays unknown. Whoever wants to write again makes a new
// operation, after this one has settled; it looks before it sends.
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
        Checking, // reads, right before the write
        Sending,
        Looking, // reads what became of the write
        Settled,
    };

    // client: may end first; what is under way is then settled.
    explicit Operation(Client *client, QObject *parent = nullptr);
    ~Operation() override;

    // Only once. settled() never comes inside of it.
    void start();
    // Before start(), or while it only reads: nothing is sent any more, and it settles. False, and
    // nothing happens: the write has left.
    bool cancel();
    // Looks once more at what became of a settled write of unknown effect; settled() comes again.
    // False: there is nothing to look for.
    bool lookAgain();

    // What is told when there is no client (any more).
    static ApiError signedOut();

    // Nobody waits for it any more: it deletes itself, once it has settled.
    void release();

    // Between the first look and the second.
    void setPause(std::chrono::milliseconds pause) { m_pause = pause; }

    Stage stage() const { return m_stage; }

    bool isSettled() const { return m_stage == Stage::Settled; }

    const WriteOutcome &outcome() const { return m_outcome; }

Q_SIGNALS:
    void stageChanged();
    void settled(const Sluice::WriteOutcome &outcome);

protected:
    // Reads what has to be known before the write, and then calls goOn() or settle(); by default
    // nothing has to be.
    virtual void check() { goOn(); }

    virtual Request write() const = 0;
    // A good answer.
    virtual void take(const Reply &reply);
    // An answer that cannot be believed, and why: whether it happened is not known.
    void doubt(const Reply &reply, const QString &message);
    // The server's word that it did not act.
    virtual void refuse(const ApiError &error);
    // A refusal that may not be the server's: looks once.
    void verify(const ApiError &error);
    // Reads, and then calls one of seeDone(), seeNotDone(), seeOther() and failLook().
    virtual void look() = 0;

    void goOn();
    // Handler runs later, and not after this operation was settled meanwhile. Without a client it
    // gets an error.
    void read(const Request &request, Handler<Reply> handler);
    void readList(const Request &request, const QString &idKey, Handler<QJsonArray> handler);
    // found: what the look showed, sentences.
    void seeDone(const QString &found, const QJsonObject &definition = {},
                 const QByteArray &body = {});
    void seeNotDone(const QString &found);
    void seeOther(const QString &found, const QJsonObject &definition = {});
    void failLook(const ApiError &error);
    // Of a write that was not sent.
    void settleUnsent(const ApiError &error);
    void settle(const WriteOutcome &outcome);

    // Of the command that was looked for, see CommandOperation.
    void setSeenStatus(const QString &status) { m_seenStatus = status; }

private:
    // False when whoever heard of the stage has ended it, or this operation.
    bool setStage(Stage stage);
    void fail(const ApiError &error);
    void beginLook();
    QString looksText() const;
    WriteOutcome seen(Effect effect, WriteOutcome::Look look, const QString &found) const;

    QPointer<Client> m_client;
    Stage m_stage = Stage::Waiting;
    WriteOutcome m_outcome;
    ApiError m_error; // of the write whose effect is being looked up
    QString m_seenStatus;
    int m_looksLeft = 0;
    int m_looks = 0; // that have shown nothing
    QElapsedTimer m_sinceWrite;
    int m_number = 0; // of the step under way; an answer to a former one is dropped
    std::chrono::milliseconds m_pause{1'500};
    QTimer m_timer;
};

} // namespace Sluice
