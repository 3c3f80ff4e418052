// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/request.h"
#include "models/api/result.h"
#include "models/fleet/polling/outage.h"
#include "models/fleet/polling/pollqueue.h"
#include "models/fleet/table/pipelinemodel.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace Sluice {

class Client;
struct Reply;

// Keeps the statuses of one account's pipelines fresh (the API has one status call a pipeline). One
// single-shot timer; a pipeline never has two calls under way; what is changing is asked again
// soon, the rest in turn as the account's budget allows (see PollQueue for whose turn it is). A
// failed call marks the row outdated and waits longer each time. When nobody answers at all (see
// Outage), every row is marked and one call at a time probes until the account is back.
class StatusPoller final : public QObject
{
    Q_OBJECT

public:
    struct Intervals {
        std::chrono::milliseconds changing{2'000}; // requested, starting, stopping
        std::chrono::milliseconds settled{10'000};
        std::chrono::milliseconds longest{120'000}; // after failures
        std::chrono::milliseconds probe{2'000};     // first pause when the account does not answer
        std::chrono::milliseconds patience{10'000}; // for the answer to one call
    };

    static constexpr int window = 32; // calls under way; more make nothing faster

    StatusPoller(Client *client, PipelineModel *model, QString account, Intervals intervals,
                 QObject *parent = nullptr);
    ~StatusPoller() override;

    void start();
    void stop(); // hidden window, offline; answers on their way are still taken

    bool isRunning() const { return m_running; }

    // Asks at once, as a user's call, running or not; after the answer that is on its way, if one
    // is.
    void checkNow(const PipelineKey &key);
    void checkAllNow();
    // Asks these as soon as the budget allows, in turn: for more than a user could wait for.
    void checkSoon(const QList<PipelineKey> &keys);
    // Those that somebody looks at are asked first, until others are named.
    void setInView(const QSet<PipelineKey> &keys);
    // All lists of the account were read once: what is not in the model is not there, and nothing
    // to ask is a whole sweep.
    void onListsRead();

    // When every pipeline has been asked at least once since start.
    bool hasCompletedSweep() const { return m_swept; }

    // Why no check succeeds: the first failure of the newest kind, until a check succeeds. It is
    // the whole account's when all its rows are outdated.
    std::optional<ApiError> trouble() const { return m_outage.lastFailure(); }

Q_SIGNALS:
    void sweepCompleted(); // every known pipeline has been asked since start() or the last sweep
    void checked(const Sluice::PipelineKey &key);  // well or not
    void answered(const Sluice::PipelineKey &key); // well: its status is known
    void notFound(const Sluice::PipelineKey &key); // the server does not know it (any more)

private:
    using Clock = PollQueue::Clock;
    using Entry = PollQueue::Entry;

    void add(const QList<PipelineKey> &keys);
    void remove(const QList<PipelineKey> &keys);
    void fill();
    void goOn();
    void arm(Clock::time_point now);
    Clock::time_point nextBeat() const;
    bool hasRoom() const;
    void ask(Entry *entry, Priority priority);
    void onAnswer(const PipelineKey &key, const Result<Reply> &result);
    void onFailure(Entry *entry, const ApiError &error);
    void putBack(Entry *entry);
    void endSweep();

    Client *m_client;
    PipelineModel *m_model;
    QString m_account;
    Intervals m_intervals;
    PollQueue m_queue;
    Outage m_outage;
    QTimer m_timer;
    Clock::time_point m_filled{}; // when the last background check left
    int m_inFlight = 0;
    bool m_isFull = false; // more would have left, had there been room
    bool m_running = false;
    bool m_listsRead = false;
    bool m_swept = false;
};

} // namespace Sluice
