// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/client.h"
#include "models/api/result.h"
#include "models/fleet/pollqueue.h"
#include "models/fleet/statuspoller.h"

namespace Sluice {

// Whom to ask when (statuspoller.cpp), and what the answers mean (statuspollertake.cpp).
class StatusPoller::Private
{
public:
    using Clock = PollQueue::Clock;
    using Watch = PollQueue::Watch;

    void fill();
    void arm(Clock::time_point now);
    bool hasRoom() const;
    void ask(Watch *watch, Priority priority);
    void take(const PipelineKey &key, const Result<Reply> &result);
    void noteGood(Watch *watch, const QString &status);
    void noteFailure(Watch *watch, const ApiError &error);
    void enterTrouble(Watch *watch, const ApiError &error);
    void putBack(Watch *watch);
    void endSweep();

    StatusPoller *q = nullptr;
    Client *client = nullptr;
    PipelineModel *model = nullptr;
    QString account;
    Intervals intervals;
    PollQueue queue;
    QTimer timer;
    int inFlight = 0;
    bool running = false;
    bool listsRead = false;
    bool swept = false;
    int silence = 0;                     // time-outs in a row
    std::optional<ApiError> lastFailure; // since the last good answer
    int trouble = 0;                     // failed probes in a row; 0: the account answers
    Clock::time_point troubleSince{};
    Clock::time_point probeAt{};
};

} // namespace Sluice
