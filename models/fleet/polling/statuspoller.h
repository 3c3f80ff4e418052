// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/request.h"
#include "models/api/result.h"
#include "models/fleet/polling/pollscheduler.h"
#include "models/fleet/table/pipelinemodel.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace Sluice {

class Client;
struct Reply;

// Keeps the statuses of one account's pipelines fresh (the API has one status call a pipeline): the
// clock and the calls for a PollScheduler, which says whom to ask when. One single-shot timer; a
// pipeline never has two calls under way. A failed call marks the row outdated. When nobody answers
// at all (see Outage), every row is marked.
class StatusPoller final : public QObject
{
    Q_OBJECT

public:
    using Intervals = PollScheduler::Intervals;

    StatusPoller(Client *client, PipelineModel *model, QString account, Intervals intervals,
                 QObject *parent = nullptr);
    ~StatusPoller() override;

    void start();
    void stop(); // offline; answers on their way are still taken
    // The window is hidden, see PollScheduler::setUnseen().
    void setUnseen(bool isUnseen);

    bool isRunning() const { return m_running; }

    // Asks at once, as a user's call, running or not; after the answer that is on its way, if one
    // is.
    void checkNow(const PipelineKey &key);
    void checkAllNow();
    // Asks these as soon as the budget allows, in turn: for more than a user could wait for.
    void checkSoon(const QList<PipelineKey> &keys);
    // Those that somebody looks at are asked first, until others are named.
    void setInView(const QSet<PipelineKey> &keys);
    // Those that the user pinned are asked before the rest.
    void setPinned(const QSet<PipelineKey> &keys);
    // All lists of the account were read once: what is not in the model is not there, and nothing
    // to ask is a whole sweep.
    void onListsRead();

    // When every pipeline has been asked at least once since start.
    bool hasCompletedSweep() const { return m_swept; }

    // Why no check succeeds: the first failure of the newest kind, until a check succeeds. It is
    // the whole account's when all its rows are outdated.
    std::optional<ApiError> trouble() const { return m_scheduler.lastFailure(); }

    // How the next check of this one stands, in words, see PollOutlook; empty: it is not known.
    QString outlook(const PipelineKey &key);

Q_SIGNALS:
    void sweepCompleted(); // every known pipeline has been asked since start() or the last sweep
    void checked(const Sluice::PipelineKey &key);  // well or not
    void answered(const Sluice::PipelineKey &key); // well: its status is known
    void notFound(const Sluice::PipelineKey &key); // the server does not know it (any more)

private:
    using Clock = PollScheduler::Clock;

    void add(const QList<PipelineKey> &keys);
    void remove(const QList<PipelineKey> &keys);
    void fill();
    void goOn();
    void arm(Clock::time_point now);
    PollScheduler::Traffic traffic() const;
    void ask(const PipelineKey &key, Priority priority);
    void onAnswer(const PipelineKey &key, const Result<Reply> &result);
    void onFailure(const PipelineKey &key, const ApiError &error);
    void endSweep();

    Client *m_client;
    PipelineModel *m_model;
    QString m_account;
    PollScheduler m_scheduler;
    QTimer m_timer;
    bool m_running = false;
    bool m_listsRead = false;
    bool m_swept = false;
};

} // namespace Sluice
