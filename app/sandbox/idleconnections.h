// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace Sluice::Sandbox {

// The connections on which no request is under way, however many: one thread watches them all, so
// that they hold up nobody. A connection is handed on when the head of a request has come whole,
// and closed when it says nothing, or dawdles over its head, for too long. Safe to use from any
// thread.
class IdleConnections
{
public:
    using HandOn = std::function<void(int socket)>;

    static constexpr std::chrono::minutes idleTime{2};
    static constexpr std::chrono::seconds headTime{5};

    // handOn runs in the thread of this object, and owns the socket from then on.
    explicit IdleConnections(HandOn handOn);
    ~IdleConnections();

    IdleConnections(const IdleConnections &) = delete;
    IdleConnections &operator=(const IdleConnections &) = delete;

    // Takes a socket over.
    void add(int socket);

    // Closes all and takes no more: they are closed at once.
    void stop();

private:
    using Clock = std::chrono::steady_clock;

    struct Waiting {
        Clock::time_point until;
        bool hasBegun = false; // to send a head
    };

    void watch();
    void look(int socket);
    void closeLate();
    void forget(int socket);

    const HandOn m_handOn;
    const int m_events; // epoll
    const int m_wakeUp; // eventfd
    std::mutex m_mutex;
    std::unordered_map<int, Waiting> m_waiting;
    bool m_isStopped = false;
    std::thread m_thread;
};

} // namespace Sluice::Sandbox
